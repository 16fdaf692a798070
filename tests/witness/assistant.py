# SPDX-License-Identifier: GPL-3.0-or-later
"""An assistant without a browser: logs a user in through the login page's form and calls tools. Python's standard library only."""
import base64
import hashlib
import html
import http.client
import json
import re
import secrets
import urllib.parse

PROTOCOL = "2026-07-28"
CALLBACK = "http://127.0.0.1:8765/callback"


class ToolError(Exception):
    """What a tool answered when it did not do what it was asked; the text is for the assistant."""


class ConnectionLost(Exception):
    """The daemon went away before it answered."""


def attribute(tag, name):
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return html.unescape(found[1]) if found else None


class Assistant:
    """One user's assistant. stack is the content of sandbox.json. One call at a time; what it can do is all that can be granted."""

    def __init__(self, stack, user, timeout=60):
        self.stack, self.user, self.timeout = stack, user, timeout
        self.address = urllib.parse.urlsplit(stack["base_url"]).netloc
        self.connection = None
        self.calls = 0
        self.token = self.obtain_token()

    def request(self, method, path, body=None, headers=None):
        """Status, headers and body of one request; the connection is kept for the next one."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.address, timeout=self.timeout)
        try:
            self.connection.request(method, path, body, headers or {})
            answer = self.connection.getresponse()
            return answer.status, answer.headers, answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise ConnectionLost(f"{method} {path}: {error!r}") from error

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def post_form(self, path, fields, headers=None):
        return self.request("POST", path, urllib.parse.urlencode(fields),
                            {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})})

    def obtain_token(self):
        verifier = secrets.token_urlsafe(32)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        query = urllib.parse.urlencode({
            "response_type": "code", "client_id": self.stack["client_id"], "redirect_uri": CALLBACK, "state": "witness",
            "code_challenge": challenge, "code_challenge_method": "S256", "resource": self.stack["mcp_url"]})
        status, headers, page = self.request("GET", "/oauth/authorize?" + query)
        assert status == 200, f"the login page answered {status}: {page.decode(errors='replace')[-600:]}"
        inputs = re.findall(r"<input[^>]*>", page.decode())
        fields = [(attribute(tag, "name"), attribute(tag, "value") or "") for tag in inputs
                  if attribute(tag, "type") == "hidden" or attribute(tag, "name") == "scope"]
        fields += [("full_name", self.user["email"].split("@")[0].capitalize() + " Example"), ("email", self.user["email"]),
                   ("imap_username", self.user["username"]), ("imap_password", self.user["password"]), ("use_same_credentials", "1")]
        cookies = "; ".join(cookie.split(";")[0] for cookie in headers.get_all("Set-Cookie", []))
        status, headers, _ = self.post_form("/oauth/authorize", fields, {
            "Origin": self.stack["base_url"], "Sec-Fetch-Site": "same-origin", "Cookie": cookies})
        assert status == 303, f"the login was answered with {status}"
        code = urllib.parse.parse_qs(urllib.parse.urlsplit(headers["Location"]).query)["code"][0]
        status, _, body = self.post_form("/oauth/token", {
            "grant_type": "authorization_code", "code": code, "code_verifier": verifier, "redirect_uri": CALLBACK,
            "client_id": self.stack["client_id"], "client_secret": self.stack["client_secret"], "resource": self.stack["mcp_url"]})
        assert status == 200, f"no token: {status} {body[:200]}"
        return json.loads(body)["access_token"]

    def rpc(self, method, params=None, headers=None):
        self.calls += 1
        meta = {"io.modelcontextprotocol/protocolVersion": PROTOCOL,
                "io.modelcontextprotocol/clientInfo": {"name": "mail-mcp-witness", "version": "1.0.0"},
                "io.modelcontextprotocol/clientCapabilities": {}}
        message = {"jsonrpc": "2.0", "id": self.calls, "method": method, "params": {**(params or {}), "_meta": meta}}
        status, _, body = self.request("POST", "/mcp", json.dumps(message), {
            "Content-Type": "application/json", "Accept": "application/json, text/event-stream", "MCP-Protocol-Version": PROTOCOL,
            "Mcp-Method": method, "Authorization": "Bearer " + self.token, **(headers or {})})
        answer = json.loads(body)
        if "error" in answer:
            raise ToolError(f"HTTP {status}: {answer['error']['message']}")
        return answer["result"]

    def tools(self):
        return {tool["name"] for tool in self.rpc("tools/list")["tools"]}

    def call(self, tool, **arguments):
        """The structured result of a tool, or a ToolError with what the assistant is told."""
        result = self.rpc("tools/call", {"name": tool, "arguments": arguments}, {"Mcp-Name": tool})
        if result.get("isError"):
            raise ToolError(result["content"][0]["text"])
        assert json.loads(result["content"][0]["text"]) == result["structuredContent"], "the text is the same JSON"
        return result["structuredContent"]
