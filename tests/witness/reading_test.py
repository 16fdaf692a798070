#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reading tools say of a mailbox is what imaplib and email find in it, on Dovecot and on Cyrus."""

import harness
import reader
import shapes
from assistant import ToolError

# Messages of which the daemon says something else than Python, and why. "get" is get_mail_message, which reads the header itself;
# "list" is list_mail_messages, which shows the mail server's envelope.
BOTH = {
    "from-unquoted-at": "get: Python makes two addresses of 'ann@work <ann@example.com>'; we show the one in angle brackets",
    "charset-utf8-but-latin1": "get: a declared UTF-8 is believed, and what is none becomes U+FFFD; Python's side falls back to windows-1252",
    "boundary-missing": "get: Python shows nothing of a multipart without a boundary; we show what the mail server lets us read",
    "boundary-never-seen": "get: the same where the boundary never comes",
    "boundary-not-closed": "get: Python takes the last line end for the boundary's, although no boundary follows",
    "date-two": "list: the server's envelope shows the last of two Date fields; RFC 5322 allows one",
}
ENVELOPE = {
    "dovecot": {
        "to-semicolons": "list: Dovecot drops what stands behind a semicolon that ends no group",
        "from-unquoted-at": "list: Dovecot takes 'ann@work' for the address",
    },
    "cyrus": {},
}
EQUAL_AT_LEAST = 0.995


