// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Stage.h"
#include "admin-gui/pages/ConnectPage.h"
#include "admin-gui/widgets/Banner.h"
#include "core/Async.h"
#include "support/Await.h"
#include "support/FaultyServers.h"
#include "support/ScriptedServer.h"

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

#include <thread>

using namespace std::chrono_literals;
using support::FaultyServer;
using support::MailProtocol;
using support::ScriptedServer;
using support::ScriptedServerOptions;

namespace {

/// What a person reads about one failure. %1 is the server.
struct Reading
{
    const char *fault = nullptr; ///< see support::faultyServers(); null: another server
    const char *step;            ///< as the tree shows and screen readers say it
    const char *verdict;
    const char *cause; ///< null: the verdict says it
    const char *remedy;
};

constexpr auto checkBoth = "Check both; the user name is often the whole e-mail address. With "
                           "two-factor login create an app password.";
constexpr auto oneIsWrong = "One of them is wrong, or the provider wants an app password.";
constexpr auto startsInTheClear = "The port begins in the clear: it is one for STARTTLS.";
constexpr auto chooseStartTls =
    "Choose STARTTLS for this port, or the port for TLS: 993 for IMAP, 465 for SMTP.";
constexpr auto notReadable =
    "Without it the password would be readable on the way, so nothing was sent.";
constexpr auto choosePort = "Choose the port for TLS: 993 for IMAP, 465 for SMTP.";
constexpr auto anotherProtocol = "It answers, but not as such a mail server does.";

const std::vector<Reading> readings{
    {"expired", "Encrypt (TLS): failed", "IMAP: The certificate of %1 has expired.", nullptr,
     "Renew the certificate and restart the mail server; check that the renewed one is the one it "
     "loads."},
    {"expired behind STARTTLS", "Encrypt (STARTTLS): failed",
     "SMTP: The certificate of %1 has expired.", nullptr,
     "Renew the certificate and restart the mail server; check that the renewed one is the one it "
     "loads."},
    {"not yet valid", "Encrypt (TLS): failed", "SMTP: The certificate of %1 is not valid yet.",
     "Its time has not begun, or the clock of this computer is wrong.",
     "Check the clock of this computer."},
    {"self-signed", "Encrypt (TLS): failed", "IMAP: The certificate of %1 is self-signed.",
     "No authority vouches for it, so anybody could have made it.",
     "Get a certificate from an authority, or name this certificate as a trusted authority "
     "(MAIL_CA_FILE)."},
    {"wrong name", "Encrypt (TLS): failed",
     "SMTP: The certificate of 127.0.0.1 is for another name.",
     "The names in the certificate do not include this host name.",
     "Use one of the names in the certificate as the host name, or get a certificate for this "
     "one."},
    {"unknown authority", "Encrypt (TLS): failed",
     "IMAP: The certificate of %1 is from an unknown authority.",
     "The authority is not among the trusted ones, or the server does not send its intermediate "
     "certificates.",
     "Let the mail server send its whole chain, or name your own authority as a trusted one "
     "(MAIL_CA_FILE)."},
    {"STARTTLS port spoken to with TLS, IMAP", "Encrypt (TLS): failed",
     "IMAP: %1 does not begin with TLS.", startsInTheClear, chooseStartTls},
    {"STARTTLS port spoken to with TLS, SMTP", "Encrypt (TLS): failed",
     "SMTP: %1 does not begin with TLS.", startsInTheClear, chooseStartTls},
    {"SMTP instead of IMAP", "Greeting: failed", "IMAP: %1 speaks another protocol.",
     anotherProtocol, "Check the port and the kind of encryption."},
    {"IMAP instead of SMTP", "Greeting: failed", "SMTP: %1 speaks another protocol.",
     anotherProtocol, "Check the port and the kind of encryption."},
    {"no STARTTLS, IMAP", "Encrypt (STARTTLS): failed", "IMAP: %1 does not offer STARTTLS.",
     notReadable, choosePort},
    {"no STARTTLS, SMTP", "Encrypt (STARTTLS): failed", "SMTP: %1 does not offer STARTTLS.",
     notReadable, choosePort},
    {"LOGINDISABLED with TLS", "Log in: failed", "IMAP: %1 accepts no logins here.",
     "It allows them only with encryption, or not at all (LOGINDISABLED).",
     "Choose TLS or STARTTLS; where it is chosen, have logins with passwords switched on for this "
     "mailbox."},
    {"wrong password", "Log in: failed", "IMAP: %1 refuses the user name or the password.",
     oneIsWrong, checkBoth},
    {"wrong password, SMTP", "Log in: failed", "SMTP: %1 refuses the user name or the password.",
     oneIsWrong, checkBoth},
    {"no SMTP AUTH", "Log in: failed", "SMTP: %1 offers no login (SMTP AUTH).",
     "The port is often the one for mail between servers (25), or logins are switched off.",
     "Use the port for sending, 465 or 587, or have SMTP AUTH switched on."},
};

} // namespace

