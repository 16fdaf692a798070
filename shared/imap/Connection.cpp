// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Connection.h"

#include "imap/Refusal.h"
#include "imap/Session.h"
#include "net/Stream.h"

#include <utility>

namespace imap {

using core::Error;
using core::ErrorKind;

Connection::Connection(std::unique_ptr<Session> session, account::Security security,
                       ConnectionOptions options)
    : m_session(std::move(session))
    , m_security(security)
    , m_options(std::move(options))
{}

Connection::~Connection() = default;

core::Task<core::Result<std::unique_ptr<Connection>>>
Connection::open(const account::ServerEndpoint &endpoint, const net::TlsPolicy &policy,
                 const ConnectionOptions &options, core::Deadline deadline,
                 core::Cancellation cancellation)
{
    net::Stream::Limits streamLimits;
    streamLimits.lineBytes = options.limits.lineBytes;
    streamLimits.totalBytes = options.limits.operationBytes;
    auto stream =
        co_await net::Stream::connect(endpoint, policy, streamLimits, deadline, cancellation);
    if (!stream)
        co_return stream.error();
    auto connection = over(std::move(*stream), endpoint.security, options, cancellation);
    const auto begun = co_await connection->begin(deadline);
    if (!begun)
        co_return begun.error();
    co_return std::move(connection);
}

std::unique_ptr<Connection> Connection::over(std::unique_ptr<net::Stream> stream,
                                             account::Security security,
                                             const ConnectionOptions &options,
                                             core::Cancellation cancellation)
{
    auto session =
        std::make_unique<Session>(std::move(stream), options.limits, options.conversation);
    session->setCancellation(std::move(cancellation));
    return std::unique_ptr<Connection>(new Connection(std::move(session), security, options));
}

core::Task<core::Result<core::Done>> Connection::begin(core::Deadline deadline)
{
    const auto greeted = co_await greet(deadline);
    if (!greeted)
        co_return greeted.error();
    const auto learned = co_await learnCapabilities(deadline);
    if (!learned)
        co_return learned.error();
    if (m_security != account::Security::StartTls)
        co_return core::Done{};
    const auto encrypted = co_await startTls(deadline);
    if (!encrypted)
        co_return encrypted.error();
    co_return co_await learnCapabilities(deadline);
}

core::Task<core::Result<std::string>> Connection::greet(core::Deadline deadline)
{
    return m_session->greet(deadline);
}

core::Task<core::Result<core::Done>> Connection::learnCapabilities(core::Deadline deadline)
{
    if (m_session->areCapabilitiesCurrent())
        co_return core::Done{};
    co_return co_await askForCapabilities(deadline);
}

core::Task<core::Result<core::Done>> Connection::startTls(core::Deadline deadline)
{
    if (!m_session->capabilities().has("STARTTLS"))
        co_return m_session->fail(
            Error(ErrorKind::Unsupported,
                  "The mail server does not offer STARTTLS on this port, so the password would "
                  "travel unprotected. Use the port for implicit TLS (usually 993)."));
    const auto harvest = co_await m_session->run(Command("STARTTLS"), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends.front().condition != StatusLine::Condition::Ok)
        co_return m_session->fail(Error(ErrorKind::Unsupported, "The mail server refused STARTTLS.",
                                        refusal(harvest->ends.front(), Refused::Reading).detail));
    co_return co_await m_session->startTls(deadline);
}

core::Task<core::Result<core::Done>> Connection::askForCapabilities(core::Deadline deadline)
{
    m_session->markCapabilitiesStale();
    const auto harvest = co_await m_session->run(Command("CAPABILITY"), deadline);
    if (!harvest)
        co_return harvest.error();
    if (!m_session->areCapabilitiesCurrent())
        co_return m_session->fail(Error(ErrorKind::Protocol,
                                        "The mail server does not say what it can do.",
                                        "no CAPABILITY response"));
    co_return core::Done{};
}

core::Task<core::Result<core::Done>> Connection::noop(core::Deadline deadline)
{
    const auto harvest = co_await m_session->run(Command("NOOP"), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends.front().condition != StatusLine::Condition::Ok)
        co_return refusal(harvest->ends.front(), Refused::Reading);
    co_return core::Done{};
}

core::Task<core::Result<core::Done>> Connection::logout(core::Deadline deadline)
{
    m_session->expectGoodbye();
    const auto harvest = co_await m_session->run(Command("LOGOUT"), deadline);
    m_session->fail(Error(ErrorKind::Unavailable, "The mail connection was closed."));
    if (!harvest)
        co_return harvest.error();
    co_return core::Done{};
}

void Connection::setCancellation(core::Cancellation cancellation)
{
    m_session->setCancellation(std::move(cancellation));
}

bool Connection::isUsable() const
{
    return m_session->isUsable();
}

bool Connection::isEncrypted() const
{
    return m_session->isEncrypted();
}

net::TlsReport Connection::tlsReport() const
{
    return m_session->tlsReport();
}

const Capabilities &Connection::capabilities() const
{
    return m_session->capabilities();
}

const std::optional<SelectedMailbox> &Connection::selected() const
{
    return m_session->selected();
}

NameEncoding Connection::nameEncoding() const
{
    return m_session->nameEncoding();
}

} // namespace imap
