#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Delete, move and flag do to one message what they say and nothing to any other, on servers that can do much and on servers that
can do little. Each test has a folder of its own, of which imaplib says afterwards what became of it."""
import imaplib

import harness
from assistant import ToolError

WHEN = '"01-Feb-2026 10:11:12 +0000"'


class Changing(harness.RealServers):
    has_move = has_uidplus = True

    def setUp(self):
        self.here = self.folder(self._testMethodName)
        self.witness.create(self.here)
        self.uids = []
        for n in range(5):
            raw = f"Subject: {n}\nMessage-ID: <{n}@example.test>\n\nNumber {n}\n".encode()
            self.uids.append(self.witness.append(self.here, raw, "\\Seen" if n % 2 else "", WHEN))
        self.uidvalidity = self.witness.examine(self.here)

    def mark(self, *uids, flag="\\Deleted"):
        self.witness.open(self.here)
        self.witness.ok(self.witness.client.uid("STORE", ",".join(map(str, uids)), "+FLAGS", f"({flag})"))

    def left(self):
        return sorted(self.witness.flags(self.here))

    def refused(self, reason, tool, **arguments):
        """The tool says no, and nothing at all has changed."""
        before = self.witness.flags(self.here)
        with self.assertRaisesRegex(ToolError, reason):
            self.assistant.call(tool, folder=self.here, **arguments)
        self.assertEqual(self.witness.flags(self.here), before)

    # --- Flags ---------------------------------------------------------------------------------

    def test_flags_are_set_and_taken_away(self):  # TA-16
        uid = self.uids[1]
        others = {other: flags for other, flags in self.witness.flags(self.here).items() if other != uid}
        for change, expected in (
                ({"add": ["Flagged", "\\Answered"]}, {"\\Seen", "\\Flagged", "\\Answered"}),
                ({"add": ["$Forwarded", "Project.X-1"], "remove": ["\\Seen"]}, {"\\Flagged", "\\Answered", "$Forwarded", "Project.X-1"}),
                ({"remove": ["Flagged", "Answered", "$Forwarded", "Project.X-1"]}, set()),
                ({"remove": ["Flagged"]}, set()),
                ({"add": ["\\Draft"], "uidvalidity": self.uidvalidity}, {"\\Draft"})):
            with self.subTest(change):
                result = self.assistant.call("update_mail_message_flags", folder=self.here, uid=uid, **change)
                now = self.witness.flags(self.here)
                self.assertEqual(now[uid], expected)
                self.assertEqual(set(result["flags"]) - {"\\Recent"}, expected)
                self.assertEqual(result["uidvalidity"], self.uidvalidity)
                self.assertEqual({other: flags for other, flags in now.items() if other != uid}, others)

    def test_flags_that_are_none_are_refused(self):  # TA-17
        for add in (["Deleted"], ["\\Deleted"], ["\\Recent"], ["\\*"], [""], ["a b"], ["Seen) \r\nA1 DELETE INBOX"], ["x" * 65], ["k"] * 1000, []):
            with self.subTest(str(add)[:60]):
                self.refused("", "update_mail_message_flags", uid=self.uids[0], add=add)

    # --- What all three have in common ------------------------------------------------------------

    def test_a_message_that_is_not_there_is_an_error(self):
        for uid in (self.uids[-1] + 1000, 4_294_967_295):
            self.refused("There is no message", "update_mail_message_flags", uid=uid, add=["Seen"])
            self.refused("There is no message", "delete_mail_message", uid=uid)
            if self.has_move or self.has_uidplus:
                self.refused("There is no message", "move_mail_message", uid=uid, destination=self.folder("Archive"))

    def test_numbers_of_another_time_are_refused(self):  # TA-22
        stale = {"uid": self.uids[0], "uidvalidity": self.uidvalidity + 1}
        self.refused("numbered the messages of this folder anew", "update_mail_message_flags", add=["Seen"], **stale)
        self.refused("numbered the messages of this folder anew", "delete_mail_message", **stale)
        self.refused("numbered the messages of this folder anew", "move_mail_message", destination=self.folder("Archive"), **stale)

    def test_what_is_no_uid_is_refused(self):  # TA-19
        for uid in (0, -1, 2 ** 32, "1:*", 1.5, "5", None):
            with self.subTest(uid):
                self.refused("", "delete_mail_message", uid=uid)

    def test_a_folder_made_anew_under_the_same_name_is_another_one(self):  # IM-23
        self.witness.ok(self.witness.client.unselect())
        # The daemon holds the folder open: it must not take the old one for the new one.
        self.assistant.call("list_mail_messages", folder=self.here)
        other = self.look_at(harness.ALICE)
        other.ok(other.client.delete(harness.quoted(self.here)))
        other.create(self.here)
        new = other.append(self.here, b"Subject: new\n\nNew\n")
        self.assertNotEqual(other.examine(self.here), self.uidvalidity)
        with self.assertRaises(ToolError):
            self.assistant.call("delete_mail_message", folder=self.here, uid=new, uidvalidity=self.uidvalidity)
        self.assertEqual(self.left(), [new])

    # --- Delete --------------------------------------------------------------------------------

    def test_only_the_named_message_is_deleted(self):
        uid = self.uids[2]
        result = self.assistant.call("delete_mail_message", folder=self.here, uid=uid, uidvalidity=self.uidvalidity)
        self.assertEqual(result, {"folder": self.here, "uid": uid, "uidvalidity": self.uidvalidity, "deleted": True})
        self.assertEqual(self.left(), [other for other in self.uids if other != uid])
        self.refused("There is no message", "delete_mail_message", uid=uid)

    def test_mail_that_others_marked_as_deleted_stays(self):  # IM-24
        marked = [self.uids[0], self.uids[4]]
        self.mark(*marked)
        uid = self.uids[2]
        result = self.assistant.call("delete_mail_message", folder=self.here, uid=uid)
        flags = self.witness.flags(self.here)
        self.assertEqual(result["deleted"], self.has_uidplus)
        self.assertEqual(sorted(flags), [other for other in self.uids if other != uid or not self.has_uidplus])
        self.assertEqual({other for other, its in flags.items() if "\\Deleted" in its}, {*marked, *([] if self.has_uidplus else [uid])})

    def test_a_message_that_was_marked_already_is_deleted(self):
        self.mark(self.uids[3])
        self.assertTrue(self.assistant.call("delete_mail_message", folder=self.here, uid=self.uids[3])["deleted"])
        self.assertEqual(self.left(), self.uids[:3] + self.uids[4:])

    # --- Move ----------------------------------------------------------------------------------

    def move(self, uid, destination, path):
        """Moves and compares: the same bytes, flags and date there, nothing here, nothing else touched."""
        self.witness.open(self.here)
        raw, flags = self.witness.raw(uid), self.witness.flags(self.here)
        before = set(self.witness.flags(path))
        result = self.assistant.call("move_mail_message", folder=self.here, uid=uid, destination=destination, uidvalidity=self.uidvalidity)
        after = self.witness.flags(path)
        arrived = set(after) - before
        self.assertEqual(len(arrived), 1)
        new = arrived.pop()
        self.assertEqual((result["destination"], result["destination_uid"]), (path, new))
        self.assertEqual(result["destination_uidvalidity"], self.witness.examine(path))
        self.assertEqual(self.witness.raw(new), raw)
        self.assertEqual(after[new], flags[uid])
        date = self.witness.fetch(str(new), "INTERNALDATE")[new][0]
        self.assertIn(imaplib.Internaldate2tuple(date), [imaplib.Internaldate2tuple(b"INTERNALDATE " + WHEN.encode())])
        self.assertEqual(self.witness.flags(self.here), {other: its for other, its in flags.items() if other != uid})

    def test_a_message_is_moved_whole(self):
        if not (self.has_move or self.has_uidplus):
            return self.refused("cannot move a message without the risk of losing it", "move_mail_message",
                                uid=self.uids[1], destination=self.folder("Archive"))
        self.mark(self.uids[1], flag="\\Flagged $Forwarded")
        self.move(self.uids[1], self.folder("Archive"), self.folder("Archive"))
        self.move(self.uids[2], "Trash", self.folder("Trash"))
        self.move(self.uids[3], self.folder("Projects/Mail MCP/日本"), self.folder("Projects/Mail MCP/日本"))

    def test_mail_that_others_marked_as_deleted_is_not_removed_by_a_move(self):
        if not (self.has_move or self.has_uidplus):
            return
        self.mark(self.uids[0])
        self.move(self.uids[2], self.folder("Archive"), self.folder("Archive"))

    def test_a_message_that_cannot_be_moved_stays(self):  # IM-25, TA-20
        if not (self.has_move or self.has_uidplus):
            return
        self.refused("not moved", "move_mail_message", uid=self.uids[0], destination="No such folder")
        self.refused("already", "move_mail_message", uid=self.uids[0], destination=self.here)
        self.refused("", "move_mail_message", uid=self.uids[0], destination="")
        self.refused("", "move_mail_message", uid=self.uids[0], destination="*")


class Dovecot(Changing):
    pass


class Cyrus(Changing):
    imap_server = "cyrus"


class WithoutMove(Changing):
    """A move is a copy, proven, and then a deletion."""
    options = ["--dovecot-config", "imap_capability = IMAP4rev1 LITERAL+ SASL-IR UIDPLUS SPECIAL-USE UNSELECT"]
    has_move = False


class Primitive(Changing):
    """Neither MOVE nor UIDPLUS: what cannot be done safely is not done."""
    options = ["--dovecot-config", "imap_capability = IMAP4rev1 SPECIAL-USE UNSELECT"]
    has_move = has_uidplus = False


del Changing
if __name__ == "__main__":
    harness.main()