/// The window in front of servers with which something is wrong: what people read, and that the
/// window goes on living meanwhile.
class FailureKindsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void eachFailureIsExplained_data();
    void eachFailureIsExplained();
    void aPortThatBeginsWithTls();
    void aPortAtWhichNobodyListens();
    void aPortThatSwallowsPackets();
    void greylisting();
    void slowness();
    void whateverFailsIsExplained_data();
    void whateverFailsIsExplained();
    void cancellingEndsEverythingAtOnce_data();
    void cancellingEndsEverythingAtOnce();
    void findingIsCancelled();

private:
    void point(MailProtocol protocol, std::uint16_t port, account::Security security);
    void test();
    void compare(const Reading &reading, std::uint16_t port);
    ScriptedServerOptions optionsFor(const FaultyServer &faulty) const;

    const support::TestCertificates m_certificates;
    mailconnect::DiagnosisLimits m_limits;
    std::unique_ptr<support::Stage> m_stage;
    admin::MainWindow *m_window = nullptr;
};

void FailureKindsTest::init()
{
    m_limits = {};
    m_limits.connect = 300ms;
    m_limits.greetingDoubt = 200ms;
    m_stage = std::make_unique<support::Stage>();
    m_stage->diagnose = [this](mailconnect::DiagnosisRequest request,
                               mailconnect::StepListener listener,
                               core::Cancellation cancellation) {
        request.tlsPolicy.extraCaFile = m_certificates.authorityFile();
        request.limits = m_limits;
        return mailconnect::diagnose(std::move(request), std::move(listener),
                                     std::move(cancellation));
    };
    m_window = &m_stage->open();
    m_stage->widget<QLineEdit>("user").setText(QStringLiteral("anna@mail.test"));
    m_stage->widget<QLineEdit>("password").setText(QStringLiteral("s3cret-Password"));
}

void FailureKindsTest::point(MailProtocol protocol, std::uint16_t port, account::Security security)
{
    const bool isImap = protocol == MailProtocol::Imap;
    m_stage->widget<QLineEdit>(isImap ? "imapHost" : "smtpHost")
        .setText(QStringLiteral("127.0.0.1"));
    m_stage->widget<QComboBox>(isImap ? "imapSecurity" : "smtpSecurity")
        .setCurrentIndex(security == account::Security::ImplicitTls ? 0 : 1);
    m_stage->widget<QSpinBox>(isImap ? "imapPort" : "smtpPort").setValue(port);
}

void FailureKindsTest::test()
{
    m_stage->widget<QPushButton>("test").click();
    QVERIFY(support::waitUntil([this] { return !m_window->connectPage().isBusy(); }));
}

ScriptedServerOptions FailureKindsTest::optionsFor(const FaultyServer &faulty) const
{
    ScriptedServerOptions options;
    options.identity = m_certificates.make(faulty.certificate);
    return options;
}

