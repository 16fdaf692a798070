#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts folders of 100, 5,000 and 50,000 everyday messages into mailboxes of a running sandbox.

    mailboxes.py STATE_DIR CACHE ADDRESS… [--sizes 100,5000,50000]

STATE_DIR is the sandbox's (see tests/sandbox/sandbox.py); each ADDRESS gets the folders "Bench 100" and so on. The messages are
made once, below CACHE, and linked from there: their files never change, for Dovecot keeps flags in their names.
"""
import argparse
import datetime
import os
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sandbox"))

import make_mail  # noqa: E402
import sandbox  # noqa: E402


def provide(cache, size):
    """The cached folder of this size; a half-made one of an earlier run does not count."""
    ready = os.path.join(cache, str(size))
    if not os.path.isdir(ready):
        making = ready + ".making"
        shutil.rmtree(making, ignore_errors=True)
        messages = make_mail.bulk("Bench", size, make_mail.ALICE, 0, make_mail.NOW, datetime.timedelta(minutes=10))
        make_mail.write_folder(making, "INBOX", messages)
        os.rename(making, ready)
    return ready


def link_or_copy(source, target):
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("state_dir")
    parser.add_argument("cache")
    parser.add_argument("addresses", nargs="+", metavar="ADDRESS")
    parser.add_argument("--sizes", default="100,5000,50000", type=lambda text: [int(size) for size in text.split(",")])
    options = parser.parse_args()
    os.makedirs(options.cache, exist_ok=True)
    account = sandbox.Account()
    for size in options.sizes:
        source = provide(options.cache, size)
        for address in options.addresses:
            maildir = os.path.join(options.state_dir, "mail", address, "Maildir")
            make_mail.write_folder(maildir, f"Bench {size}", [])
            folder = os.path.join(maildir, f".Bench {size}")
            shutil.copytree(source, folder, copy_function=link_or_copy, dirs_exist_ok=True)
            account.own(folder)


if __name__ == "__main__":
    main()
