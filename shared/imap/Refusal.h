// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <string>
#include <string_view>

namespace imap {

struct StatusLine;

/// What was refused, where the server gives no response code that says why.
enum class Refused {
    Login,
    Mailbox, ///< opening, naming or creating one, or putting a message into it
    Reading,
    Changing,
};

/// The Error for a NO, BAD or BYE: the kind by its response code (RFC 5530 §3, RFC 9051 §7.1), the
/// server's own words shortened in `message` and whole in `detail`. A refused login quotes nothing:
/// some servers repeat the command.
core::Error refusal(const StatusLine &status, Refused what);

/// What may be shown of the answer to something secret: "NO [AUTHENTICATIONFAILED]", with a code
/// that is a known one and with those words of the server that are (sasl::knownRefusal()).
std::string quotableWords(const StatusLine &status);

/// Whether the server's own words may be shown: not while it answers something secret.
enum class Quoting { Allowed, Forbidden };

/// The Error for a BYE that was not asked for.
core::Error goodbye(const StatusLine &status, Quoting quoting);

} // namespace imap
