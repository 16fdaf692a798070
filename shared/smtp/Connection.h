// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "net/Conversation.h"
#include "net/Stream.h"
#include "net/TlsPolicy.h"
#include "sasl/Mechanism.h"
#include "smtp/Capabilities.h"
#include "smtp/Envelope.h"
#include "smtp/Refusal.h"
#include "smtp/Reply.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smtp {

struct MessageTraits;

struct ConnectionOptions
{
    /// How we introduce ourselves: an address literal or a configured domain. Never this machine's
    /// name, which the recipients would read.
    std::string heloName = "[127.0.0.1]";
    /// Hears everything that is said; outlives the connection.
    net::Conversation *conversation = nullptr;
};

/// What is known about a message after send().
enum class Delivery {
    NotSent,  ///< the server does not have it; sending again makes no second copy
    Unknown,  ///< it was sent, but the answer never came: sending again may make a second copy
    Accepted, ///< the server has taken it over
};

/// Whether a message may go to some recipients when the server refuses others.
enum class PartialDelivery { Refuse, Allow };

struct DeliveryOptions
{
    PartialDelivery partial = PartialDelivery::Refuse;
    /// Runs when the server is ready for the message and before the first byte of it is sent, to
    /// note that from now on the outcome may be unknown. An error stops everything: NotSent.
    std::function<core::Task<core::Result<core::Done>>()> beforeMessage = {};
    /// By when the server has to have answered anything; else the session counts as closed
    /// (Unavailable). For one that has rested: a connection may die without a word.
    core::Deadline firstAnswer = core::Deadline::max();
    /// For sending the message and for the server's answer to it (RFC 5321 §4.5.3.2.6).
    std::chrono::milliseconds messageLimit = std::chrono::minutes(10);
};

struct RecipientVerdict
{
    Address recipient;
    std::optional<core::Error> refusal;

    bool isRefused() const { return refusal.has_value(); }
};

/// Accepted without error; else `error` says why the message was not sent, or why nobody knows.
struct DeliveryReport
{
    Delivery delivery = Delivery::NotSent;
    /// In the order of the envelope; empty if the server was not asked.
    std::vector<RecipientVerdict> recipients;
    std::optional<core::Error> error;
};

/// One session with a server for sending mail (RFC 5321, RFC 6409). One operation at a time, each
/// ends by its deadline. After an error other than a refusal isUsable() is false. References passed
/// to an operation must live until its task ends. Main thread only.
class Connection
{
public:
    /// Connects, makes the connection confidential as `endpoint` asks and learns what the server
    /// offers. Errors: those of net::Stream; Unsupported (no STARTTLS), Protocol (no SMTP server),
    /// Unavailable.
    static core::Task<core::Result<std::unique_ptr<Connection>>>
    open(const account::ServerEndpoint &endpoint, const net::TlsPolicy &policy,
         const ConnectionOptions &options, core::Deadline deadline,
         core::Cancellation cancellation);

    /// What open() does, in steps, for those who look at each one: over() on a fresh stream, then
    /// greet(), hello(), and with STARTTLS startTls() and hello() again.
    static core::Result<std::unique_ptr<Connection>> over(std::unique_ptr<net::Stream> stream,
                                                          account::Security security,
                                                          const ConnectionOptions &options,
                                                          core::Cancellation cancellation);
    /// The server's own words.
    core::Task<core::Result<std::string>> greet(core::Deadline deadline);
    core::Task<core::Result<core::Done>> hello(core::Deadline deadline);
    core::Task<core::Result<core::Done>> startTls(core::Deadline deadline);

    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection() = default;

    /// Tries one mechanism once. Unauthenticated: refused; Unavailable: the server cannot tell just
    /// now; Unsupported: no mechanism in common; UntrustedPeer: the server did not prove itself.
    core::Task<core::Result<core::Done>>
    authenticate(const account::Credentials &credentials, core::Deadline deadline,
                 sasl::SecretKind secret = sasl::SecretKind::Password);

    /// Sends a message as it is, except for line ends. `deadline` is for everything before the
    /// message itself. Cancellation is honoured until the server has asked for the message; after
    /// that the answer is waited for.
    core::Task<DeliveryReport> send(const Envelope &envelope, std::string_view message,
                                    const DeliveryOptions &options, core::Deadline deadline);

    /// Closes now. Unlike a cancellation it also ends the wait for the answer to a message.
    void abort() { m_stream->abort(); }

    /// Says goodbye; the connection is closed afterwards, whatever the server answers.
    core::Task<void> quit(core::Deadline deadline);

    /// Who may cancel the operations from now on.
    void setCancellation(core::Cancellation cancellation);

    const Capabilities &capabilities() const { return m_capabilities; }
    bool isEncrypted() const { return m_stream->isEncrypted(); }
    /// What the TLS handshake told, also when it failed.
    net::TlsReport tlsReport() const { return m_stream->tlsReport(); }
    /// The mechanism of authenticate(); empty before.
    const std::string &loginMethod() const { return m_loginMethod; }
    /// False once an error was no plain refusal. True proves nothing.
    bool isUsable() const { return m_stream->isOpen(); }
    /// False also when the server has said something unasked, as it does before it closes.
    bool isReady() const { return isUsable() && !m_stream->hasBufferedBytes(); }

private:
    using ReplyResult = core::Result<Reply>;
    using DoneResult = core::Result<core::Done>;

    Connection(std::unique_ptr<net::Stream> stream, account::Security security,
               const ConnectionOptions &options);

    core::Task<DoneResult> begin(core::Deadline deadline);

    core::Task<std::optional<core::Error>>
    openTransaction(const Envelope &envelope, std::string mailCommand, DeliveryReport &report,
                    core::Deadline firstAnswer, core::Deadline deadline);
    core::Task<std::optional<core::Error>> askForMessage(const DeliveryOptions &options,
                                                         core::Deadline deadline);
    core::Task<std::optional<core::Error>> sendContent(std::string_view message,
                                                       core::Deadline deadline);
    core::Task<DeliveryReport> concludeMessage(DeliveryReport report, core::Deadline deadline);
    core::Result<std::string> mailCommand(const Envelope &envelope,
                                          const MessageTraits &traits) const;

    void write(std::string_view command);
    void writeSecret(std::string_view shownPart, core::Secret secret);
    /// Whether the server's words may be told: not those about something secret.
    enum class Quoting { Allowed, Forbidden };
    void tell(const Reply &reply, Quoting quoting) const;
    core::Task<ReplyResult> readReply(core::Deadline deadline, Quoting quoting = Quoting::Allowed);
    /// The error of a reply that is not what was wanted. 421 and nonsense close the connection.
    core::Error refuse(const Reply &reply, Refused what);

    const std::unique_ptr<net::Stream> m_stream;
    const account::Security m_security;
    const ConnectionOptions m_options;
    Capabilities m_capabilities;
    core::Cancellation m_cancellation;
    bool m_hasOpenTransaction = false;
    std::string m_loginMethod;
};

} // namespace smtp
