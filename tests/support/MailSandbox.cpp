// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/MailSandbox.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QProcess>

#include <array>

namespace support {

namespace {

constexpr int patience = 60'000; // ms

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        qFatal("%s %s failed: %s", qPrintable(program), qPrintable(arguments.join(u' ')),
               process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QByteArray sandbox(const QStringList &arguments)
{
    const QStringList script{QStringLiteral("-B"), QStringLiteral(SANDBOX)};
    return run(QStringLiteral(PYTHON), script + arguments);
}

/// The code of one reply, of several lines perhaps; 0 if there is none.
int replyCode(QLocalSocket &socket)
{
    while (true) {
        while (!socket.canReadLine()) {
            if (!socket.waitForReadyRead(patience))
                return 0;
        }
        const auto line = socket.readLine();
        if (line.size() > 3 && line.at(3) == ' ')
            return line.left(3).toInt();
    }
}

} // namespace

MailSandbox::MailSandbox(const QStringList &options)
{
    const QStringList arguments{QStringLiteral("start"), m_folder.path()};
    m_description = QJsonDocument::fromJson(sandbox(arguments + options)).object();
}

MailSandbox::~MailSandbox()
{
    sandbox({QStringLiteral("stop"), m_folder.path()});
}

QJsonObject MailSandbox::userAt(std::size_t user) const
{
    return m_description[u"users"].toArray().at(static_cast<qsizetype>(user)).toObject();
}

account::MailAccountPtr MailSandbox::account(std::size_t user) const
{
    const auto imap = m_description[u"imap"].toObject();
    const auto described = userAt(user);
    account::MailAccount account;
    account.imap.host = imap[u"host"].toString().toStdString();
    account.imap.port = static_cast<std::uint16_t>(imap[u"port"].toInt());
    account.imapLogin.username = described[u"username"].toString().toStdString();
    account.imapLogin.password =
        core::Secret::copyOf(described[u"password"].toString().toStdString());
    return std::make_shared<const account::MailAccount>(std::move(account));
}

std::string MailSandbox::authorityFile() const
{
    return m_description[u"ca_file"].toString().toStdString();
}

void MailSandbox::kick(std::size_t user) const
{
    run(QStringLiteral("doveadm"),
        {QStringLiteral("-c"),
         m_description[u"state_dir"].toString() + QStringLiteral("/dovecot.conf"),
         QStringLiteral("kick"), userAt(user)[u"username"].toString()});
}

bool MailSandbox::deliver(std::size_t user) const
{
    const auto run = m_description[u"state_dir"].toString() + QStringLiteral("/run/");
    const auto cyrus = run + QStringLiteral("cyrus-lmtp");
    QLocalSocket socket;
    socket.connectToServer(QFileInfo::exists(cyrus) ? cyrus : run + QStringLiteral("lmtp"));
    if (!socket.waitForConnected(patience) || replyCode(socket) != 220)
        return false;
    const auto recipient = userAt(user)[u"email"].toString().toUtf8();
    struct Step
    {
        QByteArray line;
        int expected;
    };
    const std::array steps = {
        Step{"LHLO localhost", 250},
        Step{"MAIL FROM:<sender@example.test>", 250},
        Step{"RCPT TO:<" + recipient + ">", 250},
        Step{"DATA", 354},
        Step{"From: sender@example.test\r\nTo: " + recipient
                 + "\r\nSubject: news\r\n\r\nNews.\r\n.",
             250},
        Step{"QUIT", 221},
    };
    for (const auto &step : steps) {
        socket.write(step.line + "\r\n");
        if (replyCode(socket) != step.expected)
            return false;
    }
    return true;
}

} // namespace support
