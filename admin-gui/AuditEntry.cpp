// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/AuditEntry.h"

#include "admin-gui/Text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace admin {

namespace {

/// What the server's audit log calls it, and what people call it.
struct Wording
{
    const char *event;
    const char *verdict;
    Tone tone;
    const char *words;
};

constexpr std::array wordings = {
    Wording{"login", "accepted", Tone::Success, QT_TRANSLATE_NOOP("admin::AuditEntry", "Login")},
    Wording{"login", "refused", Tone::Failure,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Login refused: wrong password")},
    Wording{"login", "limited", Tone::Failure,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Login refused: too many attempts")},
    Wording{"code", "redeemed", Tone::Success,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Access granted")},
    Wording{"code", "reused", Tone::Failure,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "A code was used twice: it leaked")},
    Wording{"refresh", "accepted", Tone::Neutral,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Access renewed")},
    Wording{"refresh", "reused", Tone::Failure,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "An old token was used again: it leaked")},
    Wording{"token", "revoked", Tone::Neutral,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Login ended by its client")},
    Wording{"token", "ended", Tone::Warning,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Login ended: the mail server refuses it")},
    Wording{"token", "all_ended", Tone::Warning,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Every login ended by the administrator")},
    Wording{"call", "insufficient_scope", Tone::Warning,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Call refused: it needs another permission")},
    Wording{"client", "refused", Tone::Failure,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Client refused")},
    Wording{"client", "denied", Tone::Warning,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Client revoked by the administrator")},
    Wording{"client", "allowed", Tone::Success,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Client allowed again by the administrator")},
    Wording{"client", "registered", Tone::Neutral,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Client registered itself")},
    Wording{"send", "accepted", Tone::Neutral, QT_TRANSLATE_NOOP("admin::AuditEntry", "Mail sent")},
    Wording{"delete", "done", Tone::Neutral,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Mail deleted")},
    Wording{"move", "done", Tone::Neutral, QT_TRANSLATE_NOOP("admin::AuditEntry", "Mail moved")},
    Wording{"download", "done", Tone::Neutral,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Attachment downloaded")},
    Wording{"download", "sent_on", Tone::Neutral,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Attachment downloaded from S3")},
    Wording{"download", "broken_off", Tone::Neutral,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Download broken off")},
    Wording{"upload", "done", Tone::Neutral,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "File uploaded")},
    Wording{"upload", "refused", Tone::Warning,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Upload refused")},
    Wording{"link", "refused", Tone::Warning,
            QT_TRANSLATE_NOOP("admin::AuditEntry", "Link refused: its access has ended")},
};

QString lineOf(const QJsonValue &value)
{
    return strangersLine(value.toVariant().toString().toStdString());
}

void addWords(AuditEntry &entry, const QString &event, const QString &verdict)
{
    for (const auto &wording : wordings) {
        if (event != QLatin1String(wording.event) || verdict != QLatin1String(wording.verdict))
            continue;
        entry.what = QCoreApplication::translate("admin::AuditEntry", wording.words);
        entry.tone = wording.tone;
        return;
    }
    // Of a newer server.
    entry.what = strangersLine((event + QLatin1Char(' ') + verdict).toStdString());
}

QString whoOf(const QJsonObject &object)
{
    const QString user = lineOf(object.value(QLatin1String("user")));
    const QString server = lineOf(object.value(QLatin1String("server")));
    if (!user.isEmpty())
        return server.isEmpty() || user.contains(QLatin1Char('@'))
                   ? user
                   : QStringLiteral("%1, %2").arg(user, server);
    const QString handle = lineOf(object.value(QLatin1String("handle")));
    return handle.isEmpty() ? lineOf(object.value(QLatin1String("client"))) : handle;
}

QString detailsOf(const QJsonObject &object)
{
    QStringList lines;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!member.value().isArray()) // of hashes
            lines.append(QStringLiteral("%1: %2").arg(strangersLine(member.key().toStdString()),
                                                      lineOf(member.value())));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

std::optional<AuditEntry> AuditEntry::parse(const std::string &line)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
    AuditEntry entry;
    entry.time =
        QDateTime::fromString(object.value(QLatin1String("time")).toString(), Qt::ISODateWithMs)
            .toLocalTime();
    if (!entry.time.isValid())
        return std::nullopt;
    addWords(entry, object.value(QLatin1String("event")).toString(),
             object.value(QLatin1String("verdict")).toString());
    entry.who = whoOf(object);
    entry.from = lineOf(object.value(QLatin1String("address")));
    entry.details = detailsOf(object);
    return entry;
}

} // namespace admin
