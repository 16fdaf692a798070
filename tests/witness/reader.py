# SPDX-License-Identifier: GPL-3.0-or-later
"""What Python's email package makes of a message: the independent opinion that the daemon's is held against.

Nothing here was taken from the daemon. Where the two may choose freely, the rule that our documentation states is written down
once more: which part is the text, what an unknown charset means, that only the newest 100 references are shown.
"""
import email
import email.header
import email.policy
import email.utils
import functools
import inspect
import re
import unicodedata

ADDRESS_FIELDS = ("from", "sender", "reply_to", "to", "cc", "bcc")
MAXIMUM_ADDRESSES = 200
QUOTED = r'"(?:\\.|[^"\\])*"|<[^>]*>|\[[^]]*\]'
# Larger charsets that are meant by the names of smaller ones.
MEANT = {"iso-8859-1": "cp1252", "us-ascii": "utf-8", "gb2312": "gb18030", "gbk": "gb18030", "iso-8859-9": "cp1254"}
# Newer versions of Python refuse the whole field where one address is odd, unless they are told not to.
HAS_STRICT = "strict" in inspect.signature(email.utils.getaddresses).parameters
LENIENT = functools.partial(email.utils.getaddresses, **({"strict": False} if HAS_STRICT else {}))


class AsWritten(email.policy.Compat32):
    """Gives header fields as they are: raw bytes in them remain, as surrogates."""

    def header_fetch_parse(self, name, value):
        return value


def decode(raw, charset):
    """Text of bytes in a declared charset; what is unknown or wrong is UTF-8, or else windows-1252."""
    if charset:
        try:
            return raw.decode(MEANT.get(charset.lower(), charset))
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def unflow(text, delete_space):
    """RFC 3676 §4: lines that end with a blank go on in the next line of the same quoting."""
    paragraphs, open_paragraph = [], None
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        content = line[depth:]
        content = content[1:] if content.startswith(" ") else content
        flows = content.endswith(" ") and content != "-- "
        if open_paragraph is not None and open_paragraph[0] == depth and content != "-- ":
            open_paragraph[1] += content
        else:
            open_paragraph = [depth, content]
            paragraphs.append(open_paragraph)
        if flows:
            if delete_space:
                open_paragraph[1] = open_paragraph[1][:-1]
        else:
            open_paragraph = None
    return "\n".join((">" * depth + " " if depth else "") + content for depth, content in paragraphs)


