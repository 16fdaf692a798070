// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"
#include "core/Cancellation.h"
#include "core/Task.h"
#include "http/Request.h"
#include "http/Response.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

namespace http {

/// One request and its answer. It is shared by the connection and the handler and survives the
/// client: writing to a client that has gone does nothing. Main thread only.
class Exchange
{
public:
    virtual ~Exchange() = default;

    virtual const Request &request() const = 0;

    /// The content, to be read once. Where it is streamed (see BodyRule) it comes out of the
    /// connection: who does not read holds the client up, and a client that waits for `100
    /// Continue` gets it with the first read. There the connection ends with the answer, which may
    /// be given before everything was read. A read fails when the client goes, breaks a rule of
    /// HTTP or is too slow (then it has its answer already), and once the exchange is answered.
    /// Everywhere else this is request().body. Keep an ExchangePtr while you read.
    virtual core::ByteSource &content() = 0;

    /// Answers completely. Only the first answer counts.
    virtual void respond(Response response) = 0;
    virtual bool isAnswered() const = 0;

    /// Begins an answer of unknown length (chunked on HTTP/1.1). `head.body` is its first piece.
    virtual void beginStream(Response head) = 0;
    /// The same with a Content-Length, for answers whose size is known before their content: so
    /// many bytes have to be written. A stream that ends with fewer is cut off, so that its client
    /// sees that something is missing.
    virtual void beginSizedStream(Response head, std::uint64_t size) = 0;
    /// False when the client is gone or too far behind (more than 1 MiB unsent); stop then.
    virtual bool writeStream(std::string_view piece) = 0;
    virtual void endStream() = 0;
    /// Waits until little of a stream is unsent, for producers that are faster than their client:
    /// call it between large pieces. False when the client is gone. Keep an ExchangePtr meanwhile;
    /// one waiter at a time.
    virtual core::Task<bool> drained();

    /// What the log calls the place that was asked for. It never holds the path itself, which may
    /// be a sealed link.
    virtual void setRoute(std::string_view name);

    /// Fires when the client goes away before the answer is complete, and on shutdown.
    virtual core::Cancellation cancellation() const = 0;
};

using ExchangePtr = std::shared_ptr<Exchange>;

/// Answers one request. It may suspend; the exchange outlives it. A handler that returns without
/// having answered, or throws, is answered with 500 by the router.
using Handler = std::function<core::Task<void>(ExchangePtr)>;

} // namespace http
