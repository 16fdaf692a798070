// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace imap {

class Tokenizer;

/// How much of something is used (RFC 9208 §5). STORAGE counts units of 1,024 bytes, MESSAGE and
/// MAILBOX count pieces.
struct QuotaResource
{
    std::string name; ///< upper case
    std::uint64_t usage = 0;
    std::uint64_t limit = 0;

    bool operator==(const QuotaResource &) const = default;
};

/// The limits of one quota root, which may hold for several mailboxes.
struct Quota
{
    std::string root; ///< as the server calls it; often empty
    std::vector<QuotaResource> resources;

    /// Reads what follows the word QUOTA. Nothing if it is malformed.
    static std::optional<Quota> parse(Tokenizer &tokens);
};

} // namespace imap
