// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Answers.h"

#include <utility>

namespace mcp {

using core::ErrorKind;
using nlohmann::json;

namespace {

std::string_view adviceFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidArgument:
        return "Correct what the message names and call again.";
    case ErrorKind::NotFound:
        return "List or search first, and use what that returns.";
    case ErrorKind::Conflict:
        return "Read the current state, then decide again with it.";
    case ErrorKind::Unauthenticated:
        return "The person has to sign in again; repeating does not help.";
    case ErrorKind::PermissionDenied:
        return "Tell the person; do not repeat it unless they ask for it.";
    case ErrorKind::Unsupported:
        return "Tell the person; there is no such function here.";
    case ErrorKind::TooLarge:
        return "Make it smaller, or ask for less.";
    case ErrorKind::Busy:
        return "Wait a few seconds and call again.";
    case ErrorKind::Unavailable:
        return "Call again in a minute; if it fails again, tell the person.";
    case ErrorKind::UntrustedPeer:
        return "Tell the person that an administrator has to look at the mail server.";
    case ErrorKind::DeadlineExceeded:
        return "Call again, and ask for less if that is possible.";
    case ErrorKind::Cancelled:
        return "Nothing has to be done.";
    case ErrorKind::Protocol:
    case ErrorKind::Internal:
        break;
    }
    return "Tell the person; the log of the server says more.";
}

} // namespace

core::Task<MethodResult> ready(MethodResult result)
{
    co_return result;
}

Refusal invalidParams(std::string message, json data)
{
    return {.code = ErrorCode::InvalidParams,
            .message = std::move(message),
            .httpStatus = 200,
            .data = std::move(data)};
}

Refusal methodNotFound(const Revision &revision)
{
    return {.code = ErrorCode::MethodNotFound,
            .message = "There is no such method in this revision of the protocol.",
            .httpStatus = revision.isSelfDescribing ? 404 : 200};
}

Refusal busy(const core::Error &error)
{
    return {.code = ErrorCode::InternalError,
            .message = error.message,
            .httpStatus = 503,
            .data = errorBody(error)};
}

Refusal refusalOf(const core::Error &error)
{
    switch (error.kind) {
    case ErrorKind::Busy:
        return busy(error);
    case ErrorKind::InvalidArgument:
    case ErrorKind::NotFound:
    case ErrorKind::TooLarge:
        return invalidParams(error.message, errorBody(error));
    default:
        return {.code = ErrorCode::InternalError,
                .message = error.message,
                .httpStatus = 200,
                .data = errorBody(error)};
    }
}

json errorBody(const core::Error &error)
{
    return {{"code", core::nameOf(error.kind)},
            {"message", error.message},
            {"retryable", core::isRetryable(error.kind)},
            {"next", adviceFor(error.kind)}};
}

const json *findMember(const json &object, std::string_view name)
{
    const auto member = object.find(name);
    return member == object.end() || member->is_null() ? nullptr : &*member;
}

core::Result<std::string, Refusal> requiredText(const Message &request, std::string_view name)
{
    const auto *const value = findMember(request.params, name);
    if (value == nullptr || !value->is_string())
        return invalidParams("\"" + std::string(name) + "\" is missing or not a string.");
    return value->get<std::string>();
}

core::Result<json, Refusal> argumentsOf(const Message &request)
{
    const auto *const given = findMember(request.params, "arguments");
    if (given == nullptr)
        return json::object();
    if (!given->is_object())
        return invalidParams("\"arguments\" must be an object.");
    return *given;
}

core::Result<core::Done, Refusal> refuseCursor(const Message &request)
{
    if (findMember(request.params, "cursor") != nullptr)
        return invalidParams("The cursor is not one of this server.");
    return core::Done{};
}

void addCaching(json &result, std::chrono::milliseconds lifetime, const Revision &revision)
{
    if (!revision.isSelfDescribing)
        return;
    result["ttlMs"] = lifetime.count();
    result["cacheScope"] = "private";
}

json textContent(std::string text)
{
    return {{"type", "text"}, {"text", std::move(text)}};
}

} // namespace mcp
