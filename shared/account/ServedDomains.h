// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Result.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace account {

/// Which mail servers serve the mailboxes of which e-mail domains, as the administrator names them
/// for clients that bring no servers of their own. Written on one line:
///
///     example.com=imap.example.com,smtp.example.com;
///     *.example.org=mail.example.org:143/starttls,mail.example.org:587/starttls; *=…
///
/// An entry is DOMAIN=IMAP_SERVER,SMTP_SERVER. DOMAIN is one domain, `*.` and a domain for all
/// below it (not itself), or `*` for every other one; the closest entry counts. A server is
/// HOST[:PORT][/tls|/starttls]: the ports are 993 and 465, where TLS begins at once, and on any
/// other port STARTTLS is required, unless it is said.
class ServedDomains
{
public:
    static constexpr std::size_t maximumEntries = 200;

    /// Serves nobody.
    ServedDomains() = default;
    /// An empty text serves nobody. InvalidArgument: what is wrong and how it is written.
    static core::Result<ServedDomains> parse(std::string_view text);

    bool isEmpty() const { return m_domains.empty() && m_below.empty() && !m_others; }
    /// The servers of this address by its domain, which may be written in any case and in any
    /// script (RFC 5890); null when it is not served.
    const MailServers *serversFor(std::string_view emailAddress) const;

private:
    core::Result<core::Done> add(std::string_view entry);

    using Table = std::map<std::string, MailServers, std::less<>>;
    Table m_domains;
    Table m_below; ///< of `*.domain`, by the domain
    std::optional<MailServers> m_others;
};

} // namespace account
