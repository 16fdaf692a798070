// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Stage.h"
#include "admin-gui/pages/ConnectPage.h"
#include "admin-gui/widgets/Banner.h"
#include "discovery/Dns.h"
#include "fetch/Fetcher.h"
#include "net/Resolver.h"
#include "support/Await.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSocketNotifier>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

#include <array>
#include <memory>

#include <unistd.h>

using namespace std::chrono_literals;

namespace {

constexpr int answersDescriptor = 3;
constexpr auto patience = 120s; ///< for those who use the client

/// What an administrator does, in the real window, with real mail servers and for a real daemon.
/// $STACK is the description that tests/sandbox/stack.py wrote. The client that was made goes out
/// through descriptor 3 as JSON; then the words "forget", "close" and "end" are waited for
/// on standard input, so that what is left can be looked at in between.
class Story : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theServersAreFound();
    void everyStepOfTheDiagnosisPasses();
    void aTestMessageComesBack();
    void theKeyIsThatOfTheServer();
    void aClientIsMade();
    void theSecretIsForgotten();
    void theWindowCloses();

private:
    int portOf(const char *server) const { return m_stack[QLatin1String(server)][u"port"].toInt(); }
    QJsonObject alice() const { return m_stack[u"users"].toArray().at(0).toObject(); }
    void test();
    void tell(const QJsonObject &answer);
    bool isTold(const QByteArray &word);

    QJsonObject m_stack;
    net::TlsPolicy m_tlsPolicy;
    std::unique_ptr<fetch::Fetcher> m_fetcher;
    discovery::Means m_means;
    std::unique_ptr<discovery::Finder> m_finder;
    std::unique_ptr<support::Stage> m_stage;
    admin::MainWindow *m_window = nullptr;
    QFile m_answers;
    QByteArray m_words;
};

void Story::initTestCase()
{
    QFile description(qEnvironmentVariable("STACK"));
    QVERIFY2(description.open(QIODevice::ReadOnly), "STACK names no file");
    m_stack = QJsonDocument::fromJson(description.readAll()).object();
    QVERIFY(m_answers.open(answersDescriptor, QIODevice::WriteOnly | QIODevice::Unbuffered));
    auto *words = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(words, &QSocketNotifier::activated, this, [this, words] {
        std::array<char, 64> bytes;
        const auto count = read(STDIN_FILENO, bytes.data(), bytes.size());
        if (count > 0)
            m_words.append(bytes.data(), count);
        else
            words->setEnabled(false);
    });

    // As in the program, but that no name service knows the sandbox: what it would say of the
    // domain is said here. The servers answer for themselves.
    m_tlsPolicy.extraCaFile = m_stack[u"ca_file"].toString().toStdString();
    m_fetcher = std::make_unique<fetch::Fetcher>(fetch::Policy(), discovery::Finder::fetchLimits(),
                                                 "admin_story", net::resolve);
    m_means = discovery::systemMeans(*m_fetcher, m_tlsPolicy);
    m_means.lookUpSrv =
        [this](std::string name, core::Deadline,
               core::Cancellation) -> core::Task<core::Result<std::vector<discovery::SrvRecord>>> {
        std::vector<discovery::SrvRecord> records;
        for (const auto &[service, server] :
             {std::pair("_imaps._tcp.example.test", "imap"),
              std::pair("_submissions._tcp.example.test", "smtp")}) {
            if (name == service)
                records.push_back({.target = "localhost", .port = std::uint16_t(portOf(server))});
        }
        return [](auto known) -> core::Task<core::Result<std::vector<discovery::SrvRecord>>> {
            co_return known;
        }(std::move(records));
    };
    m_finder = std::make_unique<discovery::Finder>(m_means);

    m_stage = std::make_unique<support::Stage>();
    m_stage->useRealClockAndChance();
    m_stage->find = [this](discovery::Query query, discovery::FindOptions options,
                           discovery::ProgressListener listener, core::Cancellation cancellation) {
        return m_finder->find(query, options, std::move(listener), std::move(cancellation));
    };
    m_stage->diagnose = [this](mailconnect::DiagnosisRequest request,
                               mailconnect::StepListener listener,
                               core::Cancellation cancellation) {
        request.tlsPolicy = m_tlsPolicy;
        return mailconnect::diagnose(std::move(request), std::move(listener),
                                     std::move(cancellation));
    };
    m_window = &m_stage->open();
}

void Story::theServersAreFound()
{
    auto &address = m_stage->widget<QLineEdit>("address");
    address.setFocus();
    QTest::keyClicks(&address, alice()[u"email"].toString());
    QTest::keyClick(&address, Qt::Key_Return);
    const auto &page = m_window->connectPage();
    QVERIFY(page.isBusy()); // and the window answers meanwhile
    QVERIFY(support::waitUntil([&] { return !page.isBusy(); }));
    for (const auto &[host, port, server] :
         {std::tuple("imapHost", "imapPort", "imap"), std::tuple("smtpHost", "smtpPort", "smtp")}) {
        QCOMPARE(m_stage->widget<QLineEdit>(host).text(), QStringLiteral("localhost"));
        QCOMPARE(m_stage->widget<QSpinBox>(port).value(), portOf(server));
    }
    QCOMPARE(m_stage->widget<QComboBox>("imapSecurity").currentIndex(), 0);
}

