// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace mail {

/// Where a message of the user's own lies.
struct FiledMessage
{
    std::string folder;            ///< path
    std::uint32_t uidValidity = 0; ///< 0: not known
    std::uint32_t uid = 0;         ///< 0: not known
};

} // namespace mail
