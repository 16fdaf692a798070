// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/MethodServices.h"

#include "mcp/Progress.h"

#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

/// The least important level that the client wants; nothing: none. It says so in each request, or
/// once per session.
std::optional<LogLevel> wantedLevel(const Message &request, const RequestContext &context)
{
    if (context.revision.isSelfDescribing) {
        const auto *const level = request.findMeta(meta::logLevel);
        return level == nullptr ? std::nullopt : findLogLevel(*level);
    }
    return context.session ? context.session->logLevel : LogLevel::Info;
}

core::Result<CallContext, Refusal>
makeContext(const MethodServices &services, const Message &request, const RequestContext &context)
{
    CallContext call;
    call.caller = context.caller;
    call.client = context.client;
    if (const auto *const token = request.findMeta(meta::progressToken)) {
        if (!token->is_string() && !token->is_number_integer())
            return invalidParams("\"progressToken\" must be a string or an integer.");
        const auto progress =
            std::make_shared<Progress>(context.stream, *token, services.limits.progressInterval);
        call.reportProgress = [progress](double value, double total, const std::string &message) {
            progress->report(value, total, message);
        };
    }
    const auto level = wantedLevel(request, context);
    if (services.hasLogging && level) {
        call.log = [stream = context.stream, wanted = *level](LogLevel written, json data) {
            if (written < wanted)
                return;
            json params = {{"level", nameOf(written)}, {"data", std::move(data)}};
            stream->send(notificationMessage("notifications/message", std::move(params)));
        };
    }
    return call;
}

} // namespace

core::Result<Call, Refusal> makeCall(const MethodServices &services, const Message &request,
                                     const RequestContext &context, std::string name)
{
    auto callContext = makeContext(services, request, context);
    if (!callContext)
        return callContext.error();
    Call call;
    call.name = std::move(name);
    call.context = std::move(*callContext);
    call.lifetime = context.lifetime;
    return call;
}

} // namespace mcp
