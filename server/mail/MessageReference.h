// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace mail {

/// A message as somebody names it.
struct MessageReference
{
    std::string folder;
    std::uint32_t uid = 0;
    std::optional<std::uint32_t> uidValidity = {}; ///< of the folder when its UID was learnt
};

} // namespace mail
