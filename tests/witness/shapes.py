# SPDX-License-Identifier: GPL-3.0-or-later
"""A thousand messages of every shape: the same ones, byte for byte, every time.

messages() gives (key, bytes) in order. The bulk is made by chance from a fixed seed, one shape of body, one charset, one form of
each header field at a time; the odd ones below are written by hand, each once, with a name that exceptions can refer to.
"""
import random

from make_mail import ALICE, PDF, PNG, address, attachment, compose, encoded_words, multipart, part, text_part

COUNT = 1000
SEED = "mail-mcp/witness/1"

# Label as mail carries it, Python's codec, a text that the charset can write.
CHARSETS = [
    ("us-ascii", "ascii", "Plain words without any mark."),
    ("utf-8", "utf-8", "Grüße, déjà vu, naïve café – “quoted” … 日本語 Ελληνικά Кириллица 🎉"),
    ("UTF8", "utf-8", "Ümläute im falschen Label"),
    ("iso-8859-1", "latin-1", "Grüße aus Köln, déjà vu, £5 ½"),
    ("iso-8859-2", "iso8859_2", "Zażółć gęślą jaźń, příliš žluťoučký kůň"),
    ("iso-8859-5", "iso8859_5", "Здравствуйте, как дела?"),
    ("iso-8859-7", "iso8859_7", "Καλημέρα κόσμε"),
    ("iso-8859-9", "iso8859_9", "Günaydın, şöyle böyle İstanbul"),
    ("iso-8859-15", "iso8859_15", "Œuvre à 5 €"),
    ("windows-1250", "cp1250", "Żółta łódź – „cytat”"),
    ("windows-1251", "cp1251", "Не забудьте про собрание — «важно» №5"),
    ("windows-1252", "cp1252", "We’d settle for €1,150 — “best” price…"),
    ("windows-1253", "cp1253", "Ευχαριστώ πολύ – 5 €"),
    ("windows-1254", "cp1254", "İyi günler, ığdır – 5 €"),
    ("windows-1257", "cp1257", "Ačiū labai, žąsis – 5 €"),
    ("koi8-r", "koi8_r", "Поезд прибывает в среду утром."),
    ("koi8-u", "koi8_u", "Зустріч у п'ятницю, їжа є."),
    ("iso-2022-jp", "iso2022_jp", "四半期報告書をお送りします。"),
    ("shift_jis", "shift_jis", "ご注文ありがとうございます。"),
    ("euc-jp", "euc_jp", "会議の日程について"),
    ("gb2312", "gb2312", "项目按计划进行"),
    ("gbk", "gbk", "項目進度更新"),
    ("gb18030", "gb18030", "各位好，㐀字也能显示。"),
    ("big5", "big5", "項目進度更新，謝謝。"),
    ("euc-kr", "euc_kr", "안녕하세요, 회의 일정입니다."),
]
SENTENCES = [
    "The numbers look better than last month.", "Could you send me the latest version before Thursday noon?",
    "We found the cause: a certificate had expired.", "= signs, _ underscores and ? marks stay = as they are.",
    "From the start of a line, this is no new message.", ".A dot at the start", "> A quoted line", "-- ",
    "A line with trailing blanks   ", "\tA line with a tabulator\tinside", "https://example.com/?q=a%20b&c=d#e",
]


def words(chance, codec):
    """Some lines, with one that shows whether the charset was understood."""
    lines = [chance.choice(SENTENCES) for _ in range(chance.randint(1, 8))]
    lines.insert(chance.randint(0, len(lines)), next(text for _, name, text in CHARSETS if name == codec))
    if chance.random() < 0.3:
        lines.insert(chance.randint(0, len(lines)), "")
    return "\n".join(lines) + "\n"


def transfer(chance, label, text, codec):
    """An encoding that may carry this text."""
    possible = ["base64", "quoted-printable"]
    raw = text.encode(codec)
    if raw.isascii():
        possible.append("7bit")
    elif b"\x00" not in raw:
        possible.append("8bit")
    return chance.choice(possible)


def random_text(chance, subtype="plain", parameters=""):
    label, codec, _ = chance.choice(CHARSETS)
    text = words(chance, codec)
    if subtype == "html":
        text = "<html><body>\n" + "".join(f"<p>{line}</p>\n" for line in text.split("\n") if line) + "</body></html>\n"
    label = chance.choice([label, label.upper(), f'"{label}"'])
    encoding = transfer(chance, label, text, codec)
    encoding = chance.choice([encoding, encoding.upper()])
    raw = text.encode(codec)
    kind = chance.choice([f"text/{subtype}; charset={label}{parameters}", f"TEXT/{subtype.upper()};\n\tcharset={label}{parameters}"])
    if encoding.lower() in ("7bit", "8bit"):
        return part(kind, raw, encoding)
    return part(kind, raw, encoding.lower()).replace(f"Encoding: {encoding.lower()}".encode(), f"Encoding: {encoding}".encode(), 1)


