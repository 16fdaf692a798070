#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether good clients notice 200 abusive connections: the daemon with the limits that it has by default, on real mail servers.

    abuse.py [--binary MAIL_MCP] [--seconds 600] [--connections 200]

The abusers live in a process of their own, come from eight addresses and do what comes to their minds: they drip bytes, send
garbage, half bodies, tokens that are none, a hundred requests in one piece, header fields without end; they say nothing, read
nothing, or come and go. Meanwhile one good client lists mailboxes and asks for /health, at the pace that the rate limits allow.
Prints what the good client waited, and what the daemon used. Exit code 1 if its 99th percentile is not below 200 ms, if one of
its requests fails, or if the daemon's memory grew by 32 MiB or more.
"""
import argparse
import asyncio
import http.client
import multiprocessing
import os
import random
import statistics
import sys
import time
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "witness"))

import harness  # noqa: E402

MOST_MILLISECONDS, MOST_MEBIBYTES = 200, 32
ADDRESSES = 8
CALLS_A_SECOND = 1.5
WARM_UP_SECONDS = 5
GET = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def post(fields, body=b"", length=None):
    length = len(body) if length is None else length
    return (b"POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAccept: application/json\r\n%bContent-Length: %d\r\n\r\n%b"
            % (fields, length, body))


async def until_closed(reader):
    while await reader.read(65536):
        pass


async def drip(reader, writer):
    writer.write(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ")
    while True:
        writer.write(b"a")
        try:
            await asyncio.wait_for(reader.read(1), 2)
            return  # that there will be no answer
        except asyncio.TimeoutError:
            pass


async def garbage(reader, writer):
    writer.write(random.randbytes(random.randint(1, 4096)))
    await until_closed(reader)
    await asyncio.sleep(0.05)


async def half_body(reader, writer):
    writer.write(post(b"", b"a" * 200_000, 400_000))
    await until_closed(reader)


async def idle(reader, _):
    await until_closed(reader)


async def come_and_go(_, writer):
    writer.write(GET[:random.randint(0, len(GET))])
    await asyncio.sleep(random.random() * 0.05)


async def bad_token(reader, writer):
    for _ in range(200):
        writer.write(post(b"Authorization: Bearer %b..AAAA.BBBB.CCCC\r\n" % (b"a" * random.randint(1, 2000)), b"{}"))
        if not await reader.read(65536):
            return
        await asyncio.sleep(0.05)


async def pipeline(reader, writer):
    writer.write(GET * 100)
    await until_closed(reader)
    await asyncio.sleep(0.05)


async def endless_field(reader, writer):
    writer.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: " + b"a" * 1_000_000)
    await until_closed(reader)
    await asyncio.sleep(0.05)


async def read_nothing(_, writer):
    writer.transport.pause_reading()
    for _ in range(100):
        writer.write(GET)
        await asyncio.sleep(0.1)
        if writer.is_closing():
            return


ABUSES = [drip, garbage, half_body, idle, come_and_go, bad_token, pipeline, endless_field, read_nothing]


async def abuse_for_ever(port, number, abuse, counts):
    source = f"127.0.0.{2 + number % ADDRESSES}"
    while True:
        writer = None
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0))
            counts[ABUSES.index(abuse)] += 1
            await abuse(reader, writer)
        except OSError:
            await asyncio.sleep(0.05)
        finally:
            if writer:
                writer.transport.abort()
        await asyncio.sleep(0.01)


def abuse_in_a_process(port, connections, counts):
    async def all_of_them():
        await asyncio.gather(*(abuse_for_ever(port, number, ABUSES[number % len(ABUSES)], counts) for number in range(connections)))
    asyncio.run(all_of_them())


class Process:
    """What the daemon uses, as the kernel counts it."""

    def __init__(self, pid):
        self.pid = pid

    def cpu_seconds(self):
        with open(f"/proc/{self.pid}/stat") as file:
            fields = file.read().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def mebibytes(self):
        with open(f"/proc/{self.pid}/status") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmRSS:")) / 1024


class GoodClient:
    """Counts its own failures and how long it waited for the rest."""

    def __init__(self, bench):
        self.assistant = bench.assistant
        self.address = urllib.parse.urlsplit(bench.stack["base_url"]).netloc
        self.waited = {"list_mailboxes": [], "/health": []}
        self.failures = []

    def ask(self, what, action):
        began = time.perf_counter()
        try:
            action()
            self.waited[what].append((time.perf_counter() - began) * 1000)
        except Exception as error:  # whatever it is, it is the answer to the question
            self.failures.append(f"{what}: {error!r}")

    def check_health(self):
        connection = http.client.HTTPConnection(self.address, timeout=10)
        try:
            connection.request("GET", "/health")
            answer = connection.getresponse()
            assert answer.status == 200, answer.status
        finally:
            connection.close()

    def work(self, seconds):
        end = time.monotonic() + seconds
        while (began := time.monotonic()) < end:
            self.ask("list_mailboxes", lambda: self.assistant.call("list_mailboxes"))
            self.ask("/health", self.check_health)
            time.sleep(max(0, began + 1 / CALLS_A_SECOND - time.monotonic()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=harness.BINARY, help="the mail_mcp program; that of build/dev by default")
    parser.add_argument("--seconds", default=600, type=float)
    parser.add_argument("--connections", default=200, type=int, help="abusive ones at one time")
    options = parser.parse_args()

    harness.BINARY = options.binary
    harness.RealServers.setUpClass()
    try:
        bench = harness.RealServers
        daemon = Process(bench.stack["pids"]["server"])
        client = GoodClient(bench)
        client.work(WARM_UP_SECONDS)
        client.waited = {what: [] for what in client.waited}
        memory, cpu = daemon.mebibytes(), daemon.cpu_seconds()
        counts = multiprocessing.Array("L", len(ABUSES))
        port = urllib.parse.urlsplit(bench.stack["base_url"]).port
        abusers = multiprocessing.Process(target=abuse_in_a_process, args=(port, options.connections, counts), daemon=True)
        abusers.start()
        client.work(options.seconds)
        cpu = (daemon.cpu_seconds() - cpu) / options.seconds
        grown = daemon.mebibytes() - memory
        assert abusers.is_alive(), "the abusers gave up"
        abusers.kill()
    finally:
        harness.RealServers.doClassCleanups()

    print(f"{options.connections} abusive connections for {options.seconds:g} s; connected: "
          + ", ".join(f"{abuse.__name__} {count:,}" for abuse, count in zip(ABUSES, counts)))
    print("\n| the good client | requests | median ms | 99 % ms | longest ms |\n|---|---|---|---|---|")
    worst = 0
    for what, waited in client.waited.items():
        percentile = statistics.quantiles(waited, n=100)[-1]
        worst = max(worst, percentile)
        print(f"| {what} | {len(waited):,} | {statistics.median(waited):.1f} | {percentile:.1f} | {max(waited):.1f} |")
    print(f"\nfailures: {len(client.failures)}; the daemon used {cpu:.0%} of a processor and {grown:+.1f} MiB of {memory:.0f}")
    for failure in client.failures[:10]:
        print(f"    {failure}")
    return 0 if worst < MOST_MILLISECONDS and not client.failures and grown < MOST_MEBIBYTES else 1


if __name__ == "__main__":
    sys.exit(main())