/// Everything that a person sees of one failed step.
void FailureKindsTest::compare(const Reading &reading, std::uint16_t port)
{
    const QString server = QStringLiteral("127.0.0.1:%1").arg(port);
    const auto text = [&server](const char *pattern) {
        return QString::fromUtf8(pattern).replace(QStringLiteral("%1"), server);
    };
    const auto &verdict = m_stage->widget<admin::Banner>("verdict");
    QVERIFY2(verdict.text().split(QLatin1Char('\n')).contains(text(reading.verdict)),
             qPrintable(verdict.text()));
    const auto *item = m_stage->widget<QTreeWidget>("steps").currentItem();
    QVERIFY(item);
    QCOMPARE(item->data(0, Qt::AccessibleTextRole).toString(), text(reading.step));
    // The same sentence in the tree, and in front of everything else about the step.
    const QString sentence = text(reading.verdict).mid(qsizetype(qstrlen("IMAP: ")));
    QCOMPARE(item->text(1), sentence);
    QStringList paragraphs = {sentence};
    if (reading.cause)
        paragraphs.append(QStringLiteral("Why: ") + text(reading.cause));
    paragraphs.append(QStringLiteral("What to do: ") + text(reading.remedy));
    const QString details = m_stage->widget<QPlainTextEdit>("details").toPlainText();
    QCOMPARE(details.split(QStringLiteral("\n\n")).mid(0, paragraphs.size()), paragraphs);
    for (const auto *label : verdict.findChildren<QLabel *>())
        QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
}

void FailureKindsTest::eachFailureIsExplained_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto &reading : readings)
        QTest::newRow(reading.fault) << index++;
}

void FailureKindsTest::eachFailureIsExplained()
{
    QFETCH(const int, index);
    const auto &reading = readings[std::size_t(index)];
    const auto faulty = support::withTls(support::faultyServer(reading.fault));
    const ScriptedServer server(faulty.script, optionsFor(faulty));
    point(faulty.protocol, server.port(), faulty.security);
    test();
    compare(reading, server.port());
    QCOMPARE(m_stage->widget<admin::Banner>("verdict").tone(), admin::Tone::Failure);
}

void FailureKindsTest::aPortThatBeginsWithTls()
{
    const support::TlsListener server(m_certificates.make(support::CertificateKind::Good));
    point(MailProtocol::Smtp, server.port(), account::Security::StartTls);
    m_limits.greetingDoubt = 1s;
    test();
    compare({.step = "Greeting: failed",
             .verdict = "SMTP: %1 waits for TLS.",
             .cause = "The port begins with TLS at once; STARTTLS is not used on it.",
             .remedy = "Choose TLS for this port, or the port for STARTTLS: 143 for IMAP, 587 for "
                       "SMTP."},
            server.port());
}

void FailureKindsTest::aPortAtWhichNobodyListens()
{
    const auto port = support::closedPort();
    point(MailProtocol::Imap, port, account::Security::ImplicitTls);
    test();
    compare({.step = "Connect: failed",
             .verdict = "IMAP: %1 refuses connections.",
             .cause = "The server is there, but nothing listens on this port.",
             .remedy = "Check the port: usually 993 or 143 for IMAP, 465 or 587 for SMTP."},
            port);
}

void FailureKindsTest::aPortThatSwallowsPackets()
{
    const support::BlackHole hole;
    point(MailProtocol::Imap, hole.port(), account::Security::ImplicitTls);
    test();
    compare({.step = "Connect: failed",
             .verdict = "IMAP: %1 does not answer.",
             .cause = "A firewall usually drops such connections silently; some providers block "
                      "mail ports.",
             .remedy = "Check the port, and whether a firewall lets connections to it out."},
            hole.port());
}

