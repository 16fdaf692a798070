#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sandbox does what tests and demonstrations rely on, asked with Python's own mail clients."""
import email
import email.policy
import filecmp
import imaplib
import json
import os
import re
import smtplib
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import cyrus
import make_mail
import sandbox

ALICE, BOB = make_mail.ALICE, make_mail.BOB
PASSWORDS = sandbox.USERS
NEEDS_ROOT = "Postfix runs as root only: as an ordinary user these tests are NOT done"
SKIPPED = 77
AWKWARD = ("zoe@example.test", 'Zo\u00eb "quotes" \\ 100% : & <tag>')


class RunningSandbox(unittest.TestCase):
    """One sandbox for all tests of a class."""
    imap_server = smtp_server = "dovecot"

    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory()
        cls.mail = sandbox.start(cls.directory.name, {**PASSWORDS, AWKWARD[0]: AWKWARD[1]}, {}, "", cls.imap_server, cls.smtp_server)
        cls.tls = ssl.create_default_context(cafile=cls.mail["ca_file"])

    @classmethod
    def tearDownClass(cls):
        sandbox.stop(cls.directory.name)
        cls.directory.cleanup()

    def imaps(self, user=ALICE, password=None):
        client = imaplib.IMAP4_SSL(self.mail["imap"]["host"], self.mail["imap"]["port"], ssl_context=self.tls, timeout=20)
        self.addCleanup(client.shutdown)
        client.login(user, password or PASSWORDS[user])
        return client

    def submit(self, client, sender, recipients, subject):
        with client:
            client.login(sender, PASSWORDS[sender])
            text = f"From: {sender}\r\nTo: {', '.join(recipients)}\r\nSubject: {subject}\r\n\r\n.dot at the start\r\nBody\r\n"
            return client.sendmail(sender, recipients, text)

    def submissions(self):
        return smtplib.SMTP_SSL(self.mail["smtp"]["host"], self.mail["smtp"]["port"], context=self.tls, timeout=20)

    def submission_with_starttls(self):
        client = smtplib.SMTP(self.mail["smtp"]["host"], self.mail["smtp"]["starttls_port"], timeout=20)
        client.starttls(context=self.tls)
        return client

    def bodies_in_inbox(self, user, subject):
        """Waits for the first of them, because Postfix delivers after it has answered."""
        client = self.imaps(user)
        deadline = time.monotonic() + 20
        while True:
            client.select("INBOX", readonly=True)
            _, data = client.search(None, "SUBJECT", f'"{subject}"')
            if data[0] or time.monotonic() > deadline:
                break
            time.sleep(0.02)
        return [client.fetch(number, "(BODY.PEEK[TEXT])")[1][0][1] for number in data[0].split()]


class Access(RunningSandbox):
    def test_a_user_logs_in_over_implicit_tls(self):
        self.assertEqual(self.imaps().select("INBOX", readonly=True)[0], "OK")

    def test_a_user_logs_in_after_starttls(self):
        client = imaplib.IMAP4(self.mail["imap"]["host"], self.mail["imap"]["starttls_port"], timeout=20)
        self.addCleanup(client.shutdown)
        client.starttls(self.tls)
        self.assertEqual(client.login(BOB, PASSWORDS[BOB])[0], "OK")

    def test_a_wrong_password_is_refused(self):
        with self.assertRaisesRegex(imaplib.IMAP4.error, "AUTHENTICATIONFAILED"):
            self.imaps(ALICE, "wrong")

    def test_a_password_may_contain_anything(self):
        client = imaplib.IMAP4_SSL(self.mail["imap"]["host"], self.mail["imap"]["port"], ssl_context=self.tls, timeout=20)
        self.addCleanup(client.shutdown)
        plain = "\0".join(("", *AWKWARD)).encode()
        self.assertEqual(client.authenticate("PLAIN", lambda _: plain)[0], "OK")

    def test_no_password_is_taken_before_tls(self):
        client = imaplib.IMAP4("127.0.0.2", self.mail["imap"]["starttls_port"], timeout=20)
        self.addCleanup(client.shutdown)
        self.assertIn("LOGINDISABLED", client.capabilities)
        with self.assertRaisesRegex(imaplib.IMAP4.error, "PRIVACYREQUIRED"):
            client.login(ALICE, PASSWORDS[ALICE])

    def test_the_certificate_does_not_verify_without_our_authority(self):
        with self.assertRaises(ssl.SSLCertVerificationError):
            imaplib.IMAP4_SSL(self.mail["imap"]["host"], self.mail["imap"]["port"], ssl_context=ssl.create_default_context(), timeout=20)


