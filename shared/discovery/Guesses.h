// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discovery/Inquiry.h"

#include <string>
#include <vector>

namespace discovery {

/// Tries these hosts at the ports of a protocol, all at the same time, and puts those that answer
/// into `answer`, in this order. References outlive the task.
core::Task<void> tryHosts(const Inquiry &inquiry, Protocol protocol, Source source,
                          std::vector<std::string> hosts, FoundSettings &answer);

/// The usual names of such a server in a domain.
std::vector<std::string> usualHosts(Protocol protocol, const std::string &domain);

} // namespace discovery
