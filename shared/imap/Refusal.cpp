// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Refusal.h"

#include "imap/Response.h"
#include "imap/Text.h"
#include "sasl/KnownRefusal.h"

#include <algorithm>
#include <array>
#include <optional>

namespace imap {

namespace {

using core::ErrorKind;
using Condition = StatusLine::Condition;

std::optional<ErrorKind> kindOf(std::string_view code)
{
    struct Code
    {
        std::string_view code;
        ErrorKind kind;
    };
    constexpr std::array codes = {
        Code{"AUTHENTICATIONFAILED", ErrorKind::Unauthenticated},
        Code{"AUTHORIZATIONFAILED", ErrorKind::Unauthenticated},
        Code{"EXPIRED", ErrorKind::Unauthenticated},
        Code{"PRIVACYREQUIRED", ErrorKind::Unsupported},
        Code{"CONTACTADMIN", ErrorKind::PermissionDenied},
        Code{"NOPERM", ErrorKind::PermissionDenied},
        Code{"UNAVAILABLE", ErrorKind::Unavailable},
        Code{"SERVERBUG", ErrorKind::Unavailable},
        Code{"CORRUPTION", ErrorKind::Unavailable},
        Code{"INUSE", ErrorKind::Busy},
        Code{"LIMIT", ErrorKind::Busy},
        Code{"THROTTLED", ErrorKind::Busy},
        Code{"NONEXISTENT", ErrorKind::NotFound},
        Code{"TRYCREATE", ErrorKind::NotFound},
        Code{"OVERQUOTA", ErrorKind::TooLarge},
        Code{"TOOBIG", ErrorKind::TooLarge},
        Code{"ALREADYEXISTS", ErrorKind::Conflict},
        Code{"EXPUNGEISSUED", ErrorKind::Conflict},
        Code{"READ-ONLY", ErrorKind::Conflict},
        Code{"CANNOT", ErrorKind::InvalidArgument},
        Code{"BADCHARSET", ErrorKind::Unsupported},
        Code{"CLIENTBUG", ErrorKind::Internal},
    };
    const auto *const found = std::ranges::find_if(
        codes, [code](const Code &candidate) { return candidate.code == code; });
    if (found == codes.end())
        return std::nullopt;
    return found->kind;
}

ErrorKind defaultKind(const StatusLine &status, Refused what)
{
    if (status.condition == Condition::Bad)
        return ErrorKind::Unsupported;
    switch (what) {
    case Refused::Login:
        return ErrorKind::Unauthenticated;
    case Refused::Mailbox:
        return ErrorKind::NotFound;
    case Refused::Reading:
        return ErrorKind::Unavailable;
    case Refused::Changing:
        return ErrorKind::PermissionDenied;
    }
    return ErrorKind::Unavailable;
}

std::string_view sentenceFor(ErrorKind kind, Refused what)
{
    switch (kind) {
    case ErrorKind::Unauthenticated:
        return "The mail server did not accept the user name or the password.";
    case ErrorKind::NotFound:
        return "The mail server has no such folder.";
    case ErrorKind::Busy:
        return "The mail server is busy or limits how much may be done at once.";
    case ErrorKind::TooLarge:
        return "The message is too large or the mailbox is full.";
    case ErrorKind::Conflict:
        return "Something in the mailbox is not in the state that was expected.";
    case ErrorKind::PermissionDenied:
        return "The mail server does not permit this.";
    case ErrorKind::Unavailable:
        return "The mail server cannot do this at the moment.";
    default:
        return what == Refused::Login ? "The mail server does not accept this way of logging in."
                                      : "The mail server does not understand or support this.";
    }
}

std::string_view nameOf(Condition condition)
{
    switch (condition) {
    case Condition::Ok:
        return "OK";
    case Condition::No:
        return "NO";
    case Condition::Bad:
        return "BAD";
    case Condition::Bye:
        return "BYE";
    case Condition::PreAuth:
        return "PREAUTH";
    }
    return "";
}

std::string detailOf(const StatusLine &status)
{
    std::string detail(nameOf(status.condition));
    if (!status.code.empty())
        detail += " [" + displayText(status.code) + ']';
    return detail;
}

} // namespace

std::string quotableWords(const StatusLine &status)
{
    std::string words(nameOf(status.condition));
    if (kindOf(status.code))
        words += " [" + status.code + ']';
    if (const auto known = sasl::knownRefusal(status.text); !known.empty())
        words += ' ' + std::string(known);
    return words;
}

core::Error refusal(const StatusLine &status, Refused what)
{
    const auto kind = kindOf(status.code).value_or(defaultKind(status, what));
    std::string message(sentenceFor(kind, what));
    if (what == Refused::Login)
        return {kind, std::move(message), quotableWords(status)};
    std::string detail = detailOf(status);
    if (!status.text.empty()) {
        message += " It said: " + shortServerText(status.text);
        detail += ' ' + displayText(status.text);
    }
    return {kind, std::move(message), std::move(detail)};
}

core::Error goodbye(const StatusLine &status, Quoting quoting)
{
    std::string message = "The mail server closed the connection.";
    std::string detail = detailOf(status);
    if (quoting == Quoting::Allowed && !status.text.empty()) {
        message += " It said: " + shortServerText(status.text);
        detail += ' ' + displayText(status.text);
    }
    return {kindOf(status.code).value_or(ErrorKind::Unavailable), std::move(message),
            std::move(detail)};
}

} // namespace imap
