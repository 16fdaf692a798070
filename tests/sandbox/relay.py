#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sandbox's mail transfer agent: takes mail by SMTP and delivers it by LMTP.

    relay.py LISTENING_FD LMTP_SOCKET HOLD_FILE

Dovecot's submission service can hand mail on only by SMTP and its delivery service speaks only
LMTP; this stands between the two. It queues nothing: the SMTP answer after the message is
the result of the delivery, so what was answered with 250 is in a mailbox.

Two local parts never get through, for tests of refusals: rejected@… (550) and deferred@… (451).
When some recipients of a message fail at delivery, the sender hears 250 if it reached anybody.
While HOLD_FILE exists, mail is delivered but not acknowledged: for tests of what happens in between.
Python's standard library only.
"""
import asyncio
import contextlib
import os
import socket
import sys

LINE_LIMIT = 1 << 20
SIZE_LIMIT = 32 << 20
IDLE_SECONDS = 300


class Lmtp:
    """One LMTP transaction."""

    def __init__(self, reader, writer):
        self.reader, self.writer, self.accepted = reader, writer, 0

    @classmethod
    async def open(cls, path):
        lmtp = cls(*await asyncio.open_unix_connection(path, limit=LINE_LIMIT))
        await lmtp.reply()
        await lmtp.command(b"LHLO relay.example.test\r\n")
        return lmtp

    async def reply(self):
        """The whole reply, of however many lines."""
        lines = b""
        while line := await asyncio.wait_for(self.reader.readline(), IDLE_SECONDS):
            lines += line
            if line[3:4] != b"-":
                return lines
        raise ConnectionError("LMTP server closed the connection")

    async def command(self, line):
        self.writer.write(line)
        await self.writer.drain()
        return await self.reply()

    def close(self):
        self.writer.close()


class Session:
    """One SMTP connection."""

    def __init__(self, reader, writer, lmtp_path):
        self.reader, self.writer, self.lmtp_path, self.lmtp = reader, writer, lmtp_path, None

    async def say(self, text):
        self.writer.write(text if isinstance(text, bytes) else text.encode() + b"\r\n")
        await self.writer.drain()

    def reset(self):
        if self.lmtp:
            self.lmtp.close()
        self.lmtp = None

    async def run(self):
        await self.say("220 relay.example.test ESMTP")
        while line := await asyncio.wait_for(self.reader.readline(), IDLE_SECONDS):
            verb = line.split(maxsplit=1)[0].upper() if line.strip() else b""
            handler = getattr(self, "do_" + verb.decode("ascii", "replace").lower(), None) if verb.isalpha() else None
            if handler is None:
                await self.say("500 5.5.2 Unknown command")
            elif await handler(line) == "quit":
                return

    async def do_ehlo(self, _line):
        self.reset()
        await self.say(f"250-relay.example.test\r\n250-8BITMIME\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250 SIZE {SIZE_LIMIT}")

    async def do_helo(self, _line):
        self.reset()
        await self.say("250 relay.example.test")

    async def do_mail(self, line):
        if b">" not in line:
            return await self.say("501 5.5.4 MAIL FROM:<address> expected")
        self.reset()
        self.lmtp = await Lmtp.open(self.lmtp_path)
        # Parameters such as BODY= and SIZE= concern this hop; Dovecot's LMTP refuses some of them.
        await self.say(await self.lmtp.command(line[:line.index(b">") + 1] + b"\r\n"))

    async def do_rcpt(self, line):
        if self.lmtp is None:
            return await self.say("503 5.5.1 MAIL first")
        if b">" not in line:
            return await self.say("501 5.5.4 RCPT TO:<address> expected")
        if b"<rejected@" in line.lower():
            return await self.say("550 5.1.1 The sandbox rejects this address")
        if b"<deferred@" in line.lower():
            return await self.say("451 4.2.0 The sandbox defers this address")
        answer = await self.lmtp.command(line[:line.index(b">") + 1] + b"\r\n")
        self.lmtp.accepted += answer.startswith(b"2")
        await self.say(answer)

    async def do_data(self, _line):
        if self.lmtp is None or self.lmtp.accepted == 0:
            return await self.say("503 5.5.1 RCPT first")
        answer = await self.lmtp.command(b"DATA\r\n")
        await self.say(answer)
        if not answer.startswith(b"354"):
            return
        size = 0
        while (line := await asyncio.wait_for(self.reader.readline(), IDLE_SECONDS)) != b".\r\n":
            size += len(line)
            if not line or size > SIZE_LIMIT:
                # Closing before the final dot is the only way to take a message back in LMTP.
                raise ConnectionError("message too large or sender gone")
            self.lmtp.writer.write(line)
            if size % (1 << 16) < len(line):
                await self.lmtp.writer.drain()
        self.lmtp.writer.write(b".\r\n")
        await self.lmtp.writer.drain()
        answers = [await self.lmtp.reply() for _ in range(self.lmtp.accepted)]
        while os.path.exists(sys.argv[3]):
            await asyncio.sleep(0.005)
        await self.say(min(answers))
        self.reset()

    async def do_rset(self, _line):
        self.reset()
        await self.say("250 2.0.0 Reset")

    async def do_noop(self, _line):
        await self.say("250 2.0.0 OK")

    async def do_quit(self, _line):
        await self.say("221 2.0.0 Bye")
        return "quit"


async def serve(reader, writer, lmtp_path):
    session = Session(reader, writer, lmtp_path)
    try:
        await session.run()
    except (OSError, ValueError, asyncio.TimeoutError, asyncio.IncompleteReadError) as error:
        print(f"relay: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
        with contextlib.suppress(OSError):
            await session.say("421 4.4.0 Delivery failed")
    finally:
        session.reset()
        writer.close()


async def main():
    listener = socket.socket(fileno=int(sys.argv[1]))
    server = await asyncio.start_server(lambda r, w: serve(r, w, sys.argv[2]), sock=listener, limit=LINE_LIMIT)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