FILE_NAMES = ["report.pdf", "Übersicht – 請求書.pdf", "two words.txt", "no extension", "名前.zip", "semi;colon.csv", "Résumé (final) v2.docx"]


def random_file(chance):
    kind = chance.choice(["application/pdf", "image/png", "application/zip", "application/octet-stream", "text/csv", "audio/ogg"])
    return attachment(chance.choice(FILE_NAMES), kind, chance.randbytes(chance.randint(1, 9000)))


def boundary(chance):
    return chance.choice(["=_", "----=_Part_", "b'o(u)n+d_a,r-y./:=?", "simple"]) + str(chance.getrandbits(40))


def random_content(chance, depth=0):
    """An entity: a text, an alternative of two, or one of them with files, nested to any depth."""
    kind = chance.random()
    if kind < 0.30:
        return random_text(chance)
    if kind < 0.42:
        return random_text(chance, "html")
    if kind < 0.46:
        return random_text(chance, parameters="; format=flowed" + chance.choice(["", "; delsp=yes", "; delsp=no"]))
    if kind < 0.68 or depth > 3:
        return multipart("alternative", boundary(chance), [random_text(chance), random_text(chance, "html")])
    if kind < 0.76:
        picture = part("image/png", PNG, "base64",
                       ["Content-ID: <logo@example.test>", 'Content-Disposition: inline; filename="logo.png"'])
        return multipart("related", boundary(chance), [random_text(chance, "html"), picture])
    if kind < 0.92:
        files = [random_file(chance) for _ in range(chance.randint(1, 3))]
        return multipart("mixed", boundary(chance), [random_content(chance, depth + 1), *files])
    if kind < 0.96:
        inner = letter(chance, chance.randrange(1 << 30), text_part("This text belongs to the message inside.\n"))
        return multipart("mixed", boundary(chance), [random_text(chance), b"Content-Type: message/rfc822\n\n" + inner])
    signature = part("application/pgp-signature", b"-----BEGIN PGP SIGNATURE-----\n\niQ==\n", "7bit")
    return multipart("signed", boundary(chance), [random_text(chance), signature],
                     "; micalg=pgp-sha256; protocol=\"application/pgp-signature\"")


NAMES = ["Ann Lee", "Jürgen Müller", "O'Neil, Pat", "田中 太郎", "Łukasz Żak", 'Kim "KJ" Jones', "Иван Петров", "Zoë 🌱", "", "a.b", "Dr. No"]


def person(chance):
    domain = chance.choice(["example.com", "EXAMPLE.org", "mail.corp.example.net", "xn--mller-kva.example"])
    mailbox = chance.choice(["ann", "ben.ode", "x+tag", "info", "a_b-c"]) + "@" + domain
    name = chance.choice(NAMES)
    form = chance.random()
    if name and form < 0.2:
        return f"{encoded_words(name, 'utf-8', chance.choice('BQ'))} <{mailbox}>"
    if form < 0.3 and name.isascii() and name.replace(" ", "").isalpha():
        return f"{mailbox} ({name})"
    if form < 0.36:
        return f"<{mailbox}>"
    return address(name, mailbox)


def people(chance):
    kind = chance.random()
    if kind < 0.05:
        return "undisclosed-recipients:;"
    if kind < 0.12:
        return "The Team: " + ", ".join(f"member{n}@example.com" for n in range(3)) + ";"
    count = chance.choice([1, 1, 1, 2, 3, 8, 40])
    return ", ".join(person(chance) for _ in range(count))


def subject(chance):
    label, codec, text = chance.choice(CHARSETS)
    kind = chance.random()
    if kind < 0.25:
        return chance.choice(["Re: ", "Fwd: ", "[list] ", ""]) + chance.choice(SENTENCES[:4])
    if kind < 0.75 and codec.replace("_", "-") not in ("iso2022-jp",):
        # One word each: a long text is cut to what fits.
        while len(encoded_words(text, codec, "B").split(" ")) > 1 or len(encoded_words(text, codec, "Q").split(" ")) > 1:
            text = text[:-1]
        return encoded_words(text, codec, chance.choice("BQ")).replace(f"=?{codec.upper()}?", f"=?{label}?")
    if kind < 0.85:
        return "Plain start " + encoded_words("und ein längerer Rest, der in mehrere Wörter zerfällt – 請求書", "utf-8", chance.choice("BQ"))
    if kind < 0.92:
        return "Raw UTF-8: Grüße 請求書"
    return "A subject that is folded\n after some words\n\tand once more"


