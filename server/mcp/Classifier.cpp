// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Classifier.h"

#include "mcp/CallContext.h"
#include "mcp/StandardHeaders.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

constexpr std::string_view versionHeader = "MCP-Protocol-Version";

using Verdict = core::Result<const Revision *, Refusal>;

json namesOf(bool onlySelfDescribing)
{
    json names = json::array();
    for (const auto &revision : revisions) {
        if (revision.isSelfDescribing || !onlySelfDescribing)
            names.push_back(revision.name);
    }
    return names;
}

Refusal unsupportedVersion(std::string_view requested, json supported)
{
    return {.code = ErrorCode::UnsupportedProtocolVersion,
            .message = "This server does not speak the requested protocol version.",
            .data = {{"supported", std::move(supported)}, {"requested", requested}}};
}

bool isSelfDescribing(std::optional<std::string_view> version)
{
    const auto *const revision = version ? findRevision(*version) : nullptr;
    return revision != nullptr && revision->isSelfDescribing;
}

/// What is wrong with the `_meta` of a request of 2026-07-28 (basic/index, "_meta").
std::optional<Refusal> findEnvelopeProblem(const Message &request)
{
    const auto problem = [](std::string_view name, std::string_view text) {
        return Refusal{.code = ErrorCode::InvalidParams,
                       .message =
                           "_meta member \"" + std::string(name) + "\" " + std::string(text)};
    };
    const auto *const version = request.findMeta(meta::protocolVersion);
    if (version == nullptr || !version->is_string())
        return problem(meta::protocolVersion, "is missing or not a string.");
    const auto *const capabilities = request.findMeta(meta::clientCapabilities);
    if (capabilities == nullptr || !capabilities->is_object())
        return problem(meta::clientCapabilities, "is missing or not an object.");
    const auto *const logLevel = request.findMeta(meta::logLevel);
    if (logLevel != nullptr && !findLogLevel(*logLevel))
        return problem(meta::logLevel, "is not a log level.");
    return std::nullopt;
}

Verdict classifySelfDescribing(const Message &request, const http::Headers &headers,
                               std::optional<std::string_view> version)
{
    if (auto problem = findEnvelopeProblem(request))
        return std::move(*problem);
    const auto &claim = request.findMeta(meta::protocolVersion)->get_ref<const std::string &>();
    if (version != claim) {
        return Refusal{.code = ErrorCode::HeaderMismatch,
                       .message =
                           std::string(versionHeader)
                           + (version ? " says something else than the body." : " is missing.")};
    }
    if (!isSelfDescribing(claim))
        return unsupportedVersion(claim, namesOf(true));
    if (const auto checked = checkStandardHeaders(request, headers); !checked)
        return checked.error();
    return findRevision(claim);
}

Verdict classifyByHeader(std::optional<std::string_view> version)
{
    if (!version)
        return &assumedWithoutHeader();
    if (const auto *const revision = findRevision(*version))
        return revision;
    return unsupportedVersion(*version, namesOf(false));
}

} // namespace

Verdict classify(const Message &message, const http::Headers &headers)
{
    const auto version = singleHeader(headers, versionHeader);
    if (!version)
        return version.error();
    const bool hasClaim = message.findMeta(meta::protocolVersion) != nullptr;
    if (message.isNotification()) {
        // 2026-07-28 has no notifications from clients and no header rules for them.
        return hasClaim ? Verdict(revisions.data()) : classifyByHeader(*version);
    }
    if (message.method == "initialize" && (!hasClaim || findEnvelopeProblem(message))) {
        if (isSelfDescribing(*version)) {
            return Refusal{.code = ErrorCode::HeaderMismatch,
                           .message = std::string(versionHeader)
                                      + " names a revision that has no \"initialize\"."};
        }
        return &newestWithInitialize();
    }
    if (hasClaim || isSelfDescribing(*version))
        return classifySelfDescribing(message, headers, *version);
    return classifyByHeader(*version);
}

Verdict classify(const Batch &batch, const http::Headers &headers)
{
    const auto version = singleHeader(headers, versionHeader);
    if (!version)
        return version.error();
    auto verdict = classifyByHeader(*version);
    if (!verdict)
        return verdict;
    const bool holdsForeignMessage =
        std::ranges::any_of(batch.messages, [](const Message &message) {
            return message.method == "initialize"
                   || message.findMeta(meta::protocolVersion) != nullptr;
        });
    if (holdsForeignMessage || !(*verdict)->hasBatches) {
        return Refusal{.code = ErrorCode::InvalidRequest,
                       .message = "Send one message per request."};
    }
    return verdict;
}

} // namespace mcp
