// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/FolderRole.h"

#include <QTest>

using imap::SpecialUse;

namespace {

imap::ListEntry entry(std::string_view path, SpecialUse use = SpecialUse::None)
{
    imap::ListEntry result;
    const auto name = imap::MailboxName::fromText(path);
    if (!name)
        qFatal("not a name");
    result.name = *name;
    result.delimiter = '/';
    result.specialUse = use;
    return result;
}

/// "sent drafts -": the roles, a dash for none.
QByteArray rolesText(const imap::MailboxList &list)
{
    QByteArrayList names;
    for (const SpecialUse role : imap::rolesOf(list))
        names.append(
            role == SpecialUse::None ? "-" : QByteArray::fromStdString(std::string(nameOf(role))));
    return names.join(' ');
}

} // namespace

class FolderRoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usualNamesHaveARole_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("role");
        const auto row = [](const char *path, const char *role) {
            QTest::newRow(path) << QByteArray(path) << QByteArray(role);
        };
        row("inbox", "inbox");
        row("Sent", "sent");
        row("SENT ITEMS", "sent");
        row("INBOX/Sent", "sent");
        row("Inbox/Drafts", "drafts");
        row("[Gmail]/Sent Mail", "sent");
        row("[Google Mail]/Trash", "trash");
        row("Gesendete Elemente", "sent");
        row("Entwürfe", "drafts");
        row("GELÖSCHTE ELEMENTE", "trash");
        row("Éléments envoyés", "sent");
        row("E\u0301le\u0301ments supprime\u0301s", "trash"); // decomposed, as macOS writes
        row("Enviados", "sent");
        row("Lixeira", "trash");
        row("Posta inviata", "sent");
        row("Verzonden items", "sent");
        row("Skickade objekt", "sent");
        row("Sendte elementer", "sent");
        row("Lähetetyt", "sent");
        row("Wysłane", "sent");
        row("Odeslaná pošta", "sent");
        row("Elküldött elemek", "sent");
        row("Elemente trimise", "sent");
        row("ОТПРАВЛЕННЫЕ", "sent");
        row("Надіслані", "sent");
        row("Απεσταλμένα", "sent");
        row("Gönderilmiş Öğeler", "sent");
        row("送信済みアイテム", "sent");
        row("已发送邮件", "sent");
        row("보낸편지함", "sent");
        row("פריטים שנשלחו", "sent");
        row("العناصر المرسلة", "sent");
        row("Đã gửi", "sent");
        row("下書き", "drafts");
        row("Черновики", "drafts");
        row("垃圾邮件", "junk");
        row("Courrier indésirable", "junk");
        row("Archiv", "archive");
        row("Projects/Sent", "-");
        row("INBOX/Projects/Sent", "-");
        row("Sentinel", "-");
        row("", "-");
    }
    void usualNamesHaveARole()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, role);
        imap::MailboxList list;
        if (path.isEmpty()) {
            QCOMPARE(rolesText(list), QByteArray());
            return;
        }
        list.mailboxes = {entry(path.toStdString())};
        QCOMPARE(rolesText(list), role);
    }

    void theServersWordCounts()
    {
        imap::MailboxList list;
        list.mailboxes = {entry("INBOX"), entry("Sent"), entry("Ausgang", SpecialUse::Sent),
                          entry("Drafts")};
        QCOMPARE(rolesText(list), QByteArray("inbox - sent drafts"));
    }

    void aRoleIsGivenOnce()
    {
        imap::MailboxList list;
        list.mailboxes = {entry("Sent"), entry("Sent Items"), entry("Gesendet")};
        QCOMPARE(rolesText(list), QByteArray("sent - -"));
    }

    void aContainerHasNoRole()
    {
        imap::MailboxList list;
        auto container = entry("Archive");
        container.attributes = {"\\Noselect"};
        list.mailboxes = {container};
        QCOMPARE(rolesText(list), QByteArray("-"));
    }

    void wordsStandForRoles()
    {
        QCOMPARE(imap::roleNamed("Sent"), std::optional(SpecialUse::Sent));
        QCOMPARE(imap::roleNamed(" SPAM "), std::optional(SpecialUse::Junk));
        QCOMPARE(imap::roleNamed("drafts"), std::optional(SpecialUse::Drafts));
        QCOMPARE(imap::roleNamed("Trash"), std::optional(SpecialUse::Trash));
        QCOMPARE(imap::roleNamed("Archive"), std::optional(SpecialUse::Archive));
        QVERIFY(!imap::roleNamed("Projects"));
        QVERIFY(!imap::roleNamed(""));
    }
};

QTEST_GUILESS_MAIN(FolderRoleTest)
#include "FolderRoleTest.moc"
