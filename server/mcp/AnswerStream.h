// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "http/EventStream.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <memory>

namespace mcp {

/// The event stream that one request is answered with. It begins when there is something to say
/// before the answer, and not at all if there is not. Shared by the request and what reports on it,
/// which may outlive it.
class AnswerStream
{
public:
    using Begin = std::function<std::shared_ptr<http::EventStream>()>;

    /// Without `begin` the client cannot read a stream.
    explicit AnswerStream(Begin begin);

    bool isPossible() const { return m_begin != nullptr; }
    bool hasBegun() const { return m_stream != nullptr; }
    /// Begins before there is something to say. Does nothing if that is not possible.
    void begin();
    /// Sends one message, beginning the stream if need be. False when that is not possible, the
    /// client is gone or too far behind, or the answer is complete.
    bool send(const nlohmann::json &message);
    /// The answer is complete. Nothing is sent any more.
    void end();
    /// Fires in end().
    core::Cancellation ended() const { return m_ended.token(); }

private:
    Begin m_begin;
    std::shared_ptr<http::EventStream> m_stream;
    core::CancellationSource m_ended;
};

} // namespace mcp
