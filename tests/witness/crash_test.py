#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The daemon dies at any point of a send, a move, a draft or a deletion, and nothing is sent twice and nothing lost.

    crash_test.py [CLASS…]          SEED=number repeats a run

It is killed with SIGKILL after a random time, started again, and asked the same thing once more. The ledger is what the mail
servers hold, as imaplib shows it: Bob's inbox and Alice's folders. The daemon's own word is only compared with it.
"""
import collections
import os
import random
import signal
import statistics
import threading
import time

import harness
from assistant import ConnectionLost, ToolError
from harness import BOB

SEED = int(os.environ.get("SEED") or random.SystemRandom().randrange(1 << 32))


class Call(threading.Thread):
    """One call of a tool that may lose its daemon on the way: a result, a refusal in words, or neither."""

    def __init__(self, assistant, tool, arguments):
        super().__init__(daemon=True)
        self.assistant, self.tool, self.arguments = assistant, tool, arguments
        self.result = self.refusal = None
        self.start()

    def run(self):
        try:
            self.result = self.assistant.call(self.tool, **self.arguments)
        except ToolError as error:
            self.refusal = str(error)
        except ConnectionLost:
            pass


class Crashing(harness.RealServers):
    options = ["--env", "MAX_SENDS_PER_HOUR=1000", "--env", "MAX_SENDS_PER_DAY=1000"]

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = cls.stack["processes"]["server"]
        cls.addClassCleanup(lambda: harness.sandbox.end(cls.server))
        cls.bob = cls.look_at(BOB)
        cls.source, cls.target, cls.sent, cls.drafts = (cls.folder(name) for name in ("Crash source", "Crash target", "Sent", "Drafts"))
        cls.witness.create(cls.source)
        cls.witness.create(cls.target)

    def setUp(self):
        print(f"SEED={SEED}", flush=True)
        self.chance = random.Random(f"{SEED}/{self._testMethodName}")
        self.seen = collections.Counter()

    def kill(self):
        os.kill(self.server["pid"], signal.SIGKILL)
        os.waitpid(self.server["pid"], 0)

    def restart(self):
        self.assistant.close()
        stack = harness.stack_module.Stack(os.path.dirname(self.stack["env_file"]))
        type(self).server = harness.stack_module.start_server(harness.BINARY, stack, self.stack["base_url"])

    def warm_up(self, tool, arguments_of):
        """Sets the time within which a kill comes: as long as a call takes, so that it is as likely in every phase."""
        durations = []
        for number in range(5):
            began = time.monotonic()
            self.assistant.call(tool, **arguments_of(f"warm-up {tool} {number}"))
            durations.append(time.monotonic() - began)
        self.span = statistics.median(durations)

    def interrupted(self, tool, arguments):
        """Kills the daemon somewhere in a call, and starts it again."""
        call = Call(self.assistant, tool, arguments)
        time.sleep(self.chance.uniform(0, self.span))
        self.kill()
        call.join()
        self.restart()
        self.assertIsNone(call.refusal)
        # The machine is busier at one time than at another: one call in five shall end before its daemon does.
        self.span *= 0.8 if call.result else 1.06
        self.seen["answered before it died" if call.result else "died on the way"] += 1
        return call.result

    def again(self, tool, arguments):
        call = Call(self.assistant, tool, arguments)
        call.join()
        self.assertTrue(call.result or call.refusal, "the daemon answers again")
        return call.result, call.refusal

    def find(self, witness, folder, subject):
        witness.examine(folder)
        return witness.search(f'SUBJECT "{subject}"')

    # --- What is done, and what must be true afterwards -------------------------------------------

    def crash_sends(self, count):
        def arguments_of(subject):
            return {"to": BOB, "subject": subject, "text_body": f"{subject}\n", "idempotency_key": subject}
        self.warm_up("send_mail_message", arguments_of)
        outcomes = {}
        for number in range(count):
            subject = f"crash-send-{number:03d}-x"
            first = self.interrupted("send_mail_message", arguments_of(subject))
            second, refusal = self.again("send_mail_message", arguments_of(subject))
            if first:
                self.assertTrue(second and second["duplicate"], f"{subject} was reported as sent, so it is a duplicate now: {refusal}")
            if refusal:
                self.assertIn("outcome_unknown", refusal)
            outcomes[subject] = "unknown" if refusal else "duplicate" if second["duplicate"] else "sent now"
        self.seen.update(outcomes.values())
        # What a server had taken over when its client died may still be on its way.
        self.settle()
        for subject, outcome in outcomes.items():
            delivered, copies = len(self.find(self.bob, "INBOX", subject)), len(self.find(self.witness, self.sent, subject))
            with self.subTest(subject, outcome=outcome):
                if outcome == "unknown":
                    self.assertLessEqual(delivered, 1)
                    self.assertLessEqual(copies, 1)
                    self.seen[f"unknown, and delivered {delivered}×"] += 1
                else:
                    self.assertEqual((delivered, copies), (1, 1))

    def crash_moves(self, count, most):
        def message(subject):
            uid = self.witness.append(self.source, f"Subject: {subject}\n\n{subject}\n".encode())
            return {"folder": self.source, "uid": uid, "destination": self.target}
        self.warm_up("move_mail_message", message)
        for number in range(count):
            subject = f"crash-move-{number:03d}-x"
            arguments = message(subject)
            first = self.interrupted("move_mail_message", arguments)
            here, there = (len(self.find(self.witness, folder, subject)) for folder in (self.source, self.target))
            if first:
                self.assertEqual((here, there), (0, 1))
            self.assertIn(here + there, range(1, most + 1), "not lost, and no more than it must be")
            second, refusal = self.again("move_mail_message", arguments)
            now_here, now_there = (len(self.find(self.witness, folder, subject)) for folder in (self.source, self.target))
            with self.subTest(subject, second=second, refusal=refusal):
                self.assertEqual(now_here, 0)
                self.assertIn(now_there, range(1, most + 1))
                if here == 0:
                    self.assertIn("There is no message", refusal or "")
                    self.assertEqual(now_there, there)
                else:
                    self.assertIsNotNone(second)
            self.seen["moved before it died" if here == 0 else "moved by the second call"] += 1

    def crash_drafts(self, count):
        def arguments_of(subject):
            return {"to": BOB, "subject": subject, "text_body": f"{subject}\n"}
        self.warm_up("create_draft_mail_message", arguments_of)
        for number in range(count):
            subject = f"crash-draft-{number:03d}-x"
            first = self.interrupted("create_draft_mail_message", arguments_of(subject))
            there = self.find(self.witness, self.drafts, subject)
            self.assertEqual(there, [first["uid"]] if first else there)
            self.assertLessEqual(len(there), 1)
            second, refusal = self.again("create_draft_mail_message", arguments_of(subject))
            self.assertIsNone(refusal)
            self.assertEqual(self.find(self.witness, self.drafts, subject), [*there, second["uid"]], "the first stays, the second is new")
            self.assertEqual(self.find(self.bob, "INBOX", subject), [])

    def crash_deletions(self, count):
        def message(subject):
            return {"folder": self.source, "uid": self.witness.append(self.source, f"Subject: {subject}\n\n{subject}\n".encode())}
        bystander = message("bystander")["uid"]
        marked = self.witness.append(self.source, b"Subject: marked by somebody else\n\nx\n", "\\Deleted")
        self.warm_up("delete_mail_message", message)
        for number in range(count):
            subject = f"crash-delete-{number:03d}-x"
            arguments = message(subject)
            first = self.interrupted("delete_mail_message", arguments)
            there = self.find(self.witness, self.source, subject)
            self.assertEqual(there, [] if first else there)
            second, refusal = self.again("delete_mail_message", arguments)
            self.assertEqual(bool(second), bool(there), refusal)
            self.assertEqual(self.find(self.witness, self.source, subject), [])
        flags = self.witness.flags(self.source)
        self.assertIn(bystander, flags)
        self.assertIn("\\Deleted", flags[marked])

    def tell(self):
        print("; ".join(f"{text}: {count}" for text, count in sorted(self.seen.items())), flush=True)
        # A run in which the daemon never died in the middle would prove nothing.
        self.assertGreater(self.seen["died on the way"], self.seen["answered before it died"])


class Dovecot(Crashing):
    def test_a_hundred_sends(self):  # FT-04
        self.crash_sends(100)
        self.tell()

    def test_moves_drafts_and_deletions(self):  # FT-06
        self.crash_moves(35, most=1)
        self.crash_drafts(25)
        self.crash_deletions(10)
        self.tell()

    def test_between_the_final_dot_and_the_answer(self):  # FT-05
        """Bob has the mail, and the daemon dies before it learns of it: it says that it does not know, and sends nothing again."""
        hold = harness.sandbox.hold_file(self.stack["state_dir"])
        for number in range(20):
            subject = f"crash-dot-{number:03d}-x"
            arguments = {"to": BOB, "subject": subject, "text_body": "x\n", **({"idempotency_key": subject} if number % 2 else {})}
            with open(hold, "w"):
                pass
            call = Call(self.assistant, "send_mail_message", arguments)
            deadline = time.monotonic() + 20
            while not self.find(self.bob, "INBOX", subject):
                self.assertLess(time.monotonic(), deadline, "it is delivered although it is not acknowledged")
            self.kill()
            call.join()
            os.unlink(hold)
            self.restart()
            self.assertIsNone(call.result)
            for _ in range(2):
                result, refusal = self.again("send_mail_message", arguments)
                self.assertIsNone(result)
                self.assertIn("outcome_unknown", refusal)
            self.assertEqual(len(self.find(self.bob, "INBOX", subject)), 1)
        # Only who insists gets a second one.
        result, _ = self.again("send_mail_message", {**arguments, "force_resend": True})
        self.assertFalse(result["duplicate"])
        self.assertEqual(len(self.find(self.bob, "INBOX", subject)), 2)


class WithoutMove(Crashing):
    """A move is a copy and a deletion here. Who dies in between leaves both, and asked again makes one more: never none."""
    options = [*Crashing.options, "--dovecot-config", "imap_capability = IMAP4rev1 LITERAL+ SASL-IR UIDPLUS SPECIAL-USE UNSELECT"]

    def test_moves(self):  # FT-06
        self.crash_moves(30, most=2)
        self.tell()


del Crashing
if __name__ == "__main__":
    harness.main()
