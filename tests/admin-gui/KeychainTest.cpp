// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Keychain.h"
#include "admin-gui/Stage.h"
#include "admin-gui/widgets/Banner.h"
#include "support/Await.h"

#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QPushButton>
#include <QTest>

namespace {

const QString keyText = QStringLiteral("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

} // namespace

/// The keychain of a real desktop session, see keychain.sh; and a desktop that has none. One
/// process sees one of them: which functions are run says CMakeLists.txt.
class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void storesReadsAndDeletes();
    void theWindowKeepsTheKeyThere();
    void withoutAServiceTheKeyIsTyped();

private:
    static bool says(const admin::MainWindow &window, const QString &words);

    admin::SystemKeychain m_keychain;
};

void KeychainTest::initTestCase()
{
    QVERIFY2(m_keychain.isThere(), "built without QtKeychain");
}

void KeychainTest::storesReadsAndDeletes()
{
    const QString name = QStringLiteral("a profile");
    QCOMPARE(support::await(m_keychain.read(name)).error().kind, core::ErrorKind::NotFound);
    QVERIFY(support::await(m_keychain.write(name, core::Secret::copyOf("first"))));
    QVERIFY(support::await(m_keychain.write(name, core::Secret::copyOf("sécond"))));
    const auto secret = support::await(m_keychain.read(name));
    QVERIFY(secret);
    QVERIFY(secret->equals("sécond"));
    QCOMPARE(support::await(m_keychain.read(QStringLiteral("another"))).error().kind,
             core::ErrorKind::NotFound);
    QVERIFY(support::await(m_keychain.remove(name)));
    QCOMPARE(support::await(m_keychain.read(name)).error().kind, core::ErrorKind::NotFound);
}

void KeychainTest::theWindowKeepsTheKeyThere()
{
    support::Stage stage;
    stage.useKeychain(m_keychain);
    auto *window = &stage.open();
    stage.dialogs.answers = {QStringLiteral("My profile"), keyText};
    stage.widget<QPushButton>("profile-save").click();
    stage.widget<QPushButton>("useKey").click();
    stage.widget<QPushButton>("keepKey").click();
    QVERIFY(support::waitUntil([&] {
        return says(*window, QStringLiteral("The keychain of this desktop has the key now."));
    }));
    stage.widget<QPushButton>("profile-save").click();

    window = &stage.open(); // which forgets the key
    QVERIFY(!stage.widget<QPushButton>("rotateKey").isEnabled());
    stage.widget<QPushButton>("useKey").click();
    QVERIFY(support::waitUntil([&] { return says(*window, QStringLiteral("The key is ready.")); }));
    QVERIFY(stage.widget<QPushButton>("rotateKey").isEnabled());
    QVERIFY(stage.dialogs.answers.empty()); // nobody was asked again

    int keyrings = 0;
    QDirIterator files(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(keyText.toUtf8()), qPrintable(file.fileName()));
        keyrings += file.fileName().endsWith(QStringLiteral(".keyring")) ? 1 : 0;
    }
    QCOMPARE(keyrings, 1); // that is where it is, encrypted
}

void KeychainTest::withoutAServiceTheKeyIsTyped()
{
    QCOMPARE(support::await(m_keychain.read(QStringLiteral("a profile"))).error().kind,
             core::ErrorKind::Unavailable);
    support::Stage stage;
    stage.useKeychain(m_keychain);
    const auto &window = stage.open();
    stage.dialogs.answers = {QStringLiteral("My profile"), keyText};
    stage.widget<QPushButton>("profile-save").click();
    stage.widget<QPushButton>("useKey").click();
    stage.widget<QPushButton>("keepKey").click();
    const QString words = QStringLiteral("The keychain of this desktop cannot be used. Unlock it, "
                                         "or choose another place for the key.");
    QVERIFY(support::waitUntil([&] { return says(window, words); }));

    // A profile that says the key is there: it is typed, as if there were no keychain.
    auto &place = stage.widget<QComboBox>("keyPlace");
    place.setCurrentIndex(place.findData(int(admin::KeyPlace::Keychain)));
    stage.dialogs.asked.clear();
    stage.dialogs.answers = {keyText};
    stage.widget<QPushButton>("useKey").click();
    QVERIFY(support::waitUntil([&] { return !stage.dialogs.asked.isEmpty(); }));
    QCOMPARE(stage.dialogs.asked,
             QStringList{QStringLiteral("Key of the server: ") + words
                         + QStringLiteral("\n\nENCRYPTION_KEY or ENCRYPTION_KEYS:")});
    QVERIFY(says(window, QStringLiteral("The key is ready.")));
}

bool KeychainTest::says(const admin::MainWindow &window, const QString &words)
{
    const auto banners = window.findChildren<admin::Banner *>();
    return std::ranges::any_of(
        banners, [&words](const admin::Banner *banner) { return banner->text() == words; });
}

QTEST_MAIN(KeychainTest)
#include "KeychainTest.moc"
