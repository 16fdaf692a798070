// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mime {

constexpr std::size_t maximumFileNameBytes = 255;

/// Makes a harmless name of one that a stranger chose: no folder, no drive, no control, bidi or
/// invisible character, nothing that Windows reserves, no dots or blanks at its ends, at most
/// maximumFileNameBytes with the extension kept. Never empty: `fallback` if nothing is left.
std::string sanitiseFileName(std::string_view utf8, std::string_view fallback);

} // namespace mime