def visible(text):
    """Without what nobody sees: controls, marks of direction, joiners."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf"))


def header_text(value):
    """A header value in Unicode: encoded words decoded, folding undone, on one line."""
    if value is None:
        return ""
    text = decode(value.encode("utf-8", "surrogateescape"), None).strip()
    text = re.sub(r"\r?\n(?=[ \t])", "", text)
    pieces = []
    for piece, charset in email.header.decode_header(text):
        pieces.append(piece if isinstance(piece, str) else decode(piece, charset) if charset else piece.decode("raw-unicode-escape"))
    return visible("".join(pieces).replace("\t", " "))


def groups(raw):
    """(name of the group or None, list of addresses) for each part of an address field."""
    if ":" not in re.sub(QUOTED, "", raw):
        yield None, raw
        return
    for before, colon, members in re.findall(rf'((?:{QUOTED}|[^"<\[:;])*)(?:(:)([^;]*);)?', raw):
        if colon:
            yield before.strip(), members
        elif before.strip(" ,"):
            yield None, before


def addresses(value):
    """[(name, address)] of an address field; a group without members is a name alone."""
    if value is None:
        return []
    raw = re.sub(r"\r?\n(?=[ \t])", "", decode(value.encode("utf-8", "surrogateescape"), None))
    found = []
    for group, members in groups(raw):
        if group is not None and not members.strip():
            found.append((header_text(group), None))
            continue
        # The route of RFC 822 is no part of the address.
        for name, address in LENIENT([re.sub(r"<@[^:>]*:", "<", members)]):
            if name or address:
                found.append((header_text(name) or None, address or None))
    return found


def date(value):
    """(ISO 8601, None), or (None, what the sender wrote) if it cannot be read."""
    if value is None:
        return None, None
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None, header_text(value) or None
    return (moment.isoformat() if moment.tzinfo else moment.isoformat() + "+00:00").replace("+00:00", "Z"), None


def token(value):
    return re.sub(r"\s*\r?\n\s+", " ", value).strip() or None if value is not None else None


def is_shown(part, root):
    """A text that is part of the message and not a file beside it."""
    return (part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment"
            and (part is root or not part.get_filename()))


def leaves(part, root, beside=False):
    """Leaf parts in order, with whether they stand beside the text of a multipart/related."""
    if part.get_content_maintype() == "multipart" and part.is_multipart():
        for number, child in enumerate(part.get_payload()):
            yield from leaves(child, root, beside or (part.get_content_subtype() == "related" and number > 0))
    else:
        yield part, beside


def content(part):
    """The bytes of a part that has no parts. Padding ends base64 (RFC 2045 §6.8), where Python reads on from 3.13 on."""
    if str(part["Content-Transfer-Encoding"]).lower() == "base64":
        part.set_payload(re.match("[^=]*=*", part.get_payload()).group())
    return part.get_payload(decode=True)


def body(part):
    text = decode(content(part) or b"", part.get_content_charset())
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if part.get_content_subtype() == "plain" and str(part.get_param("format", "")).lower() == "flowed":
        text = unflow(text, str(part.get_param("delsp", "no")).lower() == "yes")
    return visible(text)


class Attachment:
    """A part that is not shown."""

    def __init__(self, part):
        name = part.get_filename()
        # A name that climbs out of a folder ends with what is safe of it.
        self.name = header_text(name).rsplit("/", 1)[-1] if name else None
        self.content_type = part.get_content_type()
        self.is_message = part.is_multipart()
        self.size = None if self.is_message else len(content(part))
        self.is_base64 = str(part["Content-Transfer-Encoding"]).lower() == "base64"

    def difference(self, described):
        """None if what a tool says of it is right. The size of base64 is told before it is decoded, so padding and the last line
        end count; a part without a name gets one."""
        if described["content_type"] != self.content_type:
            return f"content_type {described['content_type']} for {self.content_type}"
        if self.size is not None and not 0 <= described["size"] - self.size <= (3 if self.is_base64 else 0):
            return f"size {described['size']} for {self.size}"
        if self.name is None:
            made_up = described["filename"].endswith(".eml") or described["filename"] == "part-" + described["part"]
            return None if made_up else f"filename {described['filename']!r} for none"
        return None if described["filename"] == self.name else f"filename {described['filename']!r} for {self.name!r}"


class Message:
    """A message as Python reads it, in the terms of get_mail_message."""

    def __init__(self, raw):
        message = email.message_from_bytes(raw, policy=AsWritten())
        self.size = len(raw)
        self.text = self.html = None
        self.attachments = []
        for part, beside in leaves(message, message):
            kind = part.get_content_subtype()
            if not beside and is_shown(part, message) and kind == "plain" and self.text is None:
                self.text = body(part)
            elif not beside and is_shown(part, message) and kind == "html" and self.html is None:
                self.html = body(part)
            else:
                self.attachments.append(Attachment(part))
        self.headers = self.read_headers(message)

    @staticmethod
    def read_headers(message):
        fields = {}
        for name, value in message.items():
            fields.setdefault(name.lower().replace("-", "_"), value)
        found = {name: addresses(fields.get(name)) for name in ADDRESS_FIELDS}
        found["sender"] = found["sender"] or found["from"]
        found["reply_to"] = found["reply_to"] or found["from"]
        found = {name: people[:MAXIMUM_ADDRESSES] for name, people in found.items()}
        found["date"], found["date_text"] = date(fields.get("date"))
        found["subject"] = header_text(fields.get("subject")) or None
        for name in ("message_id", "in_reply_to"):
            found[name] = token(fields.get(name))
        found["references"] = (token(fields.get("references")) or "").split()[-100:]
        return found

    def differences(self, described):
        """[(field, what a tool said, what Python says)] for a result of get_mail_message."""
        found = self.header_differences(described["headers"], self.headers)
        # What an HTML mail says as text is derived; that is for tests of the derivation.
        for name, mine in (("text_body", self.text), ("html_body", self.html)):
            said = described[name]
            if described["truncated"] and said and mine and len(said.encode()) > 200_000 and mine.startswith(said):
                continue
            if said != mine and not (name == "text_body" and mine is None and self.html is not None):
                found.append((name, said, mine))
        if len(described["attachments"]) != len(self.attachments):
            found.append(("attachments", len(described["attachments"]), len(self.attachments)))
        else:
            for said, mine in zip(described["attachments"], self.attachments):
                difference = mine.difference(said)
                if difference:
                    found.append(("attachment", difference, ""))
        if described["size"] != self.size:
            found.append(("size", described["size"], self.size))
        return found

    @staticmethod
    def header_differences(described, headers):
        found = []
        for name, mine in headers.items():
            said = described[name]
            if name in ADDRESS_FIELDS:
                said = [(person["name"], person["address"]) for person in said]
            if said != mine:
                found.append((name, said, mine))
        return found

    def list_differences(self, described):
        """The same for an entry of list_mail_messages, which has no references."""
        found = self.header_differences(described, {name: value for name, value in self.headers.items() if name != "references"})
        return found + ([("size", described["size"], self.size)] if described["size"] != self.size else [])
