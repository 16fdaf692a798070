// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/ScramExchange.h"

#include "core/Ascii.h"
#include "core/Async.h"

#include <gsasl.h>

#include <algorithm>
#include <charconv>

namespace sasl {

namespace {

constexpr std::uint32_t fewestIterations = 4096;
constexpr std::uint32_t mostIterations = 600'000;
constexpr std::size_t longestMessage = 1024;

core::Error internalError(int code)
{
    return {core::ErrorKind::Internal, "The login could not be prepared.",
            std::string("GNU SASL: ") + gsasl_strerror_name(code)};
}

core::Error brokenRules(std::string detail)
{
    return {core::ErrorKind::Protocol, "The mail server broke the rules of the login.",
            std::move(detail)};
}

core::Error unproved()
{
    return {core::ErrorKind::UntrustedPeer,
            "The mail server did not prove that it knows the password. It may not be the server "
            "it claims to be."};
}

/// Takes the attribute `name` with its value from the front of a list.
std::optional<std::string_view> takeAttribute(std::string_view &list, char name)
{
    if (list.size() < 2 || list[0] != name || list[1] != '=')
        return std::nullopt;
    const auto end = std::min(list.find(','), list.size());
    const auto value = list.substr(2, end - 2);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (value.empty())
        return std::nullopt;
    return value;
}

} // namespace

/// What GNU SASL keeps for one login.
class ScramExchange::Session
{
public:
    Session() = default;
    ~Session()
    {
        if (m_session)
            gsasl_finish(m_session);
        if (m_library)
            gsasl_done(m_library);
    }
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    int start(const account::Credentials &credentials)
    {
        int code = gsasl_init(&m_library);
        if (code == GSASL_OK)
            code = gsasl_client_start(m_library, "SCRAM-SHA-256", &m_session);
        if (code == GSASL_OK)
            code = gsasl_property_set(m_session, GSASL_AUTHID, credentials.username.c_str());
        const auto password = credentials.password.reveal();
        if (code == GSASL_OK)
            code =
                gsasl_property_set_raw(m_session, GSASL_PASSWORD, password.data(), password.size());
        return code;
    }

    /// The code of GNU SASL, and its output.
    std::pair<int, std::string> step(const std::string &input)
    {
        char *output = nullptr;
        std::size_t size = 0;
        const int code = gsasl_step(m_session, input.data(), input.size(), &output, &size);
        std::string text;
        if (output) {
            text.assign(output, size);
            gsasl_free(output);
        }
        return {code, std::move(text)};
    }

private:
    Gsasl *m_library = nullptr;
    Gsasl_session *m_session = nullptr;
};

core::Result<core::Done> checkServerFirst(std::string_view message)
{
    const bool isPrintable =
        std::ranges::all_of(message, [](char c) { return c > 0x20 && c < 0x7f; });
    if (message.size() > longestMessage || !isPrintable)
        return brokenRules("SCRAM: bad characters or too long");
    const auto nonce = takeAttribute(message, 'r');
    const auto salt = takeAttribute(message, 's');
    const auto iterations = takeAttribute(message, 'i');
    if (!nonce || !salt || !iterations)
        return brokenRules("SCRAM: bad server-first-message");
    if (!std::ranges::all_of(*iterations, core::isDigit))
        return brokenRules("SCRAM: bad iteration count");
    std::uint32_t count = 0;
    const auto *end = iterations->data() + iterations->size();
    const auto parsed = std::from_chars(iterations->data(), end, count);
    if (parsed.ec != std::errc() || count < fewestIterations || count > mostIterations)
        return core::Error(core::ErrorKind::Unsupported,
                           "The mail server's password protection (SCRAM) uses an iteration count "
                           "that is not safe.",
                           "i=" + std::string(iterations->substr(0, 20)));
    return core::Done{};
}

core::Result<std::unique_ptr<Exchange>>
ScramExchange::create(const account::Credentials &credentials)
{
    auto session = std::make_shared<Session>();
    if (const int code = session->start(credentials); code != GSASL_OK)
        return internalError(code);
    return std::unique_ptr<Exchange>(new ScramExchange(std::move(session)));
}

ScramExchange::ScramExchange(std::shared_ptr<Session> session)
    : m_session(std::move(session))
{}

ScramExchange::~ScramExchange() = default;

core::Result<std::optional<std::string>> ScramExchange::first()
{
    auto [code, message] = m_session->step({});
    if (code == GSASL_SASLPREP_ERROR)
        return core::Error(core::ErrorKind::InvalidArgument,
                           "The user name contains characters that a login cannot have.");
    if (code != GSASL_NEEDS_MORE)
        return internalError(code);
    m_stage = Stage::SentNonce;
    return std::optional(std::move(message));
}

core::Task<core::Result<std::string>> ScramExchange::answer(std::string challenge)
{
    if (m_stage == Stage::SentNonce)
        co_return co_await prove(std::move(challenge));
    if (m_stage == Stage::SentProof)
        co_return verify(challenge);
    co_return unexpectedChallenge();
}

core::Task<core::Result<std::string>> ScramExchange::prove(std::string serverFirst)
{
    const auto checked = checkServerFirst(serverFirst);
    if (!checked)
        co_return checked.error();
    // Up to 600,000 rounds of HMAC: not on the event loop.
    auto work = [session = m_session, serverFirst] { return session->step(serverFirst); };
    const auto [code, proof] = co_await core::runOn(*QThreadPool::globalInstance(), work);
    if (code == GSASL_SASLPREP_ERROR)
        co_return core::Error(core::ErrorKind::InvalidArgument,
                              "The password contains characters that a login cannot have.");
    if (code != GSASL_NEEDS_MORE)
        co_return brokenRules(std::string("SCRAM: ") + gsasl_strerror_name(code));
    m_stage = Stage::SentProof;
    co_return proof;
}

core::Result<std::string> ScramExchange::verify(const std::string &serverFinal)
{
    if (serverFinal.starts_with("e="))
        return core::Error(core::ErrorKind::Unauthenticated,
                           "The mail server refuses the user name or the password.",
                           serverFinal.substr(0, 100));
    auto [code, nothing] = m_session->step(serverFinal);
    if (code == GSASL_MECHANISM_PARSE_ERROR)
        return brokenRules("SCRAM: bad server-final-message");
    if (code != GSASL_OK)
        return unproved();
    m_stage = Stage::Verified;
    return std::move(nothing);
}

core::Result<core::Done> ScramExchange::confirm() const
{
    if (m_stage != Stage::Verified)
        return unproved();
    return core::Done{};
}

} // namespace sasl
