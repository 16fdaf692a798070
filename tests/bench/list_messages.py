#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long list_mail_messages takes in folders of 100, 5,000 and 50,000 messages: it must not depend on their number.

    list_messages.py [--binary MAIL_MCP] [--sizes 100,5000,50000] [--calls 200] [--rounds 5]

Prints a table with the median and the 95th percentile of each size in milliseconds, from the request to the whole answer, one
call at a time. Beside it stands what the mail server alone needs for the same page, asked by imaplib. Rounds go through all sizes
in turn, so that a busy moment of the machine hits all alike. Exit code 1 if the slowest size takes more than 1.3 times as long as
the fastest. A debug build needs several times as long as a release.
"""
import argparse
import datetime
import os
import statistics
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "witness"))

import harness  # noqa: E402
from harness import make_mail, sandbox  # noqa: E402

PAGE = 20
MOST = 1.3


def fill(stack, folder, size):
    """Writes a folder of everyday messages straight to the disk."""
    maildir = os.path.join(stack["state_dir"], "mail", harness.ALICE, "Maildir")
    make_mail.write_folder(maildir, folder, make_mail.bulk(folder, size, harness.ALICE, 0, make_mail.NOW, datetime.timedelta(minutes=10)))
    sandbox.Account().own(os.path.join(maildir, "." + folder))


def timed(action, calls):
    durations = []
    for _ in range(calls):
        began = time.perf_counter()
        action()
        durations.append((time.perf_counter() - began) * 1000)
    return durations


def measure(bench, sizes, calls, rounds):
    """{size: (milliseconds of the tool, milliseconds of the mail server)}"""
    found = {size: ([], []) for size in sizes}
    for _ in range(rounds):
        for size in sizes:
            folder = f"Size {size}"

            def through_the_daemon():
                page = bench.assistant.call("list_mail_messages", folder=folder, per_page=PAGE)
                assert (page["total"], len(page["messages"])) == (size, PAGE)

            def by_imap_alone():
                items = "(UID FLAGS RFC822.SIZE INTERNALDATE ENVELOPE)"
                data = bench.witness.ok(bench.witness.client.fetch(f"{size - PAGE + 1}:{size}", items))
                assert sum(b"ENVELOPE" in (part[0] if isinstance(part, tuple) else part) for part in data) == PAGE

            bench.witness.examine(folder)
            for number, action in enumerate((through_the_daemon, by_imap_alone)):
                timed(action, 10)
                found[size][number].extend(timed(action, calls))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=harness.BINARY, help="the mail_mcp program; that of build/dev by default")
    parser.add_argument("--sizes", default="100,5000,50000", type=lambda text: [int(size) for size in text.split(",")])
    parser.add_argument("--calls", default=200, type=int, help="of each size in each round")
    parser.add_argument("--rounds", default=5, type=int)
    options = parser.parse_args()

    harness.BINARY = options.binary
    harness.RealServers.setUpClass()
    try:
        for size in options.sizes:
            fill(harness.RealServers.stack, f"Size {size}", size)
        found = measure(harness.RealServers, options.sizes, options.calls, options.rounds)
    finally:
        harness.RealServers.doClassCleanups()

    print("| messages | list_mail_messages, median ms | 95 % ms | IMAP alone, median ms |\n|---|---|---|---|")
    for size, (tool, imap) in found.items():
        print(f"| {size:,} | {statistics.median(tool):.2f} | {statistics.quantiles(tool, n=20)[-1]:.2f} | {statistics.median(imap):.2f} |")
    medians = [statistics.median(tool) for tool, _ in found.values()]
    ratio = max(medians) / min(medians)
    print(f"\nslowest to fastest: {ratio:.2f} (at most {MOST})")
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
