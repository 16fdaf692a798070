// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"
#include "core/TextSource.h"
#include "http/Exchange.h"
#include "http/ResponseWriter.h"
#include "http/StreamedContent.h"

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace http {

class Connection;
class Gate;

/// The exchange of a real connection. It writes the answer to the socket by itself and outlives the
/// client without harm.
class ConnectionExchange final : public Exchange,
                                 public std::enable_shared_from_this<ConnectionExchange>
{
public:
    ConnectionExchange(Gate &gate, Connection &connection, Request request,
                       RequestParser::Version version);
    /// An exchange that nobody can answer any more is answered with 500, and an unfinished stream
    /// is cut off.
    ~ConnectionExchange() override;
    ConnectionExchange(const ConnectionExchange &) = delete;
    ConnectionExchange &operator=(const ConnectionExchange &) = delete;

    const Request &request() const override { return m_request; }
    core::ByteSource &content() override;
    void respond(Response response) override;
    bool isAnswered() const override { return m_phase != Phase::Unanswered; }
    void beginStream(Response head) override;
    void beginSizedStream(Response head, std::uint64_t size) override;
    bool writeStream(std::string_view piece) override;
    void endStream() override;
    core::Task<bool> drained() override;
    void setRoute(std::string_view name) override { m_route = name; }
    core::Cancellation cancellation() const override { return m_cancellation.token(); }

    // For the connection.
    /// The content is not in the request but comes through the connection.
    void streamContent(std::optional<std::uint64_t> announced);
    /// Null if it is not streamed.
    StreamedContent *streamedContent() { return m_streamed.get(); }
    /// The connection has answered by itself, because of the content.
    void onRefused(int status, std::string_view reason);
    void onClientGone();
    void onBytesWritten();

private:
    enum class Phase { Unanswered, Streaming, Finished };

    ContentOf contentOf() const;
    Framing streamFraming() const;
    bool hasRoom() const;
    void begin(Response head, Framing framing);
    Persistence writeHead(Response response, Framing framing);
    void write(const QByteArray &bytes);
    void finish(Persistence persistence);
    void endContent(core::Error error);
    void wakeProducer(bool clientIsThere);
    void log(std::string_view event) const;

    Gate &m_gate;             ///< lives as long as there is a connection
    Connection *m_connection; ///< null once the answer is complete or the client has gone
    Request m_request;
    std::unique_ptr<StreamedContent> m_streamed;
    std::optional<core::TextSource> m_whole;
    core::CancellationSource m_cancellation;
    std::optional<core::Completion<bool>> m_producer;
    std::string m_route;
    std::chrono::steady_clock::time_point m_begin;
    std::optional<std::uint64_t> m_unwritten; ///< of a stream whose size was announced
    std::size_t m_writtenBytes = 0;
    int m_status = 0;
    Phase m_phase = Phase::Unanswered;
    RequestParser::Version m_version;
    Persistence m_persistence = Persistence::Close;
};

} // namespace http
