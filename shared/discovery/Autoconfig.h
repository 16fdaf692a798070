// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "discovery/FoundSettings.h"
#include "discovery/Query.h"

#include <cstddef>
#include <string_view>

namespace discovery {

/// What a stranger's autoconfiguration file may hold.
struct AutoconfigLimits
{
    static constexpr std::size_t bytes = 256UL * 1024;
    static constexpr std::size_t elements = 4000;
    static constexpr std::size_t depth = 16;
    static constexpr std::size_t text = 512;   ///< bytes of one value
    static constexpr std::size_t servers = 16; ///< of each protocol
};

/// Reads Thunderbird's autoconfiguration format, version 1.1. Servers without encryption and other
/// protocols are left out. Protocol: no such file, or one with a document type, whose entities
/// could be anything; TooLarge. Placeholders of the e-mail address are put in; a value that needs
/// them is left out for a host.
/// https://www.bucksch.org/1/projects/thunderbird/autoconfiguration/config-file-format.html
core::Result<FoundSettings> readAutoconfig(std::string_view xml, const Query &query,
                                           const Origin &origin);

} // namespace discovery
