// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Sealer.h"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace support {

/// A sealer that keeps what it seals and hands out numbers: as tamper-proof as the real one within
/// one process, and no time passes.
inline mcp::Sealer memorySealer()
{
    struct Sealed
    {
        mcp::SealPurpose purpose;
        std::string subject;
        nlohmann::json data;
    };
    struct Vault
    {
        std::map<std::string, Sealed> sealed;
        std::set<std::string> claimed;
    };
    const auto vault = std::make_shared<Vault>();
    const auto claim = [](std::shared_ptr<Vault> kept,
                          std::string id) -> core::Task<core::Result<bool>> {
        co_return kept->claimed.insert(std::move(id)).second;
    };
    mcp::Sealer sealer;
    sealer.seal = [vault](mcp::SealPurpose purpose, const std::string &subject,
                          const nlohmann::json &data,
                          std::chrono::seconds) -> core::Result<std::string> {
        std::string text = "sealed-" + std::to_string(vault->sealed.size() + 1);
        vault->sealed[text] = {.purpose = purpose, .subject = subject, .data = data};
        return text;
    };
    sealer.open = [vault](mcp::SealPurpose purpose, const std::string &subject,
                          const std::string &text) -> core::Result<mcp::Unsealed> {
        const auto found = vault->sealed.find(text);
        if (found == vault->sealed.end() || found->second.purpose != purpose
            || found->second.subject != subject)
            return core::Error(core::ErrorKind::InvalidArgument, "It does not open.");
        return mcp::Unsealed{.data = found->second.data, .id = text};
    };
    sealer.claimOnce = [vault, claim](const mcp::Unsealed &value, std::chrono::seconds) {
        return claim(vault, value.id);
    };
    return sealer;
}

} // namespace support