class Submission(RunningSandbox):
    def test_mail_over_implicit_tls_arrives(self):
        self.assertEqual(self.submit(self.submissions(), ALICE, [BOB], "Implicit TLS"), {})
        self.assertEqual(self.bodies_in_inbox(BOB, "Implicit TLS"), [b".dot at the start\r\nBody\r\n"])

    def test_mail_after_starttls_arrives(self):
        self.assertEqual(self.submit(self.submission_with_starttls(), BOB, [ALICE], "After STARTTLS"), {})
        self.assertEqual(len(self.bodies_in_inbox(ALICE, "After STARTTLS")), 1)

    def test_one_mail_reaches_several_people_once_each(self):
        self.submit(self.submissions(), ALICE, [ALICE, BOB], "To both of us")
        self.assertEqual([len(self.bodies_in_inbox(user, "To both of us")) for user in (ALICE, BOB)], [1, 1])

    def test_a_large_mail_arrives_whole(self):
        line = "0123456789" * 7
        with self.submissions() as client:
            client.login(ALICE, PASSWORDS[ALICE])
            client.sendmail(ALICE, [BOB], "Subject: Large\r\n\r\n" + (line + "\r\n") * 60_000)
        self.assertEqual(self.bodies_in_inbox(BOB, "Large"), [(line + "\r\n").encode() * 60_000])

    def test_a_wrong_password_is_refused(self):
        with self.submissions() as client, self.assertRaises(smtplib.SMTPAuthenticationError) as caught:
            client.login(ALICE, "wrong")
        self.assertEqual(caught.exception.smtp_code, 535)

    def test_nobody_sends_without_logging_in(self):
        with self.submissions() as client, self.assertRaises((smtplib.SMTPSenderRefused, smtplib.SMTPRecipientsRefused)):
            client.sendmail(ALICE, [BOB], "Subject: x\r\n\r\nx")

    def test_unknown_rejected_and_deferred_recipients_are_refused(self):
        for recipient, code in (("nobody@example.test", 550), ("rejected@example.test", 550), ("deferred@example.test", 451)):
            with self.subTest(recipient), self.assertRaises(smtplib.SMTPRecipientsRefused) as caught:
                self.submit(self.submissions(), ALICE, [recipient], "Refused")
            self.assertEqual(caught.exception.recipients[recipient][0], code)

    def test_a_refused_recipient_does_not_keep_mail_from_the_others(self):
        refused = self.submit(self.submissions(), ALICE, ["rejected@example.test", BOB], "One of two")
        self.assertEqual(list(refused), ["rejected@example.test"])
        self.assertEqual(len(self.bodies_in_inbox(BOB, "One of two")), 1)


    def test_mail_can_be_delivered_without_being_acknowledged(self):
        hold = sandbox.hold_file(self.mail["state_dir"])
        with open(hold, "w"):
            pass
        sending = threading.Thread(target=self.submit, args=(self.submissions(), ALICE, [BOB], "Held back"))
        sending.start()
        self.assertEqual(len(self.bodies_in_inbox(BOB, "Held back")), 1)
        self.assertTrue(sending.is_alive())
        os.unlink(hold)
        sending.join(20)
        self.assertFalse(sending.is_alive())


