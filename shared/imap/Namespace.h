// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/MailboxName.h"

#include <optional>
#include <string>
#include <vector>

namespace imap {

class Tokenizer;

/// Where mailboxes of one kind begin.
struct Namespace
{
    std::string prefix;            ///< decoded: "", "INBOX.", "#shared/"
    std::optional<char> delimiter; ///< missing for flat names

    bool operator==(const Namespace &) const = default;
};

/// The answer to NAMESPACE (RFC 2342, RFC 9051 §6.3.10).
struct Namespaces
{
    std::vector<Namespace> personal;
    std::vector<Namespace> otherUsers;
    std::vector<Namespace> shared;

    /// Reads what follows the word NAMESPACE. Nothing if it is malformed.
    static std::optional<Namespaces> parse(Tokenizer &tokens, NameEncoding names);
};

} // namespace imap
