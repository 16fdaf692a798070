// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace imap {

/// The number of a MIME part ("1.2"); root() is the message itself (RFC 9051 §6.4.5.1).
class PartNumber
{
public:
    static PartNumber root() { return {}; }
    /// Digits and dots, no zero, at most 100 levels. InvalidArgument otherwise.
    static core::Result<PartNumber> parse(std::string_view text);

    PartNumber() = default;
    PartNumber child(std::uint32_t number) const;

    bool isRoot() const { return m_text.empty(); }
    const std::string &text() const { return m_text; }

    bool operator==(const PartNumber &) const = default;

private:
    std::string m_text;
};

/// What of a message's bytes to fetch: BODY.PEEK[…]<…>. It never sets \Seen.
class Section
{
public:
    static Section wholeMessage() { return ofPart(PartNumber::root()); }
    /// The body of a part in its transfer encoding (the whole message for root()).
    static Section ofPart(const PartNumber &part);
    /// The header of the message, or of the message/rfc822 at `part`.
    static Section header(const PartNumber &part = {});
    /// The body of the message, or of the message/rfc822 at `part`.
    static Section text(const PartNumber &part = {});
    /// The MIME header of a part; not for root().
    static Section mime(const PartNumber &part);
    /// Some header fields. InvalidArgument unless every name matches [A-Za-z0-9-]{1,64}.
    static core::Result<Section> headerFields(const std::vector<std::string> &names,
                                              const PartNumber &part = {});

    /// The same, but only `count` bytes from `offset` on.
    Section window(std::uint64_t offset, std::uint64_t count) const;

    /// How an answer names it: "1.2", "HEADER", "1.2<4096>": the key in FetchedMessage::sections.
    std::string key() const;
    /// What a command says between the brackets, and behind them.
    const std::string &specification() const { return m_specification; }
    std::string windowText() const;

private:
    explicit Section(std::string specification)
        : m_specification(std::move(specification))
    {}

    std::string m_specification;
    std::optional<std::uint64_t> m_offset;
    std::uint64_t m_count = 0;
};

} // namespace imap
