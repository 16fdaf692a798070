// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixtureAsking.h"

#include <utility>

namespace conformance {

using nlohmann::json;

namespace {

core::Task<core::Result<std::optional<mcp::InputRequired>>>
decideNow(Decide decide, const mcp::CallContext &context, const json &arguments)
{
    co_return decide(context, arguments);
}

} // namespace

mcp::FindNeededInput asking(Decide decide)
{
    return [decide = std::move(decide)](const mcp::CallContext &context, const json &arguments) {
        return decideNow(decide, context, arguments);
    };
}

mcp::FindNeededInput askingFor(mcp::InputRequest question,
                               std::function<bool(const mcp::Input &)> isAnswered)
{
    return asking(
        [question = std::move(question), isAnswered = std::move(isAnswered)](
            const mcp::CallContext &context, const json &) -> std::optional<mcp::InputRequired> {
            if (isAnswered(context.input))
                return {};
            return mcp::InputRequired{.requests = {question}};
        });
}

} // namespace conformance
