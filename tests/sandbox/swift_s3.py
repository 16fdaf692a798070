#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A throw-away S3 service: OpenStack Swift with its s3api middleware, which verifies every signature.

    swift_s3.py DIR      start it on free ports of the loopback interface, print its description as one line of JSON,
                      and stop when stdin ends

    {"endpoint", "region", "bucket", "access_key_id", "secret_access_key"}

One device, one replica, no encryption, no replication: it keeps what it is given below DIR until it stops. DIR must be
on a file system with extended attributes. The access key holds a colon, as all keys of Swift's tempauth do, so that
whoever leaves it unencoded in a URL is found out. Needs python3-swift only; nothing of Swift is installed as a service.
"""
import contextlib
import ctypes
import hashlib
import hmac
import json
import os
import pwd
import signal
import socket
import sys
import time
import traceback
import urllib.request
import warnings

warnings.simplefilter("ignore")

KINDS = ("account", "container", "object", "proxy")
REGION = "eu-test-1"
BUCKET = "mail-attachments"
ACCESS_KEY = "mail:app"
SECRET_KEY = "swift-secret/0123456789+"
PATIENCE = 60.0
PR_SET_PDEATHSIG = 1  # linux/prctl.h

SWIFT_CONF = """[swift-hash]
swift_hash_path_suffix = throwaway
swift_hash_path_prefix = throwaway
"""

STORAGE_CONF = """[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
user = {user}
swift_dir = {folder}
devices = {folder}/srv
mount_check = false
workers = 0
log_level = WARNING
fallocate_reserve = 0
disable_fallocate = true
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
recon_cache_path = {folder}/cache
"""

PROXY_CONF = """[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
user = {user}
swift_dir = {folder}
workers = 0
log_level = WARNING
[pipeline:main]
pipeline = catch_errors gatekeeper cache listing_formats bulk s3api tempauth slo dlo versioned_writes symlink proxy-server
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:bulk]
use = egg:swift#bulk
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
[filter:versioned_writes]
use = egg:swift#versioned_writes
allow_object_versioning = true
[filter:symlink]
use = egg:swift#symlink
[filter:s3api]
use = egg:swift#s3api
location = {region}
storage_domain = localhost
dns_compliant_bucket_names = true
s3_acl = false
check_bucket_owner = false
allow_no_owner = true
[filter:tempauth]
use = egg:swift#tempauth
user_mail_app = {secret} .admin
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
"""


def free_ports(count):
    """Ports that nobody listens on now; all are taken before one is given back."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def configure(folder, ports):
    from swift.common.ring import RingBuilder

    for name in ("srv/d1", "cache"):
        os.makedirs(os.path.join(folder, name), exist_ok=True)
    values = {"user": pwd.getpwuid(os.geteuid()).pw_name, "folder": folder, "region": REGION, "secret": SECRET_KEY}
    write(os.path.join(folder, "swift.conf"), SWIFT_CONF)
    for kind in KINDS:
        template = PROXY_CONF if kind == "proxy" else STORAGE_CONF
        write(os.path.join(folder, f"{kind}.conf"), template.format(kind=kind, port=ports[kind], **values))
        if kind == "proxy":
            continue
        builder = RingBuilder(part_power=2, replicas=1, min_part_hours=1)
        builder.add_dev({"id": 0, "region": 1, "zone": 1, "ip": "127.0.0.1", "port": ports[kind], "device": "d1",
                         "weight": 1, "replication_ip": "127.0.0.1", "replication_port": ports[kind], "meta": ""})
        builder.rebalance()
        builder.get_ring().save(os.path.join(folder, f"{kind}.ring.gz"))


def serve(kind, folder):
    """Runs one of the four servers in this process; it ends with its parent."""
    import importlib

    from swift.common.utils import set_swift_dir
    from swift.common.wsgi import run_wsgi

    # Also when the parent is killed, as a test that takes too long is.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    set_swift_dir(folder)
    log = os.open(os.path.join(folder, f"{kind}.log"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for descriptor in (1, 2):
        os.dup2(log, descriptor)
    with open(os.devnull) as nothing:
        os.dup2(nothing.fileno(), 0)
    options = {}
    if kind == "object":
        options["global_conf_callback"] = importlib.import_module("swift.obj.server").global_conf_callback
    return run_wsgi(os.path.join(folder, f"{kind}.conf"), f"{kind}-server", **options)


def wait_for(ports, children):
    deadline = time.monotonic() + PATIENCE
    for kind, port in ports.items():
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            if os.waitpid(children[kind], os.WNOHANG)[0] != 0 or time.monotonic() > deadline:
                sys.exit(f"swift_s3.py: the {kind} server does not start; see {kind}.log")
            time.sleep(0.05)


def make_bucket(endpoint):
    """PUT Bucket, signed here (tempauth would want a memcached for its own tokens)."""
    host, path = endpoint.partition("://")[2], f"/{BUCKET}"
    nothing = hashlib.sha256(b"").hexdigest()
    moment = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    scope = f"{moment[:8]}/{REGION}/s3/aws4_request"
    names = "host;x-amz-content-sha256;x-amz-date"
    canonical = f"PUT\n{path}\n\nhost:{host}\nx-amz-content-sha256:{nothing}\nx-amz-date:{moment}\n\n{names}\n{nothing}"
    to_sign = f"AWS4-HMAC-SHA256\n{moment}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    key = b"AWS4" + SECRET_KEY.encode()
    for part in [*scope.split("/"), to_sign]:
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    authorization = f"AWS4-HMAC-SHA256 Credential={ACCESS_KEY}/{scope},SignedHeaders={names},Signature={key.hex()}"
    request = urllib.request.Request(endpoint + path, method="PUT", headers={
        "X-Amz-Date": moment, "X-Amz-Content-Sha256": nothing, "Authorization": authorization})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    opener.open(request, timeout=PATIENCE).close()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = os.path.realpath(sys.argv[1])
    ports = dict(zip(KINDS, free_ports(len(KINDS))))
    configure(folder, ports)
    os.chdir(folder)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    children = {}
    try:
        for kind in KINDS:
            pid = os.fork()
            if pid == 0:
                try:
                    serve(kind, folder)
                except BaseException:  # not on to the parent's clean-up
                    traceback.print_exc()
                finally:
                    os._exit(1)
            children[kind] = pid
        wait_for(ports, children)
        endpoint = f"http://127.0.0.1:{ports['proxy']}"
        make_bucket(endpoint)
        print(json.dumps({"endpoint": endpoint, "region": REGION, "bucket": BUCKET, "access_key_id": ACCESS_KEY,
                          "secret_access_key": SECRET_KEY}), flush=True)
        sys.stdin.buffer.read()
    finally:
        for pid in children.values():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
