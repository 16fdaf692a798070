// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <string>

namespace smtp {

struct Reply;

/// What the server was asked when it said no.
enum class Refused { Connection, Hello, StartTls, Login, Sender, Recipient, Message };

/// The error that a negative or unexpected reply means. The server's text is in `detail` only; of a
/// refused login just quotableWords().
core::Error refusal(const Reply &reply, Refused what);

/// What may be shown of the answer to something secret: "535 5.7.8", and those words of the server
/// that are known (sasl::knownRefusal()).
std::string quotableWords(const Reply &reply);

} // namespace smtp
