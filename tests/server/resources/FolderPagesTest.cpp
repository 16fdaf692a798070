// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/FolderPages.h"

#include <QTest>

using resources::folderPage;

namespace {

account::MailAccount alice()
{
    account::MailAccount account;
    account.emailAddress = "alice@example.com";
    return account;
}

mail::Folder folder(std::string path, imap::SpecialUse role = imap::SpecialUse::None)
{
    mail::Folder folder;
    folder.path = std::move(path);
    folder.role = role;
    return folder;
}

QByteArray described(const mcp::Resource &resource)
{
    return QByteArray::fromStdString(resource.uri + " | " + resource.name + " | " + resource.title
                                     + " | " + resource.description + " | " + resource.mimeType);
}

} // namespace

class FolderPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersAreListedWithRoleAndCounts()
    {
        mail::FolderList list;
        list.folders = {
            folder("INBOX", imap::SpecialUse::Inbox),    folder("Work"),  folder("Work/2026"),
            folder("x\u200by", imap::SpecialUse::Trash), folder("plain"), folder("..")};
        list.folders[0].messages = 3;
        list.folders[0].unseen = 1;
        list.folders[1].holdsMessages = false;
        list.folders[2].messages = 1;
        const auto page = folderPage(alice(), list, {});
        QVERIFY(page);
        QVERIFY(page->next.empty());
        QByteArrayList lines;
        for (const auto &resource : page->resources) {
            lines.append(described(resource));
            QCOMPARE(resource.icon, std::string("folders"));
        }
        QCOMPARE(lines.join('\n'),
                 QByteArray("mail://alice%40example.com/INBOX | INBOX | INBOX | inbox, 3 messages, "
                            "1 unread | application/json\n"
                            "mail://alice%40example.com/Work%2F2026 | Work/2026 | Work/2026 | 1 "
                            "message | application/json\n"
                            "mail://alice%40example.com/xy | xy | xy | trash | application/json\n"
                            "mail://alice%40example.com/plain | plain | plain |  | "
                            "application/json"));
    }

    void longListsHavePages()
    {
        mail::FolderList list;
        for (int i = 0; i < 450; ++i)
            list.folders.push_back(folder("f" + std::to_string(i)));
        std::vector<std::string> names;
        QList<std::size_t> sizes;
        std::string position;
        do {
            const auto page = folderPage(alice(), list, position);
            QVERIFY(page);
            sizes.append(page->resources.size());
            for (const auto &resource : page->resources)
                names.push_back(resource.name);
            position = page->next;
        } while (!position.empty());
        QCOMPARE(sizes, (QList<std::size_t>{200, 200, 50}));
        QCOMPARE(names.size(), std::size_t{450});
        QCOMPARE(names.back(), std::string("f449"));
    }

    void aFullLastPageIsTheLast()
    {
        mail::FolderList list;
        list.folders.resize(resources::foldersPerPage, folder("f"));
        const auto page = folderPage(alice(), list, {});
        QVERIFY(page);
        QVERIFY(page->next.empty());
    }

    void aPageBeyondTheEndIsEmpty() // folders may have gone meanwhile
    {
        const auto page = folderPage(alice(), {}, "200");
        QVERIFY(page);
        QVERIFY(page->resources.empty() && page->next.empty());
    }

    void otherPositionsAreRefused()
    {
        for (const char *position : {"x", "-1", "1x", " 1", "99999999999999999999999"}) {
            const auto page = folderPage(alice(), {}, position);
            QVERIFY2(!page, position);
            QCOMPARE(page.error().kind, core::ErrorKind::InvalidArgument);
        }
    }
};

QTEST_GUILESS_MAIN(FolderPagesTest)
#include "FolderPagesTest.moc"
