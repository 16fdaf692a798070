// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "i18n/Failure.h"

#include <string>
#include <string_view>

namespace clients {

/// A redirect URI that a client is registered with (RFC 6749 §3.1.2). Only forms that cannot be
/// turned against the user exist as an object: https, http to a loopback address, and the
/// private-use schemes of known desktop clients.
class RedirectUri
{
public:
    static constexpr std::size_t maximumLength = 512;

    /// Refuses, naming the reason, everything else: other schemes, fragments, user info, dot
    /// segments, characters that browsers rewrite.
    static core::Result<RedirectUri, i18n::Failure> parse(std::string_view text);

    /// True if `requested` is this URI: the same string, or for loopback addresses the same but for
    /// the port (RFC 8252 §7.3, RFC 9700 §2.1).
    bool matches(std::string_view requested) const;

    const std::string &text() const { return m_text; }
    /// What a person should be shown: "claude.ai", or "cursor" for cursor://…
    const std::string &displayHost() const { return m_displayHost; }
    /// A program on the user's own computer listens there.
    bool isLoopback() const { return m_isLoopback; }
    /// As a source expression for the form-action directive of CSP (CSP3 §2.3.1).
    const std::string &formActionSource() const { return m_formActionSource; }

private:
    RedirectUri() = default;

    std::string m_text;
    std::string m_displayHost;
    std::string m_formActionSource;
    std::string m_textWithoutPort; ///< loopback only: for the comparison that ignores the port
    bool m_isLoopback = false;
};

} // namespace clients
