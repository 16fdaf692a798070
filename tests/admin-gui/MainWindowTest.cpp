// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/CommandLine.h"
#include "admin-gui/Stage.h"
#include "admin-gui/pages/ConnectPage.h"
#include "admin-gui/widgets/Banner.h"
#include "core/Async.h"
#include "crypto/KeyRing.h"
#include "tokens/Tokens.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

#include <set>

namespace {

const QString keyText = QStringLiteral("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

} // namespace

/// The real window, driven by its own controls.
class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThenTests();
    void offersWhatElseWasFound();
    void testsWhatIsOnTheScreen();
    void textOfServersIsPlain();
    void escapeCancels();
    void generatesAClientThatTheServerOpens();
    void theSecretIsInNoFile();
    void refusesToGenerateWithoutAKey();
    void refusesAKeyFileThatOthersCanRead();
    void refusesInTheLanguageOfTheWindow();
    void keepsTheKeyInTheKeychain();
    void withoutAKeychainTheKeyIsTyped();
    void deletionOfAProfileCanBeUndone();
    void remembersPageAndProfile();
    void languageChangesAtOnce();
    void remembersTheWindowItself();
    void helpIsAboutThePage();
    void commandLine();

private:
    static void useKey(support::Stage &stage);
};

void MainWindowTest::useKey(support::Stage &stage)
{
    stage.dialogs.answers.push_back(keyText);
    stage.widget<QPushButton>("useKey").click();
}

void MainWindowTest::findsThenTests()
{
    support::Stage stage;
    auto &window = stage.open();
    auto &address = stage.widget<QLineEdit>("address");
    address.setFocus();
    QTest::keyClicks(&address, QStringLiteral("anna@example.com"));
    QTest::keyClick(&address, Qt::Key_Return);
    QCOMPARE(stage.widget<QLineEdit>("imapHost").text(), QStringLiteral("imap.example.com"));
    QCOMPARE(stage.widget<QSpinBox>("smtpPort").value(), 587);
    QCOMPARE(stage.widget<QLineEdit>("user").text(), QStringLiteral("anna@example.com"));
    QVERIFY(stage.widget<admin::Banner>("found").text().contains(
        QStringLiteral("https://example.com/app-passwords")));

    auto &password = stage.widget<QLineEdit>("password");
    QTest::keyClicks(&password, QStringLiteral("secret"));
    QTest::keyClick(&password, Qt::Key_Return);
    auto &steps = stage.widget<QTreeWidget>("steps");
    QCOMPARE(steps.topLevelItemCount(), 2);
    QCOMPARE(steps.topLevelItem(0)->childCount(), 6);
    QVERIFY(!window.connectPage().isBusy());
    // The worst step is the one that is explained.
    const QString details = stage.widget<QPlainTextEdit>("details").toPlainText();
    QVERIFY(details.contains(QStringLiteral("What to do: Make an app password and type it in.")));
    QCOMPARE(stage.widget<admin::Banner>("verdict").tone(), admin::Tone::Failure);
    // Not by colour alone.
    QCOMPARE(steps.topLevelItem(1)->child(3)->data(0, Qt::AccessibleTextRole).toString(),
             QStringLiteral("Log in: failed"));
}

