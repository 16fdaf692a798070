// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Connection.h"
#include "imap/Refusal.h"
#include "imap/Session.h"

namespace imap {

using core::Error;
using core::ErrorKind;
using Condition = StatusLine::Condition;

core::Task<core::Result<core::Done>> Connection::login(const account::Credentials &credentials,
                                                       core::Deadline deadline)
{
    const auto &capabilities = m_session->capabilities();
    // Cyrus keeps LOGINDISABLED after TLS, where it means nothing.
    if (!m_session->isEncrypted() && capabilities.has("LOGINDISABLED"))
        co_return Error(ErrorKind::Unsupported,
                        "The mail server accepts no login without TLS. Use implicit TLS or "
                        "STARTTLS.");
    m_session->markCapabilitiesStale();
    const auto authenticated = co_await authenticate(credentials, deadline);
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
Connection::authenticate(const account::Credentials &credentials, core::Deadline deadline)
{
    const auto username = AString::from(credentials.username);
    const auto password = SecretString::from(credentials.password);
    if (!username || !password)
        co_return Error(ErrorKind::InvalidArgument,
                        "The user name and the password must not contain line breaks or NUL "
                        "characters.");
    Command command("LOGIN");
    command.add(*username).add(*password);
    const auto harvest = co_await m_session->run(std::move(command), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends.front().condition != Condition::Ok)
        co_return refusal(harvest->ends.front(), Refused::Login);
    co_return core::Done{};
}

/// ENABLE and ID, together. Neither may fail the login.
core::Task<core::Result<core::Done>> Connection::introduce(core::Deadline deadline)
{
    const auto &capabilities = m_session->capabilities();
    Batch batch;
    if (m_options.utf8 == ConnectionOptions::Utf8::IfOffered && capabilities.has("ENABLE")
        && (capabilities.has("UTF8=ACCEPT") || capabilities.has("UTF8=ONLY")))
        batch.commands.emplace_back(Word("ENABLE UTF8=ACCEPT"));
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
        batch.commands.push_back(std::move(command));
    }
    if (batch.commands.empty())
        co_return core::Done{};
    const auto harvest = co_await m_session->run(std::move(batch), deadline);
    if (!harvest)
        co_return harvest.error();
    co_return core::Done{};
}

} // namespace imap
