// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace snippets {

/// The inside of a string of JSON (RFC 8259 §7) and of a basic string of TOML 1.0, which both read
/// this the same. What is not UTF-8 is replaced.
std::string insideQuotes(std::string_view text);

/// One word of a POSIX shell, in single quotes (XCU §2.2.2). NUL, which no word can hold, is left
/// out.
std::string shellWord(std::string_view text);

} // namespace snippets
