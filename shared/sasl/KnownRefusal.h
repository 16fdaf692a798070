// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sasl {

/// What of a server's words about a refused login is known word for word, from the providers' own
/// lists. Only that may be shown: some servers repeat the command, and the password with it. It is
/// our own text, not the server's; empty if nothing is known.
std::string_view knownRefusal(std::string_view serverText);

} // namespace sasl