class Mailboxes(RunningSandbox):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with open(cls.mail["manifest"]) as file:
            cls.manifest = json.load(file)["users"]

    @staticmethod
    def on_server(folder):
        return folder

    def test_the_manifest_counts_what_is_there(self):
        for user in (ALICE, BOB):
            client = self.imaps(user)
            for folder, counts in self.manifest[user]["folders"].items():
                with self.subTest(f"{user} {folder}"):
                    _, data = client.status(cyrus.quoted(folder), "(MESSAGES UNSEEN)")
                    numbers = dict(zip(("messages", "unseen"), map(int, re.findall(rb"(?:MESSAGES|UNSEEN) (\d+)", data[0]))))
                    self.assertEqual(numbers, counts)

    def test_there_is_enough_mail_of_every_kind(self):
        total = {user: sum(f["messages"] for f in described["folders"].values()) for user, described in self.manifest.items()}
        self.assertGreater(total[ALICE], 300)
        self.assertEqual(total[BOB], 50)
        self.assertGreater(self.manifest[ALICE]["folders"][self.on_server("Newsletter")]["messages"], 100)
        self.assertIn(self.on_server("Entwürfe & Rechnungen"), self.manifest[ALICE]["folders"])
        self.assertIn(self.on_server("Projects/Mail MCP/日本"), self.manifest[ALICE]["folders"])

    def test_special_folders_say_what_they_are(self):
        _, lines = self.imaps().list()
        roles = {line.rsplit(b" ", 1)[1].decode(): line for line in lines}
        for name in ("Drafts", "Sent", "Junk", "Trash", "Archive"):
            self.assertIn(b"\\" + name.lower().encode(), roles[self.on_server(name)].lower())

    def test_the_known_messages_are_what_the_manifest_says(self):
        client = self.imaps()
        for entry in self.manifest[ALICE]["messages"]:
            with self.subTest(entry["key"]):
                client.select(cyrus.quoted(entry["folder"]), readonly=True)
                _, found = client.search(None, "HEADER", "Message-ID", entry["message_id"])
                self.assertEqual(len(found[0].split()), 1)
                raw = client.fetch(found[0], "(BODY.PEEK[])")[1][0][1]
                if entry["key"] in ("raw-utf8-header", "unknown-charset", "hostile-file-name"):
                    continue  # what Python's own parser makes of these is no measure
                message = email.message_from_bytes(raw, policy=email.policy.default)
                self.assertEqual((message["Subject"] or "").strip(), entry["subject"])
                for kind in ("text", "html"):
                    if kind in entry:
                        part = message.get_body((("plain" if kind == "text" else "html"),))
                        if part is None and kind == "text" and "html" in entry:
                            continue  # the text of HTML is another reader's work
                        body = part.get_content()
                        for fragment in entry[kind]:
                            self.assertIn(fragment, body.replace("\r\n", "\n"))
                names = [part.get_filename() for part in message.iter_attachments()]
                for attachment in entry.get("attachments", []):
                    if not attachment.get("inline"):
                        self.assertIn(attachment["filename"], names)

    def test_the_newest_mail_has_the_highest_number(self):
        client = self.imaps()
        client.select("INBOX", readonly=True)
        _, found = client.search(None, "HEADER", "Message-ID", "<two-attachments@known.example.com>")
        self.assertEqual(int(found[0]), self.manifest[ALICE]["folders"]["INBOX"]["messages"])


class Cyrus(Mailboxes):
    """The other server keeps the same mail, and is as peculiar as its reputation."""
    imap_server = "cyrus"
    on_server = staticmethod(cyrus.below_inbox)

    def test_roles_are_written_in_lower_case(self):
        self.assertIn(b'\\sent) "/" INBOX/Sent', b"\n".join(self.imaps().list()[1]))

    def test_a_password_may_contain_anything(self):
        client = imaplib.IMAP4(self.mail["imap"]["host"], self.mail["imap"]["starttls_port"], timeout=20)
        self.addCleanup(client.shutdown)
        client.starttls(self.tls)
        plain = "\0".join(("", *AWKWARD)).encode()
        self.assertEqual(client.authenticate("PLAIN", lambda _: plain)[0], "OK")

    def test_no_password_is_taken_before_tls(self):
        client = imaplib.IMAP4(self.mail["imap"]["host"], self.mail["imap"]["starttls_port"], timeout=20)
        self.addCleanup(client.shutdown)
        self.assertIn("LOGINDISABLED", client.capabilities)
        with self.assertRaises(imaplib.IMAP4.error):
            client.login(ALICE, PASSWORDS[ALICE])

    def test_over_implicit_tls_scram_is_the_only_mechanism(self):
        client = imaplib.IMAP4_SSL(self.mail["imap"]["host"], self.mail["imap"]["port"], ssl_context=self.tls, timeout=20)
        self.addCleanup(client.shutdown)
        mechanisms = {capability for capability in client.capabilities if capability.startswith("AUTH=")}
        self.assertEqual(mechanisms - {"AUTH=SCRAM-SHA-256-PLUS"}, {"AUTH=SCRAM-SHA-256"})

    def test_the_same_mail_is_delivered_as_often_as_it_comes(self):
        for _ in range(2):
            with self.submissions() as client:
                client.login(ALICE, PASSWORDS[ALICE])
                client.sendmail(ALICE, [BOB], "Subject: Twice\r\nMessage-ID: <twice@example.test>\r\n\r\nx\r\n")
        self.assertEqual(len(self.bodies_in_inbox(BOB, "Twice")), 2)