DATES = [
    "Mon, 02 Nov 2026 09:30:00 +0000", "Tue, 3 Nov 2026 23:59:59 -0800", "4 Nov 2026 00:00:00 +0545", "Thu, 05 Nov 2026 12:00 +0100",
    "Fri, 06 Nov 2026 10:00:00 GMT", "Sat, 07 Nov 2026 10:00:00 EST", "Sun, 08 Nov 2026 10:00:00 +0200 (CEST)", "Mon, 09 Nov 26 10:00:00 +0000",
    "Tue, 10 Nov 2026 10:00:00 -0000", "Wed,  11 Nov 2026 10:00:00 +0000", "thu, 12 nov 2026 10:00:00 +0000", "Thu, 29 Feb 2024 23:00:00 UT",
]


def letter(chance, number, content, mime=True):
    headers = [("Return-Path", "<bounce@example.com>"),
               ("Received", f"from mx{chance.randint(1, 4)}.example.com by mail.example.test with ESMTPS; {DATES[0]}"),
               ("From", person(chance)), ("To", people(chance))]
    if chance.random() < 0.2:
        headers.append(("Cc", people(chance)))
    if chance.random() < 0.05:
        headers.append(("Bcc", person(chance)))
    if chance.random() < 0.1:
        headers.append(("Reply-To", person(chance)))
    if chance.random() < 0.1:
        headers.append(("Sender", person(chance)))
    headers += [("Subject", subject(chance)), ("Date", chance.choice(DATES)), ("Message-ID", f"<shape.{number}@example.test>")]
    if chance.random() < 0.3:
        headers += [("In-Reply-To", f"<shape.{number - 1}@example.test>"),
                    ("References", " ".join(f"<shape.{number - n}@example.test>" for n in range(chance.randint(1, 9), 0, -1)))]
    return compose(headers, content, mime)


# --- The odd ones ----------------------------------------------------------------------------------

def head(key, subject_field="Odd: {key}", extra=(), leave_out=()):
    """Header fields of an odd message as lines; extra ones replace those of the same name."""
    fields = {"From": "Odd One <odd@example.com>", "To": f"Alice <{ALICE}>", "Subject": subject_field.format(key=key),
              "Date": DATES[0], "Message-ID": f"<odd.{key}@example.test>", **dict(extra)}
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if name not in leave_out).encode("utf-8", "surrogateescape")


PLAIN = b"MIME-Version: 1.0\n" + part("text/plain; charset=utf-8", "The text of an odd message: grüße.\n".encode(), "8bit")


def mixed(*parts, subtype="mixed", parameters=""):
    return multipart(subtype, "=_odd", list(parts), parameters)


def nested(depth):
    content = text_part("At the bottom.\n")
    for level in range(depth):
        content = multipart("mixed", f"=_level{level}", [content])
    return content


def with_header(key, **fields):
    return head(key, extra=[(name.replace("_", "-"), value) for name, value in fields.items()]) + PLAIN


def typed(content_type, body, encoding=None):
    """An entity with a header that no helper would write."""
    lines = f"Content-Type: {content_type}\n" + (f"Content-Transfer-Encoding: {encoding}\n" if encoding else "")
    return lines.encode() + b"\n" + body


def text(raw, charset="utf-8", encoding="7bit"):
    return part(f"text/plain; charset={charset}", raw, encoding)


def with_file(kind, *disposition):
    return mixed(text_part("x\n"), part(kind, PDF, "base64", disposition))


