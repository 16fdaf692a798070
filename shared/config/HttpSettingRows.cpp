// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of the HTTP server.
#include "config/SettingRows.h"

#include <array>

namespace config {

namespace {

constexpr std::size_t kilobyte = 1024;
constexpr std::size_t megabyte = 1024 * kilobyte;

template <auto Member, std::size_t Minimum, std::size_t Maximum>
constexpr auto count = countIn<&Settings::http, Member, Minimum, Maximum>;
template <auto Member, std::int64_t Minimum, std::int64_t Maximum>
constexpr auto seconds = secondsIn<&Settings::http, Member, Minimum, Maximum>;

using Http = HttpSettings;

constexpr std::array rows = {
    row("MAX_CONNECTIONS", "1024", "HTTP connections at one time.",
        count<&Http::connections, 1, 100000>),
    row("MAX_CONNECTIONS_PER_ADDRESS", "64",
        "HTTP connections at one time from one client address (IPv6: one /64).",
        count<&Http::connectionsPerAddress, 1, 100000>),
    row("HTTP_MAX_REQUESTS_PER_CONNECTION", "1000",
        "Requests after which a connection is closed, so that none lasts for ever.",
        count<&Http::requestsPerConnection, 1, 1000000>),
    row("HTTP_MAX_REQUEST_LINE", "8192", "Bytes of a request's first line.",
        count<&Http::requestLine, 64, megabyte>),
    row("HTTP_MAX_HEADER_BLOCK", "32768", "Bytes of all header fields of a request together.",
        count<&Http::headerBlock, kilobyte, megabyte>),
    row("HTTP_MAX_HEADER_FIELDS", "100", "Header fields of a request.",
        count<&Http::headerFields, 10, 1000>),
    row("HTTP_MAX_HEADER_FIELD", "16384",
        "Bytes of one header field. Access tokens come in one, of up to 8192 bytes.",
        count<&Http::headerField, 256, megabyte>),
    row("HTTP_MAX_CHUNKS", "4096", "Chunks of one chunked body.", count<&Http::chunks, 1, 1000000>),
    row("HTTP_MAX_FORM_BODY", "32768", "Bytes of a body that is sent to /oauth.",
        count<&Http::formBody, kilobyte, megabyte>),
    row("HTTP_MAX_MCP_BODY", "8388608", "Bytes of a body that is sent to /mcp.",
        count<&Http::mcpBody, kilobyte, 64 * megabyte>),
    row("HTTP_MAX_BUFFERED_BODIES", "134217728",
        "Bytes of the bodies of all requests that are being received or answered at one time.",
        count<&Http::bufferedBodies, kilobyte, 16 * 1024 * megabyte>),
    row("HTTP_MAX_BUFFERED_BODIES_PER_ADDRESS", "33554432",
        "Of these, those of one client address (IPv6: one /64).",
        count<&Http::bufferedBodiesPerAddress, kilobyte, 16 * 1024 * megabyte>),
    row("HTTP_MAX_STREAM_BACKLOG", "1048576",
        "Bytes of an event stream that its client has not taken yet; then it is cut off.",
        count<&Http::streamBacklog, kilobyte, 64 * megabyte>),
    row("HTTP_HANDSHAKE_TIMEOUT", "10", "Seconds that a TLS handshake may take.",
        seconds<&Http::handshakeTime, 1, 120>),
    row("HTTP_HEADER_TIMEOUT", "10",
        "Seconds in which the head of a request has to arrive, the first one from the connection "
        "on.",
        seconds<&Http::headerTime, 1, 120>),
    row("HTTP_BODY_TIMEOUT", "30", "Seconds in which the body of a request has to arrive.",
        seconds<&Http::bodyTime, 1, 600>),
    row("HTTP_BODY_RATE", "32768",
        "Bytes of a body that give it one second more than HTTP_BODY_TIMEOUT.",
        count<&Http::bodyRate, 1, 1024 * megabyte>),
    row("HTTP_IDLE_TIMEOUT", "75",
        "Seconds that a connection may be silent between two requests. A reverse proxy should "
        "close its idle connections sooner.",
        seconds<&Http::idleTime, 1, 3600>),
    row("HTTP_WRITE_STALL_TIMEOUT", "30",
        "Seconds in which a client has to take something of an answer that is on its way.",
        seconds<&Http::writeStallTime, 1, 600>),
    row("HTTP_LINGER_TIMEOUT", "1",
        "Seconds that a client has for closing its side after the last answer.",
        seconds<&Http::lingerTime, 1, 60>),
    row("HTTP_DRAIN_TIMEOUT", "25",
        "Seconds that running requests, and mail that is on its way, have after SIGTERM.",
        seconds<&Http::drainTime, 1, 600>),
    row("HTTP_MAX_UNAUTHENTICATED_PER_MINUTE", "100",
        "Requests without a valid token that one client address (IPv6: one /64) may make in a "
        "minute.",
        count<&Http::unauthenticatedPerMinute, 1, 1000000>),
    row("HTTP_MAX_AUTHORIZE_PER_MINUTE", "60",
        "Login pages that one client address (IPv6: one /64) may open in a minute.",
        count<&Http::authorizePerMinute, 1, 1000000>),
    row("HTTP_MAX_MCP_PER_MINUTE", "120", "Calls of /mcp that one mailbox may make in a minute.",
        count<&Http::mcpPerMinute, 1, 1000000>),
    row("HTTP_MAX_MCP_BURST", "40", "Of these, how many at once after a pause.",
        count<&Http::mcpBurst, 1, 1000000>),
    row("MCP_MAX_CALLS", "500",
        "Calls of /mcp that run at one time; others wait. Those who wait for a mail server count.",
        count<&Http::mcpCalls, 1, 100000>),
    row("MCP_MAX_CALLS_PER_MAILBOX", "4", "Of these, those of one mailbox.",
        count<&Http::mcpCallsPerMailbox, 1, 1000>),
    row("MCP_MAX_WAITING_CALLS", "1000", "Calls of /mcp that may wait; more are refused.",
        count<&Http::mcpWaitingCalls, 1, 100000>),
    row("MCP_MAX_WAITING_CALLS_PER_MAILBOX", "16", "Of these, those of one mailbox.",
        count<&Http::mcpWaitingCallsPerMailbox, 1, 1000>),
    row("MCP_MAX_LISTENERS", "1024",
        "Streams on which clients wait for news (new mail, for example) at one time.",
        count<&Http::mcpListeners, 1, 100000>),
    row("MCP_MAX_LISTENERS_PER_MAILBOX", "64", "Of these, those of one mailbox.",
        count<&Http::mcpListenersPerMailbox, 1, 100000>),
    row("MCP_MAX_SESSIONS", "4096",
        "Sessions of older MCP clients in which something goes on and that are kept in memory.",
        count<&Http::mcpSessions, 1, 1000000>),
    row("MCP_ANSWER_TIME", "600",
        "Seconds that a person has to answer a question, for example whether to send a message.",
        seconds<&Http::mcpAnswerTime, 10, 3600>),
};

} // namespace

std::span<const SettingRow> httpSettingRows()
{
    return rows;
}

} // namespace config
