// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ConnectionExchange.h"

#include "core/Log.h"
#include "http/Connection.h"
#include "http/Gate.h"

#include <algorithm>
#include <utility>

namespace http {

namespace {

const core::Log logger("http");

} // namespace

ConnectionExchange::ConnectionExchange(Gate &gate, Connection &connection, Request request,
                                       RequestParser::Version version)
    : m_gate(gate)
    , m_connection(&connection)
    , m_request(std::move(request))
    , m_route("-")
    , m_begin(std::chrono::steady_clock::now())
    , m_version(version)
{}

ConnectionExchange::~ConnectionExchange()
{
    if (m_connection == nullptr)
        return;
    if (m_phase == Phase::Unanswered) {
        ConnectionExchange::respond(Response::text(500, "Something went wrong on this server.\n"));
        return;
    }
    log("stream_abandoned");
    std::exchange(m_connection, nullptr)->abandonAnswer();
}

core::ByteSource &ConnectionExchange::content()
{
    if (m_streamed)
        return *m_streamed;
    if (!m_whole)
        m_whole.emplace(m_request.body);
    return *m_whole;
}

void ConnectionExchange::streamContent(std::optional<std::uint64_t> announced)
{
    m_streamed = std::make_unique<StreamedContent>(*m_connection, announced);
}

void ConnectionExchange::endContent(core::Error error)
{
    if (m_streamed)
        m_streamed->fail(std::move(error));
}

ContentOf ConnectionExchange::contentOf() const
{
    return m_request.method == "HEAD" ? ContentOf::Head : ContentOf::Method;
}

void ConnectionExchange::respond(Response response)
{
    if (m_phase != Phase::Unanswered)
        return;
    m_phase = Phase::Finished;
    if (m_connection != nullptr)
        finish(writeHead(std::move(response), Framing::Length));
}

void ConnectionExchange::beginStream(Response head)
{
    begin(std::move(head), streamFraming());
}

void ConnectionExchange::beginSizedStream(Response head, std::uint64_t size)
{
    if (m_phase == Phase::Unanswered)
        m_unwritten = size - head.body.size();
    begin(std::move(head), Framing::Length);
}

void ConnectionExchange::begin(Response head, Framing framing)
{
    if (m_phase != Phase::Unanswered)
        return;
    m_phase = Phase::Finished;
    if (m_connection == nullptr)
        return;
    const bool hasContent = !forbidsContent(head.status) && contentOf() == ContentOf::Method;
    const auto persistence = writeHead(std::move(head), framing);
    if (!hasContent)
        return finish(persistence);
    m_phase = Phase::Streaming;
    m_persistence = persistence;
}

Persistence ConnectionExchange::writeHead(Response response, Framing framing)
{
    m_status = response.status;
    m_gate.answers().add(m_status, std::chrono::steady_clock::now() - m_begin);
    m_gate.securityHeaders().addTo(response);
    const auto persistence = m_connection->persistence();
    std::optional<std::uint64_t> announced;
    if (m_unwritten)
        announced = *m_unwritten + response.body.size();
    write(serialize(response, framing, persistence, contentOf(), announced));
    return persistence;
}

void ConnectionExchange::write(const QByteArray &bytes)
{
    m_writtenBytes += static_cast<std::size_t>(bytes.size());
    m_connection->write(bytes);
}

bool ConnectionExchange::writeStream(std::string_view piece)
{
    if (m_phase != Phase::Streaming || m_connection == nullptr)
        return false;
    if (piece.empty())
        return true;
    if (m_connection->unsentBytes() > m_gate.limits().streamBacklog) {
        m_connection->abort();
        return false;
    }
    if (m_unwritten) {
        // More than was announced would be taken for the next answer.
        if (piece.size() > *m_unwritten) {
            m_connection->abort();
            return false;
        }
        *m_unwritten -= piece.size();
    }
    if (!m_unwritten && streamFraming() == Framing::Chunked)
        write(serializeChunk(piece));
    else
        write(QByteArray(piece.data(), static_cast<qsizetype>(piece.size())));
    return true;
}

void ConnectionExchange::endStream()
{
    if (m_phase != Phase::Streaming)
        return;
    m_phase = Phase::Finished;
    if (m_connection == nullptr)
        return;
    if (m_unwritten.value_or(0) > 0) {
        log("stream_incomplete");
        return std::exchange(m_connection, nullptr)->abandonAnswer();
    }
    if (!m_unwritten && streamFraming() == Framing::Chunked)
        write(QByteArray(lastChunk.data(), static_cast<qsizetype>(lastChunk.size())));
    finish(m_persistence);
}

Framing ConnectionExchange::streamFraming() const
{
    return m_version == RequestParser::Version::Http11 ? Framing::Chunked : Framing::UntilClose;
}

core::Task<bool> ConnectionExchange::drained()
{
    if (m_phase != Phase::Streaming || m_connection == nullptr)
        co_return false;
    if (hasRoom())
        co_return true;
    const core::Completion<bool> done;
    m_producer = done;
    const bool clientIsThere = co_await done;
    co_return clientIsThere;
}

bool ConnectionExchange::hasRoom() const
{
    return m_connection->unsentBytes()
           <= std::min(m_gate.limits().streamBacklog / 4, m_gate.limits().drainedBacklog);
}

void ConnectionExchange::onBytesWritten()
{
    if (m_producer && hasRoom())
        wakeProducer(true);
}

void ConnectionExchange::wakeProducer(bool clientIsThere)
{
    // The producer may drop the last reference to this object.
    if (const auto producer = std::exchange(m_producer, std::nullopt))
        producer->complete(clientIsThere);
}

void ConnectionExchange::finish(Persistence persistence)
{
    log("request");
    std::exchange(m_connection, nullptr)->finishAnswer(persistence);
    endContent({core::ErrorKind::Cancelled, "The request has been answered."});
}

void ConnectionExchange::onRefused(int status, std::string_view reason)
{
    const auto self = shared_from_this();
    m_connection = nullptr;
    m_phase = Phase::Finished;
    m_status = status;
    m_gate.answers().add(m_status, std::chrono::steady_clock::now() - m_begin);
    log("request");
    m_cancellation.cancel();
    endContent({core::ErrorKind::InvalidArgument, "The request was refused.", std::string(reason)});
}

void ConnectionExchange::onClientGone()
{
    const auto self = shared_from_this(); // handlers let go of us when they are cancelled
    m_connection = nullptr;
    log("client_gone");
    m_cancellation.cancel();
    endContent({core::ErrorKind::Cancelled, "The client has gone."});
    wakeProducer(false);
}

void ConnectionExchange::log(std::string_view event) const
{
    const auto duration = std::chrono::steady_clock::now() - m_begin;
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(duration);
    logger.info(event, {{"id", m_request.id},
                        {"method", m_request.method},
                        {"route", m_route},
                        {"status", m_status},
                        {"bytes", m_writtenBytes},
                        {"ms", milliseconds.count()},
                        {"client", m_request.clientAddress}});
}

} // namespace http
