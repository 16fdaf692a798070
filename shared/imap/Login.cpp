// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Connection.h"
#include "imap/Refusal.h"
#include "imap/Session.h"
#include "sasl/Exchange.h"

#include <optional>
#include <string>
#include <utility>

namespace imap {

using core::Error;
using core::ErrorKind;
using Condition = StatusLine::Condition;

namespace {

/// The words are ours, whatever the server called its mechanisms.
Word authenticateWord(sasl::Mechanism mechanism)
{
    switch (mechanism) {
    case sasl::Mechanism::ScramSha256:
        return "AUTHENTICATE SCRAM-SHA-256";
    case sasl::Mechanism::Plain:
        return "AUTHENTICATE PLAIN";
    case sasl::Mechanism::Login:
        return "AUTHENTICATE LOGIN";
    case sasl::Mechanism::OAuthBearer:
        return "AUTHENTICATE OAUTHBEARER";
    case sasl::Mechanism::XOAuth2:
        return "AUTHENTICATE XOAUTH2";
    }
    return "AUTHENTICATE PLAIN";
}

/// Hands challenges to the mechanism. Without SASL-IR the first, empty one asks for what would have
/// been the initial response (RFC 9051 §6.2.2).
class ExchangeResponder : public Responder
{
public:
    ExchangeResponder(sasl::Exchange &exchange, std::optional<std::string> withheld)
        : m_exchange(exchange)
        , m_withheld(std::move(withheld))
    {}

    core::Task<core::Result<std::string>> respond(std::string challenge) override
    {
        if (m_withheld && challenge.empty()) {
            std::string first = std::move(*m_withheld);
            m_withheld.reset();
            co_return first;
        }
        co_return co_await m_exchange.respond(std::move(challenge));
    }

private:
    sasl::Exchange &m_exchange;
    std::optional<std::string> m_withheld;
};

} // namespace

core::Task<core::Result<core::Done>> Connection::login(const account::Credentials &credentials,
                                                       core::Deadline deadline,
                                                       sasl::SecretKind secret)
{
    const auto &capabilities = m_session->capabilities();
    // Cyrus keeps LOGINDISABLED after TLS, where it means nothing.
    if (!m_session->isEncrypted() && capabilities.has("LOGINDISABLED"))
        co_return Error(ErrorKind::Unsupported,
                        "The mail server accepts no login without TLS. Use implicit TLS or "
                        "STARTTLS.");
    m_session->markCapabilitiesStale();
    const auto authenticated = co_await authenticate(credentials, secret, deadline);
    if (!authenticated)
        co_return authenticated.error();
    if (!m_session->areCapabilitiesCurrent()) {
        const auto asked = co_await askForCapabilities(deadline);
        if (!asked)
            co_return asked.error();
    }
    co_return co_await introduce(deadline);
}

core::Task<core::Result<core::Done>>
Connection::authenticate(const account::Credentials &credentials, sasl::SecretKind secret,
                         core::Deadline deadline)
{
    const auto checked = sasl::checkCredentials(credentials);
    if (!checked)
        co_return checked.error();
    const bool isPrivate = m_session->isEncrypted() || m_security == account::Security::PlainText;
    const auto mechanism =
        sasl::choose(m_session->capabilities().mechanisms(), secret,
                     isPrivate ? sasl::SecretOnTheWire::Allowed : sasl::SecretOnTheWire::Forbidden);
    if (mechanism)
        co_return co_await exchange(*mechanism, credentials, deadline);
    // Where no mechanism is ours there is still the LOGIN command, for passwords.
    if (!isPrivate || secret != sasl::SecretKind::Password)
        co_return mechanism.error();
    co_return co_await loginCommand(credentials, deadline);
}

core::Task<core::Result<core::Done>> Connection::exchange(sasl::Mechanism mechanism,
                                                          const account::Credentials &credentials,
                                                          core::Deadline deadline)
{
    const auto exchange = sasl::Exchange::begin(mechanism, credentials);
    if (!exchange)
        co_return exchange.error();
    auto initial = (*exchange)->initialResponse();
    if (!initial)
        co_return initial.error();
    std::optional<std::string> first = std::move(*initial);
    m_loginMethod = nameOf(mechanism);
    Command command(authenticateWord(mechanism));
    if (first && m_session->capabilities().has("SASL-IR")) {
        const auto response = InitialResponse::from(*first);
        core::wipe(*first);
        first.reset();
        if (!response)
            co_return response.error();
        command.add(*response);
    }
    ExchangeResponder responder(**exchange, std::move(first));
    Batch batch;
    batch.responder = &responder;
    batch.commands.push_back(std::move(command));
    const auto harvest = co_await m_session->run(std::move(batch), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends.front().condition != Condition::Ok)
        co_return refusal(harvest->ends.front(), Refused::Login);
    const auto confirmed = (*exchange)->confirm();
    if (!confirmed)
        co_return m_session->fail(confirmed.error());
    co_return core::Done{};
}

core::Task<core::Result<core::Done>>
Connection::loginCommand(const account::Credentials &credentials, core::Deadline deadline)
{
    const auto username = AString::from(credentials.username);
    if (!username)
        co_return username.error();
    const auto password = SecretString::from(credentials.password);
    if (!password)
        co_return password.error();
    m_loginMethod = "LOGIN command";
    Command command("LOGIN");
    command.add(*username).add(*password);
    const auto harvest = co_await m_session->run(std::move(command), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends.front().condition != Condition::Ok)
        co_return refusal(harvest->ends.front(), Refused::Login);
    co_return core::Done{};
}

/// ENABLE and ID. Neither may fail the login. ENABLE takes a round trip, for it changes how names
/// are written; ID travels with whatever comes next.
core::Task<core::Result<core::Done>> Connection::introduce(core::Deadline deadline)
{
    const auto &capabilities = m_session->capabilities();
    if (!m_options.clientId.empty() && capabilities.has("ID")) {
        Command command("ID");
        command.open();
        for (const auto &[name, value] : m_options.clientId) {
            const auto nameString = AString::from(name);
            const auto valueString = AString::from(value);
            if (nameString && valueString)
                command.add(*nameString).add(*valueString);
        }
        command.close();
        m_session->sendAhead(std::move(command));
    }
    const bool wantsUtf8 = m_options.utf8 == ConnectionOptions::Utf8::IfOffered
                           && capabilities.has("ENABLE")
                           && (capabilities.has("UTF8=ACCEPT") || capabilities.has("UTF8=ONLY"));
    if (!wantsUtf8)
        co_return core::Done{};
    const auto harvest = co_await m_session->run(Command("ENABLE UTF8=ACCEPT"), deadline);
    if (!harvest)
        co_return harvest.error();
    co_return core::Done{};
}

} // namespace imap