void FailureKindsTest::greylisting()
{
    ScriptedServerOptions options;
    options.identity = m_certificates.make(support::CertificateKind::Good);
    const ScriptedServer imap("TLS\n" + support::scripts::imapBeginning + support::scripts::imapEnd,
                              options);
    const ScriptedServer smtp("TLS\n" + support::scripts::smtpBeginning
                                  + "S: 250 ok\nC: RCPT TO:<anna@mail.test>\n"
                                    "S: 450 4.2.0 <b>Greylisted</b>, come again\n"
                                    "C: QUIT\nS: 221 bye",
                              options);
    point(MailProtocol::Imap, imap.port(), account::Security::ImplicitTls);
    point(MailProtocol::Smtp, smtp.port(), account::Security::ImplicitTls);
    m_stage->widget<QLineEdit>("address").setText(QStringLiteral("anna@mail.test"));
    m_stage->widget<QCheckBox>("roundTrip").setChecked(true);
    test();
    compare({.step = "Send a test message: failed",
             .verdict = "SMTP: %1 does not take the message just now.",
             .cause = "It asks to try again later, as greylisting does with unknown senders.",
             .remedy = "Try again in some minutes. Clients that log in should not be greylisted; "
                       "ask who runs the server."},
            smtp.port());
    QCOMPARE(imap.verdict(), std::string());
    QCOMPARE(smtp.verdict(), std::string());
}

void FailureKindsTest::slowness()
{
    constexpr auto slow = 200ms;
    ScriptedServerOptions options;
    options.identity = m_certificates.make(support::CertificateKind::Good);
    options.answers["late"] = [slow](const std::string &) {
        std::this_thread::sleep_for(2 * slow); // in the thread of the server, which is what is slow
        return std::string("235 2.7.0 in");
    };
    const ScriptedServer server("TLS\n" + support::scripts::smtpHello
                                    + "S: 250 AUTH PLAIN\nC: AUTH PLAIN {{*}}\nANSWER: late\n"
                                      "C: QUIT\nS: 221 bye",
                                options);
    m_limits.slow = slow;
    point(MailProtocol::Smtp, server.port(), account::Security::ImplicitTls);
    test();
    compare({.step = "Log in: warning",
             .verdict = "SMTP: Logged in with PLAIN. This took long.",
             .cause = "The server or the network is slow.",
             .remedy = "If it stays so, look at the load of the server, and at its name service: "
                       "many servers look up who connects."},
            server.port());
    QCOMPARE(m_stage->widget<admin::Banner>("verdict").tone(), admin::Tone::Warning);
}

void FailureKindsTest::whateverFailsIsExplained_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto &row : support::faultyServers())
        QTest::newRow(row.name) << index++;
}

void FailureKindsTest::whateverFailsIsExplained()
{
    QFETCH(const int, index);
    const auto faulty = support::withTls(support::faultyServers()[std::size_t(index)]);
    const ScriptedServer server(faulty.script, optionsFor(faulty));
    point(faulty.protocol, server.port(), faulty.security);
    test();
    const auto &verdict = m_stage->widget<admin::Banner>("verdict");
    QVERIFY(!verdict.text().isEmpty());
    if (verdict.tone() == admin::Tone::Success)
        return;
    QVERIFY(m_stage->widget<QPlainTextEdit>("details").toPlainText().contains(
        QStringLiteral("\n\nWhat to do: ")));
}

