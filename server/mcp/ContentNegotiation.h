// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

namespace mcp {

/// Which of our two ways to answer the client can read.
struct Accepted
{
    bool json = false;
    bool eventStream = false;
};

/// Reads Accept (RFC 9110 §12.5.1). A client that sends none accepts everything, except that an
/// event stream is only for those that name it.
Accepted acceptedBy(const http::Headers &headers);

/// True if the body is declared as `application/json`, in UTF-8 if anything is said about that.
bool isJsonBody(const http::Headers &headers);

} // namespace mcp
