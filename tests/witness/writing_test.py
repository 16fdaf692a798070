#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is sent arrives once and whole, what is saved is there, and what is refused reached nobody. Alice writes, Bob receives; both
mailboxes are looked at with imaplib. Once by Dovecot alone, once by Postfix, which answers before it delivers, into Cyrus."""
import email
import email.policy
import email.utils
import os
import re
import unittest

import harness
from assistant import ToolError
from harness import ALICE, BOB

LONG = "word " * 700 + "end"
AWKWARD = (".\n..\n.dot at the start\nFrom the start of a line\n\ttabulator and trailing blanks   \n" + LONG
           + "\n\nGrüße, 請求書, 🎉\n-- \nAlice\n")


class Writing(harness.RealServers):
    options = ["--env", "MAX_SENDS_PER_HOUR=1000", "--env", "MAX_SENDS_PER_DAY=1000"]

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.bob = cls.look_at(BOB)
        cls.sent, cls.drafts = cls.folder("Sent"), cls.folder("Drafts")

    def write(self, tool, arguments):
        return self.assistant.call(tool, **{"to": BOB, "subject": self._testMethodName, "text_body": "Hello Bob.\n", **arguments})

    def send(self, **arguments):
        return self.write("send_mail_message", arguments)

    def draft(self, **arguments):
        return self.write("create_draft_mail_message", arguments)

    def received(self, message_id):
        """The message as it lies in Bob's inbox, and the proof that it is there once."""
        self.settle()
        uids = self.bob.with_id("INBOX", message_id)
        self.assertEqual(len(uids), 1, "it was delivered once")
        return email.message_from_bytes(self.bob.raw(uids[0]), policy=email.policy.default)

    def filed(self, folder, result, flags):
        """The copy that the result names, and the proof that it is the only one and has its flags."""
        self.assertEqual(result["folder"], folder)
        self.assertEqual(self.witness.with_id(folder, result["message_id"]), [result["uid"]])
        self.assertEqual(self.witness.examine(folder), result["uidvalidity"])
        self.assertEqual(self.witness.flags(folder)[result["uid"]], flags)
        return email.message_from_bytes(self.witness.raw(result["uid"]), policy=email.policy.default)

    def counts(self):
        self.settle()
        return [len(self.bob.flags("INBOX"))] + [len(self.witness.flags(folder)) for folder in ("INBOX", self.sent, self.drafts)]

    def assert_refused(self, tool, reason="", **arguments):
        """The tool says no; nobody got anything, and nothing was filed."""
        before = self.counts()
        with self.assertRaisesRegex(ToolError, reason):
            self.write(tool, arguments)
        self.assertEqual(self.counts(), before)

    @staticmethod
    def body(message, kind):
        """The text with LF; mail ends with a line end whether its text does or not."""
        part = message.get_body((kind,))
        return part.get_content().replace("\r\n", "\n").rstrip("\n") if part else None

    def test_a_message_arrives_whole_and_a_copy_is_kept(self):
        result = self.send(to='"Bob, the Builder" <bob@example.test>', cc="Alice <alice@example.test>", subject="Grüße – 請求書 🎉",
                           text_body=AWKWARD, html_body="<p>Grüße, <b>請求書</b></p>\n.\n")
        self.assertEqual((result["duplicate"], result["recipients"], result["warning"]), (False, [BOB, ALICE], None))
        copy = self.filed(self.sent, result, {"\\Seen"})
        for message in (self.received(result["message_id"]), copy):
            self.assertEqual(message["Message-ID"], result["message_id"])
            self.assertEqual([(a.display_name, a.addr_spec) for a in message["From"].addresses], [("Alice Example", ALICE)])
            self.assertEqual([(a.display_name, a.addr_spec) for a in message["To"].addresses], [("Bob, the Builder", BOB)])
            self.assertEqual([(a.display_name, a.addr_spec) for a in message["Cc"].addresses], [("Alice", ALICE)])
            self.assertEqual(message["Subject"], "Grüße – 請求書 🎉")
            self.assertEqual(message.get_content_type(), "multipart/alternative")
            self.assertEqual(self.body(message, "plain"), AWKWARD.rstrip("\n"))
            self.assertEqual(self.body(message, "html"), "<p>Grüße, <b>請求書</b></p>\n.")
            self.assertLess(abs((message["Date"].datetime - email.utils.localtime()).total_seconds()), 300)
            self.assertIsNone(message["Bcc"])
            self.assertEqual(message.defects, [])
        self.settle()
        self.assertEqual(len(self.witness.with_id("INBOX", result["message_id"])), 1, "Alice had a copy, too")

    def test_no_line_is_too_long_and_none_ends_in_a_lone_cr_or_lf(self):  # ML-43
        result = self.send(text_body="a\rb\nc\r\nd" + "x" * 3000)
        self.received(result["message_id"])
        raw = self.bob.raw(self.bob.with_id("INBOX", result["message_id"])[0])
        self.assertLessEqual(max(len(line) for line in raw.split(b"\r\n")), 998)
        self.assertIsNone(re.search(rb"(?<!\r)\n|\r(?!\n)", raw))

    def test_a_blind_copy_is_blind_but_for_the_sender(self):
        result = self.send(to=ALICE, bcc=BOB)
        self.assertEqual(result["recipients"], [ALICE, BOB])
        self.assertIsNone(self.received(result["message_id"])["Bcc"])
        self.assertNotIn(b"bob@example.test", self.witness.raw(self.witness.with_id("INBOX", result["message_id"])[0]).split(b"\r\nFrom:")[1])
        self.assertEqual(self.filed(self.sent, result, {"\\Seen"})["Bcc"].addresses[0].addr_spec, BOB)

    def test_an_answer_belongs_to_its_conversation(self):
        first = self.send()
        result = self.send(subject="Re: it", in_reply_to=first["message_id"], references=["<root@example.test>"])
        message = self.received(result["message_id"])
        self.assertEqual(message["In-Reply-To"], first["message_id"])
        self.assertEqual(message["References"].split(), ["<root@example.test>", first["message_id"]])

    def test_the_same_message_is_sent_once(self):  # TA-23
        first, second = self.send(), self.send()
        self.assertEqual((first["duplicate"], second["duplicate"]), (False, True))
        self.assertEqual({**first, "duplicate": True}, second)
        self.received(first["message_id"])
        self.filed(self.sent, second, {"\\Seen"})

    def test_a_key_names_one_message(self):  # TA-24
        first = self.send(idempotency_key="key-1", text_body="One\n")
        self.assertTrue(self.send(idempotency_key="key-1", text_body="One\n")["duplicate"])
        self.assert_refused("send_mail_message", "idempotency_key was used for another message", idempotency_key="key-1", text_body="Two\n")
        self.assertFalse(self.send(idempotency_key="key-2", text_body="One\n")["duplicate"], "another key is another message")
        self.received(first["message_id"])

    def test_where_one_recipient_is_refused_nobody_gets_it(self):  # SM-09
        self.assert_refused("send_mail_message", "rejected@example.test", to=f"{BOB}, rejected@example.test")
        self.assert_refused("send_mail_message", "deferred@example.test", to=BOB, cc="deferred@example.test")
        self.assert_refused("send_mail_message", "nobody@example.test", to="nobody@example.test", bcc=BOB)

    def test_what_was_refused_can_be_sent_again(self):
        self.assert_refused("send_mail_message", "rejected@example.test", to=f"{BOB}, rejected@example.test")
        result = self.send()
        self.assertFalse(result["duplicate"])
        self.received(result["message_id"])

    def test_what_would_break_out_of_a_field_is_refused(self):  # TA-01, TA-02, TA-08, TA-11, TA-12
        for tool in ("send_mail_message", "create_draft_mail_message"):
            for arguments in ({"to": f"{BOB}\r\nBcc: evil@example.org"}, {"subject": "s\r\nX: y"}, {"subject": "s\nX"}, {"subject": "s\rX"},
                              {"subject": "s\u2028X"}, {"subject": "s\0"}, {"from": "evil@example.org"}, {"to": ""}, {"to": "no address"},
                              {"cc": "a@b, ,"}, {"in_reply_to": "<a@b>\r\nX: y"}, {"to": ", ".join(f"p{n}@example.test" for n in range(101))},
                              {"attachment_urls": ["file:///etc/passwd"]}, {"attachment_urls": ["http://127.0.0.1:1/x"]}):
                with self.subTest(tool=tool, arguments=str(arguments)[:60]):
                    self.assert_refused(tool, **arguments)

    def test_a_folder_that_is_not_there_is_told_before_anything_is_sent(self):
        self.assert_refused("send_mail_message", "There is no folder", folder="No such folder")

    def test_a_copy_goes_where_it_is_wanted(self):
        result = self.send(folder=self.folder("Archive"))
        self.filed(self.folder("Archive"), result, {"\\Seen"})
        self.assertEqual(self.witness.with_id(self.sent, result["message_id"]), [])

    def test_a_draft_is_there(self):
        before = self.counts()
        result = self.draft(to=f"Bob <{BOB}>, {ALICE}", bcc="carol@example.org", subject="Entwurf – 草案",
                            text_body=AWKWARD, html_body="<p>Entwurf</p>")
        message = self.filed(self.drafts, result, {"\\Draft", "\\Seen"})
        self.assertEqual(message["Message-ID"], result["message_id"])
        self.assertEqual([a.addr_spec for a in message["From"].addresses], [ALICE])
        self.assertEqual([a.addr_spec for a in message["To"].addresses], [BOB, ALICE])
        self.assertEqual([a.addr_spec for a in message["Bcc"].addresses], ["carol@example.org"])
        self.assertEqual(message["Subject"], "Entwurf – 草案")
        self.assertEqual(self.body(message, "plain"), AWKWARD.rstrip("\n"))
        self.assertEqual(self.body(message, "html"), "<p>Entwurf</p>")
        self.assertEqual(self.counts(), before[:3] + [before[3] + 1], "and nothing was sent")
        read = self.assistant.call("get_mail_message", folder=self.drafts, uid=result["uid"])
        self.assertEqual((read["headers"]["subject"], read["text_body"].rstrip("\n")), ("Entwurf – 草案", AWKWARD.rstrip("\n")))

    def test_a_draft_does_not_go_where_mail_would_be_lost(self):  # TA-28
        for folder in ("INBOX", self.sent, self.folder("Trash"), self.folder("Junk"), "No such folder"):
            with self.subTest(folder):
                self.assert_refused("create_draft_mail_message", folder=folder)

    def test_two_drafts_are_two(self):
        self.assertNotEqual(self.draft()["uid"], self.draft()["uid"])


class Dovecot(Writing):
    pass


@unittest.skipUnless(os.geteuid() == 0, harness.NEEDS_ROOT)
class PostfixAndCyrus(Writing):
    """Over STARTTLS, for a change."""
    imap_server, smtp_server = "cyrus", "postfix"
    options = [*Writing.options, "--starttls"]


del Writing
if __name__ == "__main__":
    harness.main()
