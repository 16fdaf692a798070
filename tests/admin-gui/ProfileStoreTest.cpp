// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/ProfileStore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using admin::Profile;
using admin::ProfileStore;

class ProfileStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatWasSaved();
    void namesAreDifferent();
    void undoBringsBackTheOrder();
    void neverWritesOverAStrangeFile();
    void importAddsAndExportReads();
    void refusesAFileWithoutProfiles();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("deep/profiles.json")); }
    static Profile named(const char *name);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProfileStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Profile ProfileStoreTest::named(const char *name)
{
    Profile profile = Profile::fresh();
    profile.name = QLatin1String(name);
    return profile;
}

void ProfileStoreTest::keepsWhatWasSaved()
{
    Profile profile = named("A");
    profile.imap = {
        .host = "imap.example.com", .port = 143, .security = account::Security::StartTls};
    profile.scopes = {QStringLiteral("mail.read")};
    profile.lifetime = 30;
    profile.keyPlace = admin::KeyPlace::KeyFile;
    QString id;
    {
        ProfileStore store(path());
        const auto saved = store.save(profile);
        QVERIFY(saved);
        id = *saved;
    }
    const ProfileStore again(path());
    const Profile *read = again.find(id);
    QVERIFY(read);
    QVERIFY(read->imap == profile.imap);
    QCOMPARE(read->scopes, profile.scopes);
    QCOMPARE(read->lifetime, 30);
    QVERIFY(read->keyPlace == admin::KeyPlace::KeyFile);
}

void ProfileStoreTest::namesAreDifferent()
{
    ProfileStore store(path());
    const auto first = store.save(named("A"));
    const auto second = store.save(named("A"));
    QVERIFY(first && second);
    QCOMPARE(store.find(*second)->name, QStringLiteral("A (2)"));
    QVERIFY(store.save(*store.find(*first))); // itself is no other
    QCOMPARE(store.find(*first)->name, QStringLiteral("A"));
    const auto copy = store.duplicate(*first);
    QVERIFY(copy);
    QCOMPARE(store.find(*copy)->name, QStringLiteral("A (3)"));
}

void ProfileStoreTest::undoBringsBackTheOrder()
{
    ProfileStore store(path());
    QVERIFY(store.save(named("A")) && store.save(named("B")) && store.save(named("C")));
    QVERIFY(!store.canUndo());
    QVERIFY(store.remove(store.findNamed(QStringLiteral("B"))->id));
    QCOMPARE(store.profiles().size(), std::size_t(2));
    QVERIFY(store.undoRemove());
    QCOMPARE(store.profiles().at(1).name, QStringLiteral("B"));
    QVERIFY(!store.canUndo());
}

void ProfileStoreTest::neverWritesOverAStrangeFile()
{
    const QString strange = m_folder->filePath(QStringLiteral("strange.json"));
    QFile file(strange);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    ProfileStore store(strange);
    QVERIFY(store.problem().contains(strange));
    QVERIFY(!store.save(named("A")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
}

void ProfileStoreTest::importAddsAndExportReads()
{
    const QString exported = m_folder->filePath(QStringLiteral("exported.json"));
    ProfileStore store(path());
    QVERIFY(store.save(named("A")));
    QVERIFY(store.exportTo(exported));
    const auto count = store.importFrom(exported);
    QVERIFY(count);
    QCOMPARE(*count, std::size_t(1));
    QCOMPARE(store.profiles().at(1).name, QStringLiteral("A (2)"));
    QVERIFY(store.profiles().at(1).id != store.profiles().at(0).id);
}

void ProfileStoreTest::refusesAFileWithoutProfiles()
{
    const QString empty = m_folder->filePath(QStringLiteral("empty.json"));
    QFile file(empty);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"profiles\":[]}");
    file.close();
    ProfileStore store(path());
    const auto imported = store.importFrom(empty);
    QVERIFY(!imported);
    QVERIFY(imported.error().kind == core::ErrorKind::InvalidArgument);
    QVERIFY(!store.importFrom(m_folder->filePath(QStringLiteral("missing.json"))));
}

QTEST_GUILESS_MAIN(ProfileStoreTest)
#include "ProfileStoreTest.moc"
