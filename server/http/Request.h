// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

#include <cstdint>
#include <string>

namespace http {

/// One complete request as plain values. The gate made it: framing, sizes, Host and the target's
/// characters are already checked, so whoever reads it deals with meaning only.
struct Request
{
    std::uint64_t id = 0; ///< unique within the process, for the log
    std::string method;   ///< upper case, e.g. "POST"
    std::string path;     ///< absolute path as sent, percent-encoding untouched, e.g. "/mcp"
    std::string query;    ///< after the '?', undecoded, without it; often empty
    Headers headers;
    std::string body;          ///< transfer coding removed; empty where it is streamed
    std::string clientAddress; ///< textual IP address; behind a trusted proxy the one it reports
};

} // namespace http
