// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/McpSealer.h"

#include "core/JsonText.h"
#include "mcp/JsonRpc.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <utility>

namespace app {

namespace {

// What was sealed here is not a stranger's any more; the limits only keep the reader happy.
constexpr core::JsonLimits sealedLimits{.bytes = 64UL * 1024, .values = 10'000};

core::Error doesNotOpen()
{
    return {core::ErrorKind::InvalidArgument, "This value is not one of this server for you."};
}

core::Task<core::Result<bool>> claim(state::StateStore &store, std::string id,
                                     std::int64_t issuedAt, std::chrono::seconds lifetime)
{
    auto claimed =
        co_await store.claimOnce(state::ClaimKind::ProtocolState, id, issuedAt, lifetime);
    co_return claimed;
}

} // namespace

mcp::Sealer makeMcpSealer(const tokens::Tokens &tokens, state::StateStore &store)
{
    mcp::Sealer sealer;
    sealer.seal = [&tokens](mcp::SealPurpose purpose, const std::string &subject,
                            const nlohmann::json &data,
                            std::chrono::seconds lifetime) -> core::Result<std::string> {
        tokens::ProtocolState state;
        state.purpose = nameOf(purpose);
        state.subject = subject;
        state.data = mcp::textOf(data);
        auto sealed = tokens.seal(state, lifetime);
        if (!sealed)
            return sealed.error();
        return std::move(sealed->text);
    };
    sealer.open = [&tokens](mcp::SealPurpose purpose, const std::string &subject,
                            const std::string &text) -> core::Result<mcp::Unsealed> {
        const auto state = tokens.openProtocolState(text);
        if (!state || state->purpose != nameOf(purpose) || state->subject != subject)
            return doesNotOpen();
        auto data = core::parseJson(state->data, sealedLimits);
        if (!data)
            return doesNotOpen();
        return mcp::Unsealed{
            .data = std::move(*data), .id = state->tokenId, .issuedAt = state->issuedAt};
    };
    sealer.claimOnce = [&store](const mcp::Unsealed &value, std::chrono::seconds lifetime) {
        return claim(store, value.id, value.issuedAt, lifetime);
    };
    return sealer;
}

} // namespace app
