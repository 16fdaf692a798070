// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

namespace smtp {

struct Reply;

/// What the server was asked when it said no.
enum class Refused { Connection, Hello, StartTls, Login, Sender, Recipient, Message };

/// The error that a negative or unexpected reply means. The server's text is in `detail` only.
core::Error refusal(const Reply &reply, Refused what);

} // namespace smtp
