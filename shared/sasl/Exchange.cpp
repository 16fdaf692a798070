// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/Exchange.h"

#include "core/Base64.h"
#include "sasl/BearerExchange.h"
#include "sasl/LoginExchange.h"
#include "sasl/PlainExchange.h"
#include "sasl/ScramExchange.h"

namespace sasl {

namespace {

bool isClean(std::string_view text)
{
    return !text.empty() && text.find_first_of(std::string_view("\r\n\0", 3)) == text.npos;
}

} // namespace

core::Result<core::Done> checkCredentials(const account::Credentials &credentials)
{
    if (!isClean(credentials.username))
        return core::Error(core::ErrorKind::InvalidArgument,
                           "The user name must not be empty or contain line ends.");
    if (!isClean(credentials.password.reveal()))
        return core::Error(core::ErrorKind::InvalidArgument,
                           "The password must not be empty or contain line ends.");
    return core::Done{};
}

core::Error unexpectedChallenge()
{
    return {core::ErrorKind::Protocol, "The mail server broke the rules of the login.",
            "unexpected SASL challenge"};
}

core::Result<std::unique_ptr<Exchange>> Exchange::begin(Mechanism mechanism,
                                                        const account::Credentials &credentials)
{
    const auto checked = checkCredentials(credentials);
    if (!checked)
        return checked.error();
    switch (mechanism) {
    case Mechanism::ScramSha256:
        return ScramExchange::create(credentials);
    case Mechanism::Plain:
        return std::unique_ptr<Exchange>(std::make_unique<PlainExchange>(credentials));
    case Mechanism::Login:
        return std::unique_ptr<Exchange>(std::make_unique<LoginExchange>(credentials));
    case Mechanism::OAuthBearer:
    case Mechanism::XOAuth2:
        return std::unique_ptr<Exchange>(std::make_unique<BearerExchange>(mechanism, credentials));
    }
    return core::Error(core::ErrorKind::Internal, "unknown mechanism");
}

core::Result<std::optional<std::string>> Exchange::initialResponse()
{
    const auto response = first();
    if (!response)
        return response.error();
    if (!*response)
        return std::optional<std::string>();
    return std::optional<std::string>((*response)->empty() ? "=" : core::encodeBase64(**response));
}

core::Task<core::Result<std::string>> Exchange::respond(std::string challenge)
{
    const auto bytes = core::decodeBase64(challenge);
    if (!bytes)
        co_return core::Error(core::ErrorKind::Protocol,
                              "The mail server broke the rules of the login.",
                              "SASL challenge is not base64");
    const auto response = co_await answer(*bytes);
    if (!response)
        co_return response.error();
    co_return core::encodeBase64(*response);
}

} // namespace sasl