@unittest.skipUnless(os.geteuid() == 0, NEEDS_ROOT)
class Postfix(Submission):
    """The other way in, and to the other server: Postfix queues and delivers to Cyrus."""
    imap_server, smtp_server = "cyrus", "postfix"
    test_mail_can_be_delivered_without_being_acknowledged = None  # it is acknowledged before

    def test_what_it_offers_is_what_the_world_offers(self):
        with self.submissions() as client:
            client.ehlo()
            self.assertLessEqual({"pipelining", "8bitmime", "smtputf8", "size", "dsn", "auth"}, set(client.esmtp_features))


class Files(unittest.TestCase):
    def test_the_same_mail_is_written_every_time(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            self.assertEqual(make_mail.fill(one), make_mail.fill(two))
            names = [os.path.relpath(os.path.join(d, f), one) for d, _, files in os.walk(one) for f in files]
            self.assertGreater(len(names), 400)
            self.assertEqual(filecmp.cmpfiles(one, two, names, shallow=False)[0], names)


class LifeCycle(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.directory = folder.name

    def command(self, *arguments):
        return subprocess.run([sys.executable, os.path.join(sandbox.HERE, "sandbox.py"), *arguments], capture_output=True, text=True)

    def test_starts_tells_where_it_is_refuses_a_second_start_and_stops(self):
        self.assertEqual(self.command("status", self.directory).returncode, 1)
        started = self.command("start", self.directory)
        self.addCleanup(self.command, "stop", self.directory)
        self.assertEqual(started.returncode, 0, started.stderr)
        mail = json.loads(started.stdout)
        self.assertEqual(self.command("status", self.directory).returncode, 0)

        again = self.command("start", self.directory)
        self.assertEqual((again.returncode, again.stderr), (1, f"sandbox: a sandbox already runs in {self.directory}\n"))

        self.assertEqual(self.command("stop", self.directory).returncode, 0)
        self.assertEqual(self.command("status", self.directory).returncode, 1)
        self.assertFalse(os.path.exists(mail["state_dir"]))
        with self.assertRaises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", mail["imap"]["port"]), 5)
        self.assertEqual(self.command("stop", self.directory).returncode, 0, "nothing to stop is no error")

    def test_a_taken_port_is_passed_over(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            ports = sandbox.choose_ports({"imaps": port})
        self.assertNotEqual(ports["imaps"], port)
        self.assertEqual(len(set(ports.values())), 4)
        self.assertTrue(all(number < 32768 for number in ports.values()))

    def test_two_run_side_by_side(self):
        with tempfile.TemporaryDirectory() as other:
            self.addCleanup(sandbox.stop, self.directory)
            sandbox.start(self.directory, PASSWORDS, {}, "")
            sandbox.start(other, PASSWORDS, {}, "")
            sandbox.stop(other)
        self.assertTrue(sandbox.running(self.directory))

    def test_a_process_that_took_over_the_number_is_left_alone(self):
        bystander = subprocess.Popen(["sleep", "60"], start_new_session=True)
        self.addCleanup(bystander.wait)
        self.addCleanup(bystander.kill)
        earlier = {"pid": bystander.pid, "started_at": sandbox.started_at(bystander.pid) - 1}
        sandbox.write_json(os.path.join(self.directory, "mail.json"), {
            "processes": {"dovecot": earlier, "relay": earlier}, "state_dir": os.path.join(self.directory, "elsewhere")})
        sandbox.stop(self.directory)
        time.sleep(0.05)
        self.assertIsNone(bystander.poll())

    def test_a_primitive_server_can_be_asked_for(self):
        self.addCleanup(sandbox.stop, self.directory)
        mail = sandbox.start(self.directory, PASSWORDS, {}, "imap_capability = IMAP4rev1 LITERAL+")
        client = imaplib.IMAP4_SSL("localhost", mail["imap"]["port"], timeout=20,
                                   ssl_context=ssl.create_default_context(cafile=mail["ca_file"]))
        self.addCleanup(client.shutdown)
        client.login(BOB, PASSWORDS[BOB])
        self.assertEqual(set(client.capability()[1]), {b"IMAP4rev1 LITERAL+"})

    def test_a_bad_option_is_explained(self):
        failed = self.command("start", self.directory, "--user", "nonsense")
        self.assertEqual((failed.returncode, failed.stderr), (1, "sandbox: --user wants ADDRESS:PASSWORD, not nonsense\n"))


if __name__ == "__main__":
    program = unittest.main(exit=False)
    if not program.result.wasSuccessful():
        sys.exit(1)
    # For ctest, which counts what it is told was skipped. Root skips nothing.
    sys.exit(SKIPPED if program.result.skipped else 0)