void MainWindowTest::offersWhatElseWasFound()
{
    support::Stage stage;
    stage.find = [](discovery::Query, discovery::FindOptions, discovery::ProgressListener,
                    core::Cancellation) {
        return []() -> core::Task<core::Result<discovery::FoundSettings>> {
            auto found = support::foundExample();
            discovery::ServerCandidate other;
            other.endpoint = {
                .host = "mail.example.net", .port = 143, .security = account::Security::StartTls};
            other.origin = {.source = discovery::Source::Srv, .place = "_imap._tcp.example.com"};
            other.needsConfirmation = true;
            found.imap.push_back(other);
            co_return found;
        }();
    };
    auto &window = stage.open();
    stage.widget<QLineEdit>("address").setText(QStringLiteral("anna@example.com"));
    stage.widget<QPushButton>("find").click();
    QVERIFY(!stage.widget<QComboBox>("smtpCandidates").isVisible()); // there is no choice
    auto &candidates = stage.widget<QComboBox>("imapCandidates");
    QVERIFY(candidates.isVisible());
    QCOMPARE(candidates.count(), 2);
    QCOMPARE(candidates.currentText(), QStringLiteral("imap.example.com:993"));
    QTest::keyClick(&candidates, Qt::Key_Down);
    QCOMPARE(stage.widget<QLineEdit>("imapHost").text(), QStringLiteral("mail.example.net"));
    QCOMPARE(stage.widget<QSpinBox>("imapPort").value(), 143);
    QCOMPARE(stage.widget<QComboBox>("imapSecurity").currentIndex(), 1);
    const auto says = [&window](const QString &words) {
        const auto labels = window.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    QVERIFY(says(QStringLiteral("_imap._tcp.example.com")));
    QVERIFY(says(QStringLiteral("names mail.example.net. Use it only if you know this host.")));
    // What is typed is neither of them.
    QTest::keyClicks(&stage.widget<QLineEdit>("imapHost"), QStringLiteral("x"));
    QCOMPARE(candidates.currentIndex(), -1);
    QVERIFY(!says(QStringLiteral("_imap._tcp.example.com")));
    QTest::keyClick(&candidates, Qt::Key_Down);
    QCOMPARE(stage.widget<QLineEdit>("imapHost").text(), QStringLiteral("imap.example.com"));
}

void MainWindowTest::testsWhatIsOnTheScreen()
{
    support::Stage stage;
    std::optional<account::ServerEndpoint> asked;
    std::string password;
    stage.diagnose = [&](mailconnect::DiagnosisRequest request, mailconnect::StepListener,
                         core::Cancellation) {
        asked = request.imap;
        password = request.imapLogin->password.reveal();
        return [](mailconnect::DiagnosisReport report) -> core::Task<mailconnect::DiagnosisReport> {
            co_return report;
        }(support::reportExample(request));
    };
    stage.open();
    stage.widget<QLineEdit>("imapHost").setText(QStringLiteral("mail.example.org"));
    stage.widget<QComboBox>("imapSecurity").setCurrentIndex(1);
    stage.widget<QLineEdit>("user").setText(QStringLiteral("anna"));
    stage.widget<QLineEdit>("password").setText(QStringLiteral(" pass word "));
    stage.widget<QPushButton>("test").click();
    QVERIFY(asked);
    QCOMPARE(asked->host, std::string("mail.example.org"));
    QCOMPARE(asked->port, std::uint16_t(143)); // went along with the encryption
    QVERIFY(asked->security == account::Security::StartTls);
    QCOMPARE(password, std::string(" pass word ")); // blanks belong to it
}

void MainWindowTest::textOfServersIsPlain()
{
    support::Stage stage;
    const auto &window = stage.open();
    stage.widget<QLineEdit>("imapHost").setText(QStringLiteral("mail.example.org"));
    stage.widget<QLineEdit>("smtpHost").setText(QStringLiteral("mail.example.org"));
    stage.widget<QPushButton>("test").click();
    QVERIFY(stage.widget<QPlainTextEdit>("details").toPlainText().contains(
        QStringLiteral("<b>Username</b>")));
    for (const auto *label : window.findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText || label->buddy() || label->text().isEmpty(),
                 qPrintable(label->text()));
}

void MainWindowTest::escapeCancels()
{
    support::Stage stage;
    bool wasCancelled = false;
    core::Cancellation::Registration registration;
    const core::Completion<bool> end;
    stage.diagnose = [&](mailconnect::DiagnosisRequest request, mailconnect::StepListener,
                         core::Cancellation cancellation) {
        registration = cancellation.onCancel([&] { wasCancelled = true; });
        return [](mailconnect::DiagnosisReport report,
                  core::Completion<bool> done) -> core::Task<mailconnect::DiagnosisReport> {
            co_await done;
            co_return report;
        }(support::reportExample(request), end);
    };
    auto &window = stage.open();
    stage.widget<QLineEdit>("imapHost").setText(QStringLiteral("mail.example.org"));
    stage.widget<QPushButton>("test").click();
    QVERIFY(window.connectPage().isBusy());
    QVERIFY(!stage.widget<QPushButton>("test").isEnabled());
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(wasCancelled);
    end.complete(true);
    QVERIFY(!window.connectPage().isBusy());
    QVERIFY(stage.widget<QPushButton>("test").isEnabled());
}

void MainWindowTest::generatesAClientThatTheServerOpens()
{
    support::Stage stage;
    stage.open();
    stage.widget<QLineEdit>("address").setText(QStringLiteral("anna@example.com"));
    stage.widget<QPushButton>("find").click();
    useKey(stage);
    stage.widget<QLineEdit>("baseUrl").setText(QStringLiteral("https://mcp.example.com"));
    stage.widget<QCheckBox>("scope-send").setChecked(false);
    stage.widget<QPushButton>("generate").click();
    const auto keys = crypto::KeyRing::parse(keyText.toStdString(), {});
    QVERIFY(keys);
    const tokens::Tokens server(*keys, "https://mcp.example.com", {}, stage.clock, stage.random);
    const auto client =
        server.openClientId(stage.widget<QLineEdit>("clientId").text().toStdString());
    QVERIFY(client);
    QCOMPARE(client->imap.host, std::string("imap.example.com"));
    QVERIFY(!client->maximalScopes.contains("mail.send"));
    QVERIFY(client->maximalScopes.contains("mail.read"));
    const QString secret = stage.widget<QLineEdit>("clientSecret").text();
    QVERIFY(client->hasSecret(secret.toStdString()));
    // The snippet holds the secret only when that was asked for.
    auto &program = stage.widget<QComboBox>("program");
    program.setCurrentIndex(program.findText(QStringLiteral("Codex CLI")));
    auto &snippet = stage.widget<QPlainTextEdit>("snippet");
    QVERIFY(snippet.toPlainText().contains(QStringLiteral("https://mcp.example.com/mcp")));
    QVERIFY(!snippet.toPlainText().contains(secret));
}

void MainWindowTest::theSecretIsInNoFile()
{
    support::Stage stage;
    stage.open();
    stage.widget<QLineEdit>("address").setText(QStringLiteral("anna@example.com"));
    stage.widget<QPushButton>("find").click();
    const QString password = QStringLiteral("hunter2-hunter2");
    stage.widget<QLineEdit>("password").setText(password);
    stage.widget<QPushButton>("test").click();
    useKey(stage);
    stage.widget<QLineEdit>("baseUrl").setText(QStringLiteral("https://mcp.example.com"));
    stage.widget<QPushButton>("generate").click();
    const QString secret = stage.widget<QLineEdit>("clientSecret").text();
    QVERIFY(!secret.isEmpty());
    stage.dialogs.answers.push_back(QStringLiteral("My profile"));
    stage.widget<QPushButton>("profile-save").click();
    stage.close();
    int files = 0;
    QDirIterator folder(stage.path("."), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (folder.hasNext()) {
        QFile file(folder.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        for (const auto &text : {secret, password, keyText})
            QVERIFY2(!content.contains(text.toUtf8()), qPrintable(file.fileName()));
        ++files;
    }
    QCOMPARE(files, 2); // settings and profiles
}

void MainWindowTest::refusesToGenerateWithoutAKey()
{
    support::Stage stage;
    auto &window = stage.open();
    stage.widget<QPushButton>("generate").click();
    bool isSaid = false;
    for (auto *banner : window.findChildren<admin::Banner *>())
        isSaid = isSaid || banner->text() == QStringLiteral("First choose the key of the server.");
    QVERIFY(isSaid);
    QVERIFY(stage.widget<QLineEdit>("clientSecret").text().isEmpty());
}

void MainWindowTest::refusesAKeyFileThatOthersCanRead()
{
    support::Stage stage;
    auto &window = stage.open();
    QFile file(stage.path("key"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(keyText.toUtf8());
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    stage.widget<QComboBox>("keyPlace").setCurrentIndex(int(admin::KeyPlace::KeyFile));
    stage.widget<QLineEdit>("keyPath").setText(file.fileName());
    const auto says = [&window](const QString &text) {
        for (auto *banner : window.findChildren<admin::Banner *>()) {
            if (banner->text().contains(text))
                return true;
        }
        return false;
    };
    stage.widget<QPushButton>("useKey").click();
    QVERIFY(says(QStringLiteral("chmod 600")));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    stage.widget<QPushButton>("useKey").click();
    QVERIFY(says(QStringLiteral("The key is ready.")));
}

/// What the inner rooms say against a key or a redirect URI.
void MainWindowTest::refusesInTheLanguageOfTheWindow()
{
    support::Stage stage;
    admin::Settings(stage.path("settings.ini")).setLanguage(QStringLiteral("de"));
    const auto &window = stage.open();
    const auto said = [&window] {
        QStringList texts;
        for (const auto *banner : window.findChildren<admin::Banner *>())
            texts.append(banner->text());
        return texts.join(QLatin1Char('\n'));
    };
    QFile file(stage.path("key"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("c2hvcnQ=");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    auto &place = stage.widget<QComboBox>("keyPlace");
    place.setCurrentIndex(place.findData(int(admin::KeyPlace::KeyFile)));
    stage.widget<QLineEdit>("keyPath").setText(file.fileName());
    auto &use = stage.widget<QPushButton>("useKey");
    use.click();
    QVERIFY2(said().contains(QStringLiteral("kann nicht nur von ihrem Eigentümer benutzt werden "
                                            "(Modus 0604)")),
             qPrintable(said()));
    QVERIFY(said().contains(QStringLiteral("chmod 600 ") + file.fileName()));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    use.click();
    QVERIFY2(said().contains(QStringLiteral("ENCRYPTION_KEY enthält 5 Bytes")), qPrintable(said()));
    QVERIFY(file.remove());
    use.click();
    QVERIFY2(said().contains(QStringLiteral("Es gibt keine Datei ") + file.fileName()),
             qPrintable(said()));

    place.setCurrentIndex(place.findData(int(admin::KeyPlace::AskedFor)));
    stage.dialogs.answers = {QStringLiteral("a:%1,a:%1").arg(keyText), keyText};
    use.click();
    QVERIFY2(said().contains(QStringLiteral("nennt den Schlüssel 'a' zweimal")),
             qPrintable(said()));
    use.click();
    stage.widget<QLineEdit>("address").setText(QStringLiteral("anna@example.com"));
    stage.widget<QPushButton>("find").click();
    stage.widget<QPlainTextEdit>("redirectUris")
        .setPlainText(QStringLiteral("http://example.com/"));
    stage.widget<QPushButton>("generate").click();
    QVERIFY2(said().contains(QStringLiteral("„http://example.com/“ kann nicht verwendet werden: "
                                            "http ist nur")),
             qPrintable(said()));
}

void MainWindowTest::keepsTheKeyInTheKeychain()
{
    support::Stage stage;
    stage.open();
    useKey(stage);
    stage.widget<QPushButton>("keepKey").click();
    QVERIFY(stage.keychain.secrets.empty()); // the profile has no name yet
    stage.dialogs.answers.push_back(QStringLiteral("My profile"));
    stage.widget<QPushButton>("profile-save").click();
    stage.widget<QPushButton>("keepKey").click();
    QCOMPARE(stage.keychain.secrets.size(), std::size_t(1));
    stage.widget<QPushButton>("profile-save").click();
    stage.open(); // the key is forgotten
    QCOMPARE(stage.widget<QComboBox>("keyPlace").currentIndex(), int(admin::KeyPlace::Keychain));
    QVERIFY(!stage.widget<QPushButton>("rotateKey").isEnabled());
    stage.widget<QPushButton>("useKey").click();
    QVERIFY(stage.widget<QPushButton>("rotateKey").isEnabled());
}

void MainWindowTest::withoutAKeychainTheKeyIsTyped()
{
    support::Stage stage;
    stage.open();
    stage.dialogs.answers.push_back(QStringLiteral("My profile"));
    auto &place = stage.widget<QComboBox>("keyPlace");
    place.setCurrentIndex(place.findData(int(admin::KeyPlace::Keychain)));
    stage.widget<QPushButton>("profile-save").click();
    stage.keychain.hasService = false; // as on a system without QtKeychain
    stage.open();
    QVERIFY(!stage.widget<QPushButton>("keepKey").isVisibleTo(nullptr));
    QCOMPARE(stage.widget<QComboBox>("keyPlace").currentText(), QStringLiteral("typed each time"));
    useKey(stage);
    QVERIFY(stage.widget<QPushButton>("rotateKey").isEnabled());
}

void MainWindowTest::deletionOfAProfileCanBeUndone()
{
    support::Stage stage;
    stage.open();
    stage.dialogs.answers.push_back(QStringLiteral("My profile"));
    stage.widget<QPushButton>("profile-save").click();
    auto &list = stage.widget<QListWidget>("profiles");
    QCOMPARE(list.count(), 1);
    stage.widget<QPushButton>("profile-delete").click();
    QCOMPARE(list.count(), 0);
    stage.widget<QPushButton>("profile-refresh").click();
    QCOMPARE(list.count(), 1);
    QCOMPARE(list.item(0)->text(), QStringLiteral("My profile"));
}

void MainWindowTest::remembersPageAndProfile()
{
    support::Stage stage;
    stage.open();
    stage.widget<QListWidget>("navigation").setCurrentRow(2);
    stage.widget<QLineEdit>("imapHost").setText(QStringLiteral("imap.example.com"));
    QTest::keyClicks(&stage.widget<QLineEdit>("imapHost"), QStringLiteral("."));
    stage.dialogs.answers.push_back(QStringLiteral("My profile"));
    stage.widget<QPushButton>("profile-save").click();
    auto &window = stage.open();
    QCOMPARE(stage.widget<QListWidget>("navigation").currentRow(), 2);
    QVERIFY(window.windowTitle().startsWith(QStringLiteral("My profile")));
    QCOMPARE(stage.widget<QLineEdit>("imapHost").text(), QStringLiteral("imap.example.com."));
}

void MainWindowTest::languageChangesAtOnce()
{
    support::Stage stage;
    auto &window = stage.open();
    auto &test = stage.widget<QPushButton>("test");
    const QString english = test.text();
    std::set<QString> texts;
    for (auto *action : window.findChildren<QAction *>()) {
        if (action->text() != QStringLiteral("العربية")
            && action->text() != QStringLiteral("Deutsch")
            && action->text() != QStringLiteral("日本語"))
            continue;
        action->trigger();
        QApplication::processEvents();
        texts.insert(test.text());
        QCOMPARE(QGuiApplication::layoutDirection(),
                 action->text() == QStringLiteral("العربية") ? Qt::RightToLeft : Qt::LeftToRight);
    }
    QCOMPARE(texts.size(), std::size_t(3));
    QVERIFY(!texts.contains(english));
}

void MainWindowTest::remembersTheWindowItself()
{
    support::Stage stage;
    const QSize size(760, 560); // it fits the screen of the platform "offscreen"
    stage.open().resize(size);
    QApplication::processEvents();
    admin::Settings(stage.path("settings.ini")).setAppearance(admin::Appearance::Dark);
    const auto &window = stage.open();
    QCOMPARE(window.size(), size);
    for (const auto *action : window.findChildren<QAction *>()) {
        if (action->text() == QStringLiteral("D&ark"))
            QVERIFY(action->isChecked());
    }
}

void MainWindowTest::helpIsAboutThePage()
{
    support::Stage stage;
    auto &window = stage.open();
    std::set<QString> texts;
    stage.dialogs.onRun = [&texts](const QDialog &dialog) {
        texts.insert(dialog.findChild<QPlainTextEdit *>()->toPlainText());
    };
    auto &navigation = stage.widget<QListWidget>("navigation");
    for (int page = 0; page < navigation.count(); ++page) {
        navigation.setCurrentRow(page);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F1);
    }
    QCOMPARE(texts.size(), std::size_t(navigation.count()));
    QVERIFY(!texts.contains(QString()));
}

void MainWindowTest::commandLine()
{
    using admin::CommandLine;
    const auto parse = [](const QStringList &arguments) {
        return admin::parseCommandLine(QStringList{QStringLiteral("mail_mcp_admin")} + arguments);
    };
    const auto help = std::get<CommandLine::Text>(parse({QStringLiteral("--help")}));
    QCOMPARE(help.exitCode, 0);
    for (const char *option : {"--profile", "--diagnose"})
        QVERIFY(help.text.contains(QLatin1String(option)));
    QCOMPARE(std::get<CommandLine::Text>(parse({QStringLiteral("--nonsense")})).exitCode, 2);
    QCOMPARE(std::get<CommandLine::Text>(parse({QStringLiteral("nonsense")})).exitCode, 2);
    const auto wanted =
        std::get<CommandLine>(parse({QStringLiteral("--profile"), QStringLiteral("My profile"),
                                     QStringLiteral("--diagnose=example.com")}));
    QCOMPARE(wanted.profile, QStringLiteral("My profile"));
    QCOMPARE(wanted.host, QStringLiteral("example.com"));

    support::Stage stage;
    auto *window = &stage.open();
    stage.dialogs.answers.push_back(wanted.profile);
    stage.widget<QPushButton>("profile-save").click();
    window = &stage.open();
    QVERIFY(!window->openProfile(QStringLiteral("Another")));
    QVERIFY(window->openProfile(wanted.profile));
    window->diagnose(wanted.host);
    QCOMPARE(stage.widget<QLineEdit>("address").text(), wanted.host);
    QCOMPARE(stage.widget<QTreeWidget>("steps").topLevelItemCount(), 2); // found, and tested
}

QTEST_MAIN(MainWindowTest)
#include "MainWindowTest.moc"