class Reading(harness.RealServers):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shapes = cls.folder("Shapes")
        cls.witness.create(cls.shapes)
        flags = ("", "\\Seen", "\\Seen \\Answered", "\\Flagged $Forwarded", "\\Draft", "\\Deleted")
        cls.keys = {cls.witness.append(cls.shapes, raw, flags[number % len(flags)]): key
                    for number, (key, raw) in enumerate(shapes.messages())}
        cls.witness.examine(cls.shapes)
        cls.expected = {uid: reader.Message(raw) for uid, (_, raw) in cls.witness.fetch("1:*", "BODY.PEEK[]").items()}

    def check(self, differences, exceptions, kind):
        """All differences are explained, all explanations are needed, and there are few."""
        explained = {key for key, reason in exceptions.items() if reason.startswith(kind + ":")}
        told = "\n".join(f"{key}: {field}: {said!r:.300} for {mine!r:.300}"
                         for key, found in differences.items() if key not in explained for field, said, mine in found)
        self.assertEqual(told, "")
        self.assertEqual(explained - set(differences), set(), "these no longer differ: take the explanations away")
        self.assertGreaterEqual(1 - len(differences) / len(self.keys), EQUAL_AT_LEAST)

    def test_every_message_reads_as_python_reads_it(self):
        self.assertEqual(len(self.keys), shapes.COUNT)
        differences = {}
        for uid, key in self.keys.items():
            found = self.expected[uid].differences(self.assistant.call("get_mail_message", folder=self.shapes, uid=uid))
            if found:
                differences[key] = found
        self.check(differences, BOTH, "get")

    def test_every_page_lists_what_is_there_newest_first(self):
        uidvalidity = self.witness.examine(self.shapes)
        flags = self.witness.flags(self.shapes)
        differences, listed = {}, []
        for number in range(1, 12):
            page = self.assistant.call("list_mail_messages", folder=self.shapes, page=number, per_page=97)
            self.assertEqual((page["total"], page["page"], page["per_page"], page["uidvalidity"]), (shapes.COUNT, number, 97, uidvalidity))
            for described in page["messages"]:
                found = self.expected[described["uid"]].list_differences(described)
                if set(described["flags"]) - {"\\Recent"} != flags[described["uid"]]:
                    found.append(("flags", described["flags"], flags[described["uid"]]))
                if found:
                    differences[self.keys[described["uid"]]] = found
                listed.append(described["uid"])
        self.assertEqual(listed, sorted(self.keys, reverse=True))
        self.check(differences, {**BOTH, **ENVELOPE[self.imap_server]}, "list")
        self.assertEqual(self.assistant.call("list_mail_messages", folder=self.shapes, page=12, per_page=97)["messages"], [])

    def test_reading_marks_nothing_as_read(self):
        before = self.witness.flags(self.shapes)
        for uid in list(self.keys)[:20]:
            self.assistant.call("get_mail_message", folder=self.shapes, uid=uid)
        self.assertEqual(self.witness.flags(self.shapes), before)

    def test_all_folders_are_listed_with_their_counts_and_roles(self):
        described = {folder["path"]: folder for folder in self.assistant.call("list_mailboxes")["mailboxes"]}
        on_server = self.witness.folders()
        modified = {harness.make_mail.modified_utf7(path): folder for path, folder in described.items()}
        self.assertEqual(set(modified), set(on_server))
        for name, (attributes, delimiter) in on_server.items():
            folder = modified[name]
            with self.subTest(folder["path"]):
                self.assertEqual(folder["delimiter"], delimiter)
                self.assertEqual({key: folder[key] for key in ("messages", "unseen", "uidnext", "uidvalidity")}, self.witness.status(name))
                roles = [attribute[1:] for attribute in attributes if attribute[1:] in ("sent", "drafts", "trash", "junk", "archive")]
                self.assertEqual(folder["role"], "inbox" if name == "INBOX" else roles[0] if roles else None)
        self.assertEqual({folder["role"] for folder in described.values()}, {None, "inbox", "sent", "drafts", "trash", "junk", "archive"})

    def test_a_folder_that_reads_strangely_can_be_opened(self):
        for name in ("Entwürfe & Rechnungen", "Projects/Mail MCP/日本"):
            with self.subTest(name):
                listed = self.assistant.call("list_mail_messages", folder=self.folder(name), per_page=100)
                self.witness.examine(self.folder(name))
                self.assertEqual([message["uid"] for message in listed["messages"]], self.witness.search("ALL")[::-1])

    def test_a_role_stands_for_its_folder(self):
        for role in ("Sent", "Drafts", "Trash", "Junk", "Archive"):
            with self.subTest(role):
                self.witness.examine(self.folder(role))
                listed = self.assistant.call("list_mail_messages", folder=role, per_page=100)
                self.assertEqual([message["uid"] for message in listed["messages"]], self.witness.search("ALL")[::-1])

    def test_what_is_not_there_is_an_error(self):
        with self.assertRaisesRegex(ToolError, "There is no folder"):
            self.assistant.call("list_mail_messages", folder="No such folder")
        with self.assertRaisesRegex(ToolError, "There is no message"):
            self.assistant.call("get_mail_message", folder=self.shapes, uid=max(self.keys) + 1000)

    SEARCHES = [
        "ALL", "ANSWERED", "DELETED", "DRAFT", "FLAGGED", "SEEN", "UNANSWERED", "UNDELETED", "UNDRAFT", "UNFLAGGED", "UNSEEN",
        "KEYWORD $Forwarded", "UNKEYWORD $Forwarded", "FROM ann", "FROM example.org", "TO member1@example.com", "CC info", "BCC example",
        "SUBJECT list", 'SUBJECT "better than last month"', 'BODY "certificate had expired"', "TEXT shape.17@", "BODY Freitag",
        "HEADER Message-ID shape.99@example.test", "HEADER Reply-To example", 'HEADER In-Reply-To ""', "LARGER 20000", "SMALLER 1000",
        "SENTSINCE 08-Nov-2026", "SENTBEFORE 04-Nov-2026", "SENTON 3-Nov-2026", "SINCE 01-Jan-2020", "BEFORE 01-Jan-2020", "ON 01-Jan-2020",
        "UID 1:50", "UID 990:*", "1:10", "5,7,9:12", "NOT SEEN", "OR FROM ann TO ann", "OR (SEEN ANSWERED) (FLAGGED NOT DELETED)",
        "SEEN NOT (FROM ann SUBJECT list)", "OR OR FLAGGED DRAFT DELETED", 'SUBJECT "Grüße aus Köln"', 'TEXT "собрание"', 'BODY "項目"',
        'FROM "Müller"', 'SUBJECT "Odd: file-name-climbs"', 'SUBJECT "nothing has this subject"', "from ann seen",
        'OR SUBJECT "請求書" FROM "Łukasz"',
    ]

    def test_searches_find_what_imaplib_finds(self):
        uidvalidity = self.witness.examine(self.shapes)
        found_something = 0
        for query in self.SEARCHES:
            with self.subTest(query):
                result = self.assistant.call("search_mail_messages", folder=self.shapes, query=query)
                expected = self.witness.search(query)
                self.assertEqual(result["uids"], expected[::-1])
                self.assertEqual((result["count"], result["truncated"], result["uidvalidity"]), (len(expected), False, uidvalidity))
                found_something += bool(expected)
        self.assertGreater(found_something, len(self.SEARCHES) * 0.75)

    def test_numbers_that_a_search_returns_are_uids(self):  # TA-15
        """Where UIDs and sequence numbers differ: the first messages of a folder are gone."""
        folder = self.folder("Gaps")
        self.witness.create(folder)
        uids = [self.witness.append(folder, f"Subject: {number}\n\nx\n".encode()) for number in range(6)]
        self.witness.open(folder)
        self.witness.ok(self.witness.client.uid("STORE", f"{uids[0]},{uids[2]}", "+FLAGS", "(\\Deleted)"))
        self.witness.ok(self.witness.client.expunge())
        self.assertEqual(self.assistant.call("search_mail_messages", folder=folder, query="ALL")["uids"], [uids[5], uids[4], uids[3], uids[1]])
        self.assertEqual(self.assistant.call("search_mail_messages", folder=folder, query="1")["uids"], [uids[1]])
        listed = self.assistant.call("list_mail_messages", folder=folder, page=2, per_page=3)
        self.assertEqual([message["subject"] for message in listed["messages"]], ["1"])

    def test_what_is_no_search_is_refused(self):  # TA-13
        for query in ("NOSUCHKEY", "(SEEN", "SEEN)", "SINCE yesterday", "OR SEEN", 'SUBJECT "open', "UNSEEN\r\nA1 LOGOUT", "{5}", "CHARSET X SEEN"):
            with self.subTest(query), self.assertRaises(ToolError):
                self.assistant.call("search_mail_messages", folder=self.shapes, query=query)


class Dovecot(Reading):
    pass


class Cyrus(Reading):
    imap_server = "cyrus"


del Reading
if __name__ == "__main__":
    harness.main()