/// Presses the button, and says how long it took.
void Story::test()
{
    QElapsedTimer timer;
    timer.start();
    m_stage->widget<QPushButton>("test").click();
    const auto &page = m_window->connectPage();
    QVERIFY(support::waitUntil([&] { return !page.isBusy(); }));
    qInfo("the diagnosis of both servers took %lld ms", timer.elapsed());
    QCOMPARE(m_stage->widget<admin::Banner>("verdict").text(),
             QStringLiteral("IMAP: Everything works.\nSMTP: Everything works."));
    QCOMPARE(m_stage->widget<admin::Banner>("verdict").tone(), admin::Tone::Success);
    const auto &tree = m_stage->widget<QTreeWidget>("steps");
    QCOMPARE(tree.topLevelItemCount(), 2);
    for (int service = 0; service < 2; ++service) {
        const auto *root = tree.topLevelItem(service);
        QVERIFY(root->childCount() > 6);
        for (int i = 0; i < root->childCount(); ++i) {
            const QString sign = root->child(i)->data(0, Qt::AccessibleTextRole).toString();
            QVERIFY2(sign.endsWith(QStringLiteral(": passed"))
                         || sign.endsWith(QStringLiteral(": left out")),
                     qPrintable(sign));
        }
    }
}

void Story::everyStepOfTheDiagnosisPasses()
{
    QCOMPARE(m_stage->widget<QLineEdit>("user").text(), alice()[u"username"].toString());
    QTest::keyClicks(&m_stage->widget<QLineEdit>("password"), alice()[u"password"].toString());
    test();
}

void Story::aTestMessageComesBack()
{
    m_stage->widget<QCheckBox>("roundTrip").click();
    m_stage->widget<QCheckBox>("transcript").click();
    test();
    const auto *imap = m_stage->widget<QTreeWidget>("steps").topLevelItem(0);
    QCOMPARE(imap->child(imap->childCount() - 1)->text(0),
             QStringLiteral("Delete the test message"));
}

void Story::theKeyIsThatOfTheServer()
{
    m_stage->widget<QListWidget>("navigation").setCurrentRow(2);
    auto &place = m_stage->widget<QComboBox>("keyPlace");
    place.setCurrentIndex(place.findData(int(admin::KeyPlace::SettingsFile)));
    QTest::keyClicks(&m_stage->widget<QLineEdit>("keyPath"), m_stack[u"env_file"].toString());
    m_stage->widget<QPushButton>("useKey").click();
    QCOMPARE(m_stage->widget<QLineEdit>("baseUrl").text(), m_stack[u"base_url"].toString());
    m_stage->dialogs.answers.push_back(QStringLiteral("The sandbox"));
    m_stage->widget<QPushButton>("profile-save").click();
}

void Story::aClientIsMade()
{
    m_stage->widget<QListWidget>("navigation").setCurrentRow(1);
    QTest::keyClicks(&m_stage->widget<QPlainTextEdit>("redirectUris"),
                     QStringLiteral("http://127.0.0.1/callback"));
    m_stage->widget<QPushButton>("generate").click();
    const QString secret = m_stage->widget<QLineEdit>("clientSecret").text();
    QVERIFY(!secret.isEmpty());
    // Everything that shows the secret or copies it.
    m_stage->widget<QCheckBox>("withSecret").click();
    auto &program = m_stage->widget<QComboBox>("program");
    for (int i = 0; i < program.count(); ++i)
        program.setCurrentIndex(i);
    auto *copy = m_stage->widget<QLineEdit>("clientSecret").parent()->findChild<QPushButton *>();
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), secret);
    m_stage->widget<QLineEdit>("clientSecret").selectAll();
    copy->click(); // clears the clipboard
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    tell({{QStringLiteral("client_id"), m_stage->widget<QLineEdit>("clientId").text()},
          {QStringLiteral("client_secret"), secret}});
}

void Story::theSecretIsForgotten()
{
    QVERIFY(isTold("forget"));
    m_stage->widget<QPushButton>("forgetSecret").click();
    QVERIFY(m_stage->widget<QLineEdit>("clientSecret").text().isEmpty());
    QVERIFY(m_stage->widget<QPlainTextEdit>("snippet").toPlainText().isEmpty());
    QCoreApplication::processEvents();
    tell({{QStringLiteral("forgotten"), true}});
}

void Story::theWindowCloses()
{
    QVERIFY(isTold("close"));
    m_stage.reset();
    tell({{QStringLiteral("closed"), true}});
    QVERIFY(isTold("end"));
}

void Story::tell(const QJsonObject &answer)
{
    m_answers.write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
}

/// The window goes on living while we wait.
bool Story::isTold(const QByteArray &word)
{
    return support::waitUntil([&] { return m_words.contains(word + '\n'); }, patience);
}

} // namespace

QTEST_MAIN(Story)
#include "Story.moc"
