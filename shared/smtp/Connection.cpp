// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/Connection.h"

#include "core/Ascii.h"

#include <algorithm>

namespace smtp {

namespace {

constexpr net::Stream::Limits streamLimits{.lineBytes = ReplyParser::longestLine,
                                           .totalBytes = 4UL * 1024 * 1024};

bool isHeloName(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return core::isLetter(c) || core::isDigit(c)
               || std::string_view("[]:.-").find(c) != std::string_view::npos;
    });
}

core::Error badHeloName()
{
    return {core::ErrorKind::InvalidArgument,
            "The configured name for EHLO is neither a domain nor an address literal."};
}

/// "250-SIZE" for every line but the last one.
std::string wireLine(const Reply &reply, std::size_t index)
{
    const bool isLast = index + 1 == reply.lines.size();
    return std::to_string(reply.code) + (isLast ? ' ' : '-') + reply.lines[index];
}

} // namespace

Connection::Connection(std::unique_ptr<net::Stream> stream, account::Security security,
                       const ConnectionOptions &options)
    : m_stream(std::move(stream))
    , m_security(security)
    , m_options(options)
{}

core::Task<core::Result<std::unique_ptr<Connection>>>
Connection::open(const account::ServerEndpoint &endpoint, const net::TlsPolicy &policy,
                 const ConnectionOptions &options, core::Deadline deadline,
                 core::Cancellation cancellation)
{
    if (!isHeloName(options.heloName))
        co_return badHeloName();
    auto stream =
        co_await net::Stream::connect(endpoint, policy, streamLimits, deadline, cancellation);
    if (!stream)
        co_return stream.error();
    auto connection = over(std::move(*stream), endpoint.security, options, cancellation);
    if (!connection)
        co_return connection.error();
    const auto begun = co_await (*connection)->begin(deadline);
    if (!begun)
        co_return begun.error();
    co_return std::move(connection);
}

core::Result<std::unique_ptr<Connection>> Connection::over(std::unique_ptr<net::Stream> stream,
                                                           account::Security security,
                                                           const ConnectionOptions &options,
                                                           core::Cancellation cancellation)
{
    if (!isHeloName(options.heloName))
        return badHeloName();
    std::unique_ptr<Connection> connection(new Connection(std::move(stream), security, options));
    connection->m_cancellation = std::move(cancellation);
    return connection;
}

core::Task<core::Result<core::Done>> Connection::begin(core::Deadline deadline)
{
    const auto welcomed = co_await greet(deadline);
    if (!welcomed)
        co_return welcomed.error();
    const auto greeted = co_await hello(deadline);
    if (!greeted)
        co_return greeted.error();
    if (m_security != account::Security::StartTls)
        co_return core::Done{};
    const auto encrypted = co_await startTls(deadline);
    if (!encrypted)
        co_return encrypted.error();
    co_return co_await hello(deadline);
}

core::Task<core::Result<std::string>> Connection::greet(core::Deadline deadline)
{
    const auto greeting = co_await readReply(deadline);
    if (!greeting)
        co_return greeting.error();
    if (greeting->code != 220)
        co_return refuse(*greeting, Refused::Connection);
    co_return greeting->lines.front();
}

core::Task<core::Result<core::Done>> Connection::hello(core::Deadline deadline)
{
    write("EHLO " + m_options.heloName);
    const auto reply = co_await readReply(deadline);
    if (!reply)
        co_return reply.error();
    if (reply->code != 250)
        co_return refuse(*reply, Refused::Hello);
    m_capabilities = Capabilities(*reply);
    co_return core::Done{};
}

// RFC 3207
core::Task<core::Result<core::Done>> Connection::startTls(core::Deadline deadline)
{
    if (!m_capabilities.has("STARTTLS")) {
        m_stream->abort();
        co_return core::Error(core::ErrorKind::Unsupported,
                              "The mail server does not offer STARTTLS. Nothing was sent. Is it a "
                              "port for implicit TLS, usually 465?");
    }
    write("STARTTLS");
    const auto reply = co_await readReply(deadline);
    if (!reply)
        co_return reply.error();
    if (reply->code != 220) {
        const auto error = refuse(*reply, Refused::StartTls);
        m_stream->abort();
        co_return error;
    }
    const auto encrypted = co_await m_stream->startTls(deadline);
    if (!encrypted)
        co_return encrypted.error();
    // What was offered in the clear may have been anybody's (RFC 3207 §4.2).
    m_capabilities = {};
    co_return core::Done{};
}

core::Task<void> Connection::quit(core::Deadline deadline)
{
    write("QUIT");
    (void)co_await readReply(deadline);
    m_stream->abort();
}

void Connection::setCancellation(core::Cancellation cancellation)
{
    m_cancellation = std::move(cancellation);
    m_stream->beginOperation(m_cancellation);
}

void Connection::write(std::string_view command)
{
    if (m_options.conversation)
        m_options.conversation->clientSaid(command);
    m_stream->write(std::string(command) + "\r\n");
}

void Connection::writeSecret(std::string_view shownPart, core::Secret secret)
{
    if (m_options.conversation)
        m_options.conversation->clientSaid(std::string(shownPart) + std::string(net::masked));
    std::string line;
    // One allocation, so that no copy of the secret stays behind in freed memory.
    line.reserve(shownPart.size() + secret.reveal().size() + 2);
    line += shownPart;
    line += secret.reveal();
    line += "\r\n";
    m_stream->write(line);
    core::wipe(line);
}

void Connection::tell(const Reply &reply, Quoting quoting) const
{
    if (!m_options.conversation)
        return;
    if (quoting == Quoting::Forbidden)
        return m_options.conversation->serverSaid(quotableWords(reply));
    for (std::size_t i = 0; i < reply.lines.size(); ++i)
        m_options.conversation->serverSaid(wireLine(reply, i));
}

core::Task<core::Result<Reply>> Connection::readReply(core::Deadline deadline, Quoting quoting)
{
    ReplyParser parser;
    while (true) {
        const auto line = co_await m_stream->readLine(deadline);
        if (!line)
            co_return line.error();
        const auto state = parser.add(*line);
        if (!state) {
            m_stream->abort();
            co_return state.error();
        }
        if (*state == ReplyParser::State::NeedsMore)
            continue;
        auto reply = parser.take();
        tell(reply, quoting);
        co_return reply;
    }
}

core::Error Connection::refuse(const Reply &reply, Refused what)
{
    auto error = refusal(reply, what);
    if (reply.code == 421 || error.kind == core::ErrorKind::Protocol)
        m_stream->abort();
    return error;
}

} // namespace smtp
