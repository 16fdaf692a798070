// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mime {

/// What the DelSp parameter says about the blank at the end of a flowed line.
enum class TrailingSpace { Keep, Delete };

/// Joins the lines of text/plain; format=flowed to paragraphs and removes the space stuffing (RFC
/// 3676 §4). Quoted lines keep their `>`. Lines end with LF.
std::string unwrapFlowed(std::string_view text, TrailingSpace trailingSpace);

} // namespace mime
