// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "discovery/FoundSettings.h"
#include "net/TlsPolicy.h"

#include <functional>

namespace discovery {

/// Connects to see whether a server of that protocol is there: greeting, TLS with a good
/// certificate, capabilities; no login.
using Probe = std::function<core::Task<core::Result<core::Done>>(
    Protocol protocol, account::ServerEndpoint endpoint, core::Deadline deadline,
    core::Cancellation cancellation)>;

/// The probe of the program, with imap::Connection and smtp::Connection. Errors are theirs.
Probe probeWith(net::TlsPolicy policy);

} // namespace discovery
