// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/ServerCheck.h"

#include "admin-gui/HttpAnswer.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace admin {

namespace {

using Verdict = CheckResult::Verdict;

/// Tokens are valid for minutes; a clock that is further off makes logins fail.
constexpr qint64 largestClockDifference = 60; // seconds

QUrl at(const QUrl &server, const char *path)
{
    QUrl url = server;
    url.setPath(server.path() + QLatin1String(path));
    return url;
}

/// The answer was not what it should be; nothing if it was.
std::optional<CheckResult> refusal(const QString &title, const HttpAnswer &answer, int wanted)
{
    if (answer.status == wanted)
        return std::nullopt;
    if (answer.status == 0)
        return CheckResult{
            .title = title,
            .text = QCoreApplication::translate("admin::ServerCheck",
                                                "The server does not answer: %1 Is it running, "
                                                "and does the proxy pass requests on to it?")
                        .arg(answer.error)};
    return CheckResult{
        .title = title,
        .text = QCoreApplication::translate("admin::ServerCheck",
                                            "The answer has the status %1 instead of %2. Does the "
                                            "proxy pass this path on?")
                    .arg(answer.status)
                    .arg(wanted)};
}

CheckResult health(const HttpAnswer &answer)
{
    const QString title = QCoreApplication::translate("admin::ServerCheck", "It runs");
    if (auto wrong = refusal(title, answer, 200))
        return *wrong;
    if (answer.body.trimmed() != "ok")
        return {.title = title,
                .text = QCoreApplication::translate(
                    "admin::ServerCheck", "Something answers there, but it is not Mail MCP.")};
    return {.title = title,
            .verdict = Verdict::Right,
            .text = QCoreApplication::translate("admin::ServerCheck", "/health says ok.")};
}

/// A metadata document whose `member` has to be the address of the server, `suffix` behind it.
CheckResult metadata(const QString &title, const HttpAnswer &answer, const char *member,
                     const QString &expected)
{
    if (auto wrong = refusal(title, answer, 200))
        return *wrong;
    const QString said =
        QJsonDocument::fromJson(answer.body).object().value(QLatin1String(member)).toString();
    if (said.isEmpty())
        return {.title = title,
                .text = QCoreApplication::translate(
                            "admin::ServerCheck",
                            "The document has no “%1”. Does something else answer on "
                            "this path?")
                            .arg(QLatin1String(member))};
    if (said != expected)
        return {.title = title,
                .text = QCoreApplication::translate(
                            "admin::ServerCheck",
                            "The server takes itself for %1 instead of %2. Set BASE_URL to "
                            "the address that clients use.")
                            .arg(said, expected)};
    return {.title = title, .verdict = Verdict::Right, .text = said};
}

CheckResult challenge(const HttpAnswer &answer, const QUrl &server)
{
    const QString title =
        QCoreApplication::translate("admin::ServerCheck", "It asks strangers to log in");
    if (auto wrong = refusal(title, answer, 401))
        return *wrong;
    const QByteArray wanted = at(server, "").toEncoded() + "/.well-known/oauth-protected-resource";
    if (!answer.authenticate.startsWith("Bearer") || !answer.authenticate.contains(wanted))
        return {.title = title,
                .text = QCoreApplication::translate("admin::ServerCheck",
                                                    "The header WWW-Authenticate does not lead to "
                                                    "the metadata of this server. Does the "
                                                    "proxy remove or change it?")};
    return {.title = title,
            .verdict = Verdict::Right,
            .text = QCoreApplication::translate("admin::ServerCheck",
                                                "401, and the way to the login is in the answer.")};
}

CheckResult clockOf(const HttpAnswer &answer, const core::Clock &clock)
{
    const QString title = QCoreApplication::translate("admin::ServerCheck", "Its clock is right");
    if (!answer.date.isValid())
        return {.title = title,
                .verdict = Verdict::Doubtful,
                .text =
                    QCoreApplication::translate("admin::ServerCheck", "The answer has no date.")};
    const qint64 difference =
        std::abs(answer.date.toSecsSinceEpoch() - qint64(clock.secondsSinceEpoch()));
    const QString text = QCoreApplication::translate("admin::ServerCheck",
                                                     "It differs from this computer's by %1 s.")
                             .arg(difference);
    return {.title = title,
            .verdict = difference > largestClockDifference ? Verdict::Wrong : Verdict::Right,
            .text = text};
}

} // namespace

std::optional<QUrl> serverUrl(const QString &typed)
{
    QString text = typed.trimmed();
    while (text.endsWith(QLatin1Char('/')))
        text.chop(1);
    const QUrl url(text, QUrl::StrictMode);
    const QHostAddress address(url.host());
    const bool isHere = url.host() == QLatin1String("localhost") || address.isLoopback();
    const bool isAllowed =
        url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isHere);
    if (!url.isValid() || url.host().isEmpty() || !isAllowed || url.hasQuery() || url.hasFragment()
        || !url.userInfo().isEmpty())
        return std::nullopt;
    return url;
}

core::Task<void> checkServer(QUrl server, QNetworkAccessManager &network, const core::Clock &clock,
                             CheckListener listener, core::Cancellation cancellation)
{
    const QString base = QString::fromUtf8(server.toEncoded());
    const HttpAnswer healthAnswer = co_await get(network, at(server, "/health"), cancellation);
    if (cancellation.isCancelled())
        co_return;
    listener(health(healthAnswer));
    if (healthAnswer.status == 0)
        co_return; // the others would say the same
    const HttpAnswer resource =
        co_await get(network, at(server, "/.well-known/oauth-protected-resource"), cancellation);
    if (cancellation.isCancelled())
        co_return;
    listener(metadata(
        QCoreApplication::translate("admin::ServerCheck", "It describes its mailbox service"),
        resource, "resource", base + QStringLiteral("/mcp")));
    const HttpAnswer issuer =
        co_await get(network, at(server, "/.well-known/oauth-authorization-server"), cancellation);
    if (cancellation.isCancelled())
        co_return;
    listener(metadata(QCoreApplication::translate("admin::ServerCheck", "It describes its login"),
                      issuer, "issuer", base));
    const HttpAnswer stranger = co_await get(network, at(server, "/mcp"), cancellation);
    if (cancellation.isCancelled())
        co_return;
    listener(challenge(stranger, server));
    listener(clockOf(healthAnswer, clock));
}

} // namespace admin
