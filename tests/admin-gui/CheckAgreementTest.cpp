// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Stage.h"
#include "admin-gui/pages/ConnectPage.h"
#include "support/Await.h"
#include "support/FaultyServers.h"
#include "support/ScriptedServer.h"

#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using support::MailProtocol;
using support::ScriptedServer;

/// The window and `mail_mcp check --json` say the same of the same server, word for word.
class CheckAgreementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothSayTheSame_data();
    void bothSayTheSame();

private:
    QJsonObject fromWindow(const support::FaultyServer &faulty,
                           const support::ScriptedServerOptions &options) const;
    QJsonObject fromCommand(const support::FaultyServer &faulty,
                            const support::ScriptedServerOptions &options) const;

    const support::TestCertificates m_certificates;
};

namespace {

const QString userName = QStringLiteral("anna@mail.test");
const QString password = QStringLiteral("s3cret-Password");

/// Without what is another time in every run: how long it took, ports, and the time.
QJsonValue comparable(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray result;
        for (const auto &item : value.toArray())
            result.append(comparable(item));
        return result;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (const auto *name : {"milliseconds", "started_at", "port"})
        object.remove(QLatin1String(name));
    for (auto member = object.begin(); member != object.end(); ++member)
        *member = comparable(*member);
    return object;
}

QJsonObject report(QByteArray json, std::uint16_t port)
{
    json.replace(':' + QByteArray::number(port), ":PORT");
    return comparable(QJsonDocument::fromJson(json).object()).toObject();
}

} // namespace

QJsonObject CheckAgreementTest::fromWindow(const support::FaultyServer &faulty,
                                           const support::ScriptedServerOptions &options) const
{
    const ScriptedServer server(faulty.script, options);
    support::Stage stage;
    stage.diagnose = [this](mailconnect::DiagnosisRequest request,
                            mailconnect::StepListener listener, core::Cancellation cancellation) {
        request.tlsPolicy.extraCaFile = m_certificates.authorityFile();
        return mailconnect::diagnose(std::move(request), std::move(listener),
                                     std::move(cancellation));
    };
    auto &window = stage.open();
    const bool isImap = faulty.protocol == MailProtocol::Imap;
    stage.widget<QLineEdit>(isImap ? "imapHost" : "smtpHost").setText(QStringLiteral("127.0.0.1"));
    stage.widget<QComboBox>(isImap ? "imapSecurity" : "smtpSecurity")
        .setCurrentIndex(faulty.security == account::Security::ImplicitTls ? 0 : 1);
    stage.widget<QSpinBox>(isImap ? "imapPort" : "smtpPort").setValue(server.port());
    stage.widget<QLineEdit>("address").setText(userName);
    stage.widget<QLineEdit>("user").setText(userName);
    stage.widget<QLineEdit>("password").setText(password);
    stage.widget<QPushButton>("test").click();
    if (!support::waitUntil([&] { return !window.connectPage().isBusy(); }))
        return {};
    stage.dialogs.answers.push_back(stage.path("report.json"));
    stage.widget<QPushButton>("saveReport").click();
    QFile file(stage.path("report.json"));
    return file.open(QIODevice::ReadOnly) ? report(file.readAll(), server.port()) : QJsonObject();
}

QJsonObject CheckAgreementTest::fromCommand(const support::FaultyServer &faulty,
                                            const support::ScriptedServerOptions &options) const
{
    const ScriptedServer server(faulty.script, options);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("password")));
    if (!file.open(QIODevice::WriteOnly) || file.write(password.toUtf8()) < 0
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return {};
    file.close();
    const QString protocol =
        faulty.protocol == MailProtocol::Imap ? QStringLiteral("imap") : QStringLiteral("smtp");
    QProcess process;
    process.start(
        qEnvironmentVariable("MAIL_MCP"),
        {QStringLiteral("check"), QStringLiteral("--json"),
         QStringLiteral("--%1-host=127.0.0.1").arg(protocol),
         QStringLiteral("--%1-port=%2").arg(protocol).arg(server.port()),
         faulty.security == account::Security::ImplicitTls
             ? QStringLiteral("--%1-ssl").arg(protocol)
             : QStringLiteral("--no-%1-ssl").arg(protocol),
         QStringLiteral("--ca-file=") + QString::fromStdString(m_certificates.authorityFile()),
         QStringLiteral("--username=") + userName,
         QStringLiteral("--password-file=") + file.fileName()});
    if (!process.waitForFinished() || process.exitCode() != 1) {
        qWarning("%s", process.readAllStandardError().constData());
        return {};
    }
    return report(process.readAllStandardOutput(), server.port());
}

void CheckAgreementTest::bothSayTheSame_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *fault, const char *finding) {
        QTest::newRow(fault) << QByteArray(fault) << QString::fromLatin1(finding);
    };
    row("wrong password", "wrong_credentials");
    row("expired", "certificate_expired");
    row("no STARTTLS, SMTP", "no_starttls");
    row("no SMTP AUTH", "no_authentication");
}

void CheckAgreementTest::bothSayTheSame()
{
    QFETCH(const QByteArray, fault);
    QFETCH(const QString, finding);
    const auto faulty = support::withTls(support::faultyServer(fault.toStdString()));
    support::ScriptedServerOptions options;
    options.identity = m_certificates.make(faulty.certificate);
    const auto window = fromWindow(faulty, options);
    const auto command = fromCommand(faulty, options);
    QCOMPARE(command[u"verdict"].toString(), QStringLiteral("failed"));
    const auto service =
        command[faulty.protocol == MailProtocol::Imap ? u"imap" : u"smtp"].toObject();
    QCOMPARE(service[u"steps"].toArray().last().toObject()[u"finding"].toString(), finding);
    QCOMPARE(QJsonDocument(window).toJson(), QJsonDocument(command).toJson());
}

QTEST_MAIN(CheckAgreementTest)
#include "CheckAgreementTest.moc"
