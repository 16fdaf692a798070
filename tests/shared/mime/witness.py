#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads messages with Python's email package and says as JSON what it understood: a reader that is not ours.

Each message comes behind a line with its length in bytes; each answer is one line.
"""
import email
import email.header
import email.policy
import email.utils
import functools
import inspect
import json
import sys

# Newer versions of Python refuse a whole field because of an address literal, unless they are told not to.
HAS_STRICT = "strict" in inspect.signature(email.utils.getaddresses).parameters
LENIENT = functools.partial(email.utils.getaddresses, **({"strict": False} if HAS_STRICT else {}))


def addresses(text, name):
    """By the old interface: the new one puts a blank between the encoded words of a name."""
    field = email.message_from_string(text, policy=email.policy.compat32)[name]
    pairs = LENIENT([field]) if field else []
    return [[str(email.header.make_header(email.header.decode_header(name))), address] for name, address in pairs]


def part(leaf):
    content = leaf.get_content()
    is_text = isinstance(content, str)
    return {"type": leaf.get_content_type(), "filename": leaf.get_filename(), "disposition": leaf.get_content_disposition(),
            "text": content if is_text else None, "hex": None if is_text else content.hex()}


def understand(text):
    message = email.message_from_string(text, policy=email.policy.default)
    return {
        "fields": message.keys(),
        **{name.lower(): addresses(text, name) for name in ("From", "To", "Cc", "Bcc")},
        "subject": message["Subject"], "message_id": message["Message-ID"], "references": message["References"],
        "date": message["Date"].datetime.timestamp(),
        "structure": [p.get_content_type() for p in message.walk()],
        "parts": [part(p) for p in message.walk() if not p.is_multipart()],
        "defects": [type(d).__name__ for p in message.walk() for d in p.defects]
                   + [type(d).__name__ for value in message.values() for d in getattr(value, "defects", [])]}


while length := sys.stdin.buffer.readline():
    print(json.dumps(understand(sys.stdin.buffer.read(int(length)).decode())), flush=True)
