// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/TextSource.h"
#include "http/Exchange.h"

#include <cstdint>
#include <optional>
#include <string>

namespace support {

/// An exchange without a socket: a test fills the request, hands it to a handler and reads the
/// answer.
class FakeExchange : public http::Exchange
{
public:
    explicit FakeExchange(http::Request request)
        : m_request(std::move(request))
        , m_content(m_request.body)
    {}

    const http::Request &request() const override { return m_request; }
    /// The body of the request.
    core::ByteSource &content() override { return m_content; }
    void respond(http::Response response) override;
    bool isAnswered() const override { return m_answer.has_value(); }
    void beginStream(http::Response head) override;
    void beginSizedStream(http::Response head, std::uint64_t size) override;
    bool writeStream(std::string_view piece) override;
    void endStream() override { m_ended = true; }
    core::Cancellation cancellation() const override { return m_source.token(); }

    /// The client hangs up.
    void disconnect() { m_source.cancel(); }
    const http::Response &answer() const { return *m_answer; }
    /// What was announced of a stream.
    std::optional<std::uint64_t> announcedSize() const { return m_size; }
    /// True when the answer is complete (a stream: ended).
    bool isComplete() const { return m_answer.has_value() && (!m_streaming || m_ended); }

private:
    http::Request m_request;
    core::TextSource m_content;
    std::optional<http::Response> m_answer;
    core::CancellationSource m_source;
    std::optional<std::uint64_t> m_size;
    bool m_streaming = false;
    bool m_ended = false;
};

} // namespace support