def odd_entities():
    """{key: what follows the header fields}"""
    forwarded = head("inner") + PLAIN
    sections = ("Content-Disposition: attachment;\n filename*0*=UTF-8''Gr%C3%BC;\n"
                " filename*1*=%C3%9Fe%20;\n filename*2=\"und mehr.pdf\"")
    return {
        # Charsets and encodings
        "charset-unknown": text(b"Readable ASCII survives.\n", "x-made-up"),
        "charset-utf-7": text(b"+AGEAYg- is what it says it is\n", "utf-7"),
        "charset-ascii-but-utf8": text("Grüße\n".encode(), "us-ascii", "8bit"),
        "charset-utf8-but-latin1": text("Grüße\n".encode("latin-1"), "utf-8", "8bit"),
        "charset-latin1-but-cp1252": text("“5 €”\n".encode("cp1252"), "iso-8859-1", "8bit"),
        "encoding-unknown": text(b"As it is.\n", "utf-8", "x-odd"),
        "encoding-uuencode": text(b"begin 644 a.txt\n,5&AI<R!I<R!U=2X*\n`\nend\n", "utf-8", "x-uuencode"),
        "base64-broken-lines": typed("text/plain", b"VGhpcyB0\n ZXh0IHdhcyBi\nYWRseSBjdXQu\n", "base64"),
        "base64-with-tail": typed("text/plain", b"VGhpcyB3YXMgYmFzZTY0Lg==\n\n-- \nlist footer\n", "base64"),
        "qp-broken": typed("text/plain; charset=utf-8", b"50=% off =C3=BC=\n ber =ZZ\n", "quoted-printable"),
        "flowed-quotes": text_part("> A quoted paragraph that \n> flows.\n\n stuffed\nends here \nand there.\n-- \nFlo\n",
                                   parameters="; format=flowed"),
        "text-cut-at-200-kib": text_part("0123456789 twelve" * 20000 + "\n", encoding="base64"),
        "control-characters": text_part("bell \x07 and escape \x1b[31m\n", encoding="quoted-printable"),
        "hidden-characters": text_part("zero\u200bwidth and \u202eturned\n"),
        # Structure
        "empty-body": typed("text/plain", b""),
        "nested-15": nested(15),
        "boundary-missing": typed("multipart/mixed", b"No boundary was given.\n"),
        "boundary-never-seen": typed("multipart/mixed; boundary=never", b"The boundary never comes.\n"),
        "boundary-not-closed": mixed(text_part("The end is missing.\n")).replace(b"--=_odd--\n", b""),
        "preamble-epilogue": mixed(text_part("In between.\n")).replace(b"\n\n--=_odd\n", b"\n\nPreamble\n--=_odd\n", 1) + b"Epilogue\n",
        "two-texts": mixed(text_part("The first text.\n"), part("image/png", PNG, "base64"), text_part("The second text.\n")),
        "text-attachment-first": mixed(attachment("notes.txt", "text/plain", b"not the text\n"), text_part("This is the text.\n")),
        "html-first": mixed(text_part("<p>Web</p>\n", subtype="html"), text_part("Plain\n"), subtype="alternative"),
        "only-attachment": attachment("alone.pdf", "application/pdf", PDF),
        "only-calendar": part("text/calendar; charset=utf-8; method=REQUEST", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "base64"),
        "only-image": part("image/png; name=photo.png", PNG, "base64"),
        "digest": mixed(b"\n" + forwarded, b"\n" + forwarded, subtype="digest"),
        "delivery-report": mixed(
            text_part("It could not be delivered.\n"),
            part("message/delivery-status", b"Reporting-MTA: dns; mail.example\n\nFinal-Recipient: rfc822; x@example.com\nAction: failed\n"),
            typed("message/rfc822", forwarded), subtype="report", parameters="; report-type=delivery-status"),
        "message-alone": typed("message/rfc822", forwarded),
        "encrypted": mixed(part("application/pgp-encrypted", b"Version: 1\n"),
                           part("application/octet-stream", b"-----BEGIN PGP MESSAGE-----\n"),
                           subtype="encrypted", parameters='; protocol="application/pgp-encrypted"'),
        # File names
        "file-name-2231-parts": with_file("application/pdf", sections),
        "file-name-2047": with_file(f'application/pdf; name="{encoded_words("Grüße.pdf")}"'),
        "file-name-raw-utf8": with_file("application/pdf", 'Content-Disposition: attachment; filename="Grüße.pdf"'),
        "file-name-climbs": with_file("application/pdf", 'Content-Disposition: attachment; filename="../../etc/passwd"'),
    }


