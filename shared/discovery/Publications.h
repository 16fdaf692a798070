// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discovery/Inquiry.h"

namespace discovery {

/// What others publish about a domain. Each puts what it learns into `answer`, which like the
/// inquiry outlives the task, and reports for itself.

enum class TellAddress { Yes, No };

/// One autoconfiguration file; `base` is its URL without a query. The domain's own server may be
/// told the whole e-mail address, as it expects.
core::Task<void> askAutoconfig(const Inquiry &inquiry, Origin origin, TellAddress tellAddress,
                               FoundSettings &answer);

/// The SRV records of one service, such as "_imaps._tcp." (RFC 6186, RFC 8314 §5.1).
core::Task<void> askSrv(const Inquiry &inquiry, Protocol protocol, account::Security security,
                        std::string_view service, FoundSettings &answer);

/// Who receives the mail of the domain: a provider of the table, or else, if the database may be
/// asked, one that it knows.
core::Task<void> askMx(const Inquiry &inquiry, FindOptions::ThirdParty ispdb,
                       FoundSettings &answer);

/// The file about a domain in Thunderbird's database.
Origin ispdbOrigin(const std::string &domain);

} // namespace discovery