void FailureKindsTest::cancellingEndsEverythingAtOnce_data()
{
    QTest::addColumn<QString>("step"); // during which it is cancelled
    QTest::addColumn<QString>("script");
    QTest::newRow("blackholed") << QStringLiteral("Connect") << QString();
    QTest::newRow("TLS") << QStringLiteral("Encrypt (TLS)") << QStringLiteral("SILENCE");
    QTest::newRow("greeting") << QStringLiteral("Greeting") << QStringLiteral("TLS\nSILENCE");
    QTest::newRow("login") << QStringLiteral("Log in")
                           << QString::fromStdString("TLS\n" + support::scripts::imapGreeting
                                                     + support::scripts::imapLogin + "SILENCE");
    QTest::newRow("folders") << QStringLiteral("Folders")
                             << QString::fromStdString(
                                    "TLS\n" + support::scripts::imapGreeting
                                    + support::scripts::imapLogin
                                    + "S: TAG OK [CAPABILITY IMAP4rev1] in\nC: TAG LIST \"\" "
                                      "\"*\"\nSILENCE");
}

void FailureKindsTest::cancellingEndsEverythingAtOnce()
{
    QFETCH(const QString, step);
    QFETCH(const QString, script);
    for (auto *limit : {&m_limits.connect, &m_limits.tlsHandshake, &m_limits.greeting,
                        &m_limits.greetingDoubt, &m_limits.command, &m_limits.login})
        *limit = 60s;
    const support::BlackHole hole;
    std::unique_ptr<ScriptedServer> server;
    if (!script.isEmpty())
        server = std::make_unique<ScriptedServer>(
            script.toStdString(), optionsFor(support::faultyServer("wrong password")));
    point(MailProtocol::Imap, server ? server->port() : hole.port(),
          account::Security::ImplicitTls);
    // The longest time for which the window answers nobody.
    QElapsedTimer sinceTick;
    qint64 longest = 0;
    QTimer ticks;
    connect(&ticks, &QTimer::timeout, this,
            [&] { longest = std::max(longest, sinceTick.restart()); });
    sinceTick.start();
    ticks.start(5ms);
    QVERIFY(QTest::qWaitForWindowActive(m_window));

    m_stage->widget<QPushButton>("test").click();
    const auto &tree = m_stage->widget<QTreeWidget>("steps");
    QVERIFY(support::waitUntil([&] {
        const auto *service = tree.topLevelItem(0);
        const auto *last = service->child(service->childCount() - 1);
        return last
               && last->data(0, Qt::AccessibleTextRole) == step + QStringLiteral(": in progress");
    }));
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(m_window, Qt::Key_Escape);
    QVERIFY(support::waitUntil([this] { return !m_window->connectPage().isBusy(); }));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(m_stage->widget<admin::Banner>("verdict").text(), QStringLiteral("IMAP: Cancelled."));
    QVERIFY(m_stage->widget<QPushButton>("test").isEnabled());
    QVERIFY2(longest < 1000, qPrintable(QString::number(longest)));
}

void FailureKindsTest::findingIsCancelled()
{
    bool wasAsked = false;
    m_stage->find = [&wasAsked](discovery::Query, discovery::FindOptions,
                                discovery::ProgressListener, core::Cancellation cancellation) {
        wasAsked = true;
        const core::Completion<bool> end;
        auto registration = cancellation.onCancel([end] { end.complete(true); });
        return [](core::Completion<bool> cancelled, core::Cancellation::Registration)
                   -> core::Task<core::Result<discovery::FoundSettings>> {
            co_await cancelled;
            co_return core::Error(core::ErrorKind::Cancelled, "Cancelled.");
        }(end, std::move(registration));
    };
    m_window = &m_stage->open();
    m_stage->widget<QLineEdit>("address").setText(QStringLiteral("anna@example.com"));
    m_stage->widget<QPushButton>("find").click();
    QVERIFY(wasAsked);
    QVERIFY(m_window->connectPage().isBusy());
    m_stage->widget<QPushButton>("cancel").click();
    QVERIFY(support::waitUntil([this] { return !m_window->connectPage().isBusy(); }));
    QCOMPARE(m_stage->widget<admin::Banner>("found").text(), QStringLiteral("Cancelled."));
    QVERIFY(m_stage->widget<QPushButton>("find").isEnabled());
}

QTEST_MAIN(FailureKindsTest)
#include "FailureKindsTest.moc"