def odd():
    """{key: bytes}"""
    return {
        # Header text
        "no-subject": head("no-subject", leave_out=["Subject"]) + PLAIN,
        "empty-subject": head("empty-subject", "") + PLAIN,
        "subject-4000": head("subject-4000", "long " * 799 + "end") + PLAIN,
        "subject-raw-latin1": head("subject-raw-latin1", "Gr\udcfc\udcdfe aus K\udcf6ln") + PLAIN,
        "word-lower-case": head("word-lower-case", "=?utf-8?q?gr=c3=bc=c3=9fe?=") + PLAIN,
        "word-language": head("word-language", "=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=") + PLAIN,
        "word-split-character": head("word-split-character", "=?utf-8?B?4p8=?= =?utf-8?B?lOKclA==?=") + PLAIN,
        "word-unknown-charset": head("word-unknown-charset", "=?x-made-up?Q?plain?=") + PLAIN,
        "word-within-word": head("word-within-word", "a=?utf-8?Q?=C3=BC?=b") + PLAIN,
        "word-unpadded-base64": head("word-unpadded-base64", "=?utf-8?B?R3LDvMOfZQ?=") + PLAIN,
        "word-with-blanks": head("word-with-blanks", "=?utf-8?Q?with blanks inside?=") + PLAIN,
        "word-unfinished": head("word-unfinished", "=?utf-8?Q?never ends") + PLAIN,
        "word-adjacent": head("word-adjacent", "=?utf-8?Q?one?= =?utf-8?Q?two?=\n =?utf-8?Q?three?=") + PLAIN,
        "word-iso-2022-jp": head("word-iso-2022-jp", encoded_words("四半期報告書の確認", "iso-2022-jp")) + PLAIN,
        # Addresses
        "no-from": head("no-from", leave_out=["From"]) + PLAIN,
        "no-to": head("no-to", leave_out=["To"]) + PLAIN,
        "from-two": with_header("from-two", From="one@example.com, Two <two@example.com>"),
        "from-route": with_header("from-route", From="Old <@relay.example,@other.example:old@example.com>"),
        "from-quoted-local-part": with_header("from-quoted-local-part", From='"john doe"@example.com'),
        "from-literal-domain": with_header("from-literal-domain", From="root@[192.0.2.1]"),
        "from-no-domain": with_header("from-no-domain", From="root"),
        "from-utf8": with_header("from-utf8", From="Jürgen Müller <mueller@example.de>"),
        "from-trailing-comma": with_header("from-trailing-comma", From="ann@example.com,"),
        "from-quoted-encoded-word": with_header("from-quoted-encoded-word", From='"=?utf-8?Q?M=C3=BCller?=" <m@example.de>'),
        "from-unquoted-dot": with_header("from-unquoted-dot", From="J. R. Smith <jr@example.com>"),
        "from-unquoted-at": with_header("from-unquoted-at", From="ann@work <ann@example.com>"),
        "from-empty": with_header("from-empty", From=""),
        "to-150": with_header("to-150", To=", ".join(f"Person {n} <p{n}@example.com>" for n in range(150))),
        "to-semicolons": with_header("to-semicolons", To="a@example.com; b@example.com"),
        # Dates and identifiers
        "no-date": head("no-date", leave_out=["Date"]) + PLAIN,
        "date-garbage": with_header("date-garbage", Date="the day before yesterday"),
        "date-iso": with_header("date-iso", Date="2026-11-02T09:30:00Z"),
        "date-two": head("date-two") + b"Date: Tue, 03 Nov 2026 09:30:00 +0000\n" + PLAIN,
        "no-message-id": head("no-message-id", leave_out=["Message-ID"]) + PLAIN,
        "message-id-bare": head("message-id-bare", leave_out=["Message-ID"]) + b"Message-ID: bare@example.test\n" + PLAIN,
        # Header blocks
        "no-headers-but-one": b"X-Only: one\n" + PLAIN.split(b"\n", 1)[1],
        "received-300": b"".join(b"Received: from a%d.example by b.example; x\n" % n for n in range(300)) + head("received-300") + PLAIN,
        "header-50k": head("header-50k", extra=[("X-Huge", "\n ".join(["filling " * 9] * 700))]) + PLAIN,
        "header-names-odd-case": head("header-names-odd-case").replace(b"Subject", b"SUBJECT").replace(b"From", b"from") + PLAIN,
        # Header blocks without a type, or with half of one
        "no-content-type": head("no-content-type") + b"\nDisk usage is at 71 percent.\n",
        "content-type-text": head("content-type-text") + b"Content-Type: text\n\nOnly half a type.\n",
        "content-type-garbage": head("content-type-garbage") + b"Content-Type: ???\n\nWhat is this?\n",
        "headers-only": head("headers-only") + b"MIME-Version: 1.0\nContent-Type: text/plain\n",
        **{key: head(key) + b"MIME-Version: 1.0\n" + entity for key, entity in odd_entities().items()},
    }


def messages():
    """All of them: (key, bytes)."""
    strange = odd()
    bulk = []
    for number in range(COUNT - len(strange)):
        chance = random.Random(f"{SEED}/{number}")
        bulk.append((f"bulk-{number}", letter(chance, number, random_content(chance))))
    # Oddities lie among the others, as in a mailbox.
    for position, entry in enumerate(strange.items()):
        bulk.insert(position * 11, entry)
    return bulk
