// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/Refusal.h"

#include "sasl/KnownRefusal.h"
#include "smtp/Reply.h"

#include <string_view>

namespace smtp {

namespace {

using core::ErrorKind;

struct Meaning
{
    ErrorKind kind;
    std::string_view message;
};

/// X.subject.detail without its class (RFC 3463).
std::string_view subject(const Reply &reply)
{
    return reply.status.empty() ? std::string_view() : std::string_view(reply.status).substr(2);
}

bool isTooLarge(const Reply &reply)
{
    return subject(reply) == "3.4" || subject(reply) == "2.3"
           || (reply.code == 552 && subject(reply) != "2.2");
}

Meaning temporary(Refused what)
{
    switch (what) {
    case Refused::Login:
        return {ErrorKind::Unavailable,
                "The mail server cannot check the login just now. Try again later."};
    case Refused::Recipient:
        return {ErrorKind::Unavailable,
                "The mail server does not accept this recipient just now. Try again later."};
    default:
        return {ErrorKind::Unavailable,
                "The mail server does not accept mail just now. Try again later."};
    }
}

Meaning loginRefused(const Reply &reply)
{
    // RFC 4954 §6: 534 mechanism too weak, 538 encryption needed, 500–504 not understood.
    if ((reply.code >= 500 && reply.code <= 504) || reply.code == 534 || reply.code == 538
        || reply.code == 523)
        return {ErrorKind::Unsupported,
                "The mail server does not accept this kind of login. The provider may want an "
                "app password or OAuth."};
    return {ErrorKind::Unauthenticated,
            "The mail server for sending refuses the user name or the password."};
}

Meaning recipientRefused(const Reply &reply)
{
    if (subject(reply).starts_with("1."))
        return {ErrorKind::NotFound, "The mail server says that this recipient does not exist."};
    if (isTooLarge(reply))
        return {ErrorKind::TooLarge, "The message is too large for this recipient."};
    if (subject(reply) == "2.2")
        return {ErrorKind::Unavailable, "The mailbox of this recipient is full."};
    return {ErrorKind::PermissionDenied, "The mail server refuses this recipient."};
}

Meaning permanent(const Reply &reply, Refused what)
{
    switch (what) {
    case Refused::Connection:
        return {ErrorKind::Unavailable, "The mail server refuses connections from here."};
    case Refused::Hello:
        return {ErrorKind::Unsupported,
                "The mail server does not speak the protocol that logins need (ESMTP)."};
    case Refused::StartTls:
        return {ErrorKind::Unsupported, "The mail server refuses STARTTLS. Nothing was sent."};
    case Refused::Login:
        return loginRefused(reply);
    case Refused::Sender:
        if (isTooLarge(reply))
            return {ErrorKind::TooLarge, "The message is too large for the mail server."};
        return {ErrorKind::PermissionDenied, "The mail server refuses the sender's address."};
    case Refused::Recipient:
        return recipientRefused(reply);
    case Refused::Message:
        if (isTooLarge(reply))
            return {ErrorKind::TooLarge, "The message is too large for the mail server."};
        return {ErrorKind::PermissionDenied, "The mail server refuses the message."};
    }
    return {ErrorKind::Internal, "unknown step"};
}

} // namespace

core::Error refusal(const Reply &reply, Refused what)
{
    Meaning meaning{ErrorKind::Protocol,
                    "The mail server gave an answer that makes no sense here."};
    if (reply.isTemporary())
        meaning = temporary(what);
    else if (reply.code >= 500)
        meaning = permanent(reply, what);
    return {meaning.kind, std::string(meaning.message),
            what == Refused::Login ? quotableWords(reply) : reply.forLog()};
}

std::string quotableWords(const Reply &reply)
{
    std::string words = std::to_string(reply.code);
    if (!reply.status.empty())
        words += ' ' + reply.status;
    const auto known = sasl::knownRefusal(reply.forLog());
    return known.empty() ? words : words + ' ' + std::string(known);
}

} // namespace smtp
