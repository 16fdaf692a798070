// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"

#include <QHostAddress>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace net {

/// The name as DNS, certificates and SNI want it: ASCII (RFC 5890), without the dot at the end;
/// address literals without brackets. Nothing if it cannot be the name of a host.
std::optional<std::string> canonicalHost(std::string_view host);

/// The addresses of a host (a result of canonicalHost()) in the order in which they should be
/// tried, at most 16. An address literal is its own answer. NotFound: no such host; Unavailable: no
/// answer of the name service; DeadlineExceeded; Cancelled.
core::Task<core::Result<std::vector<QHostAddress>>>
resolve(std::string host, core::Deadline deadline, core::Cancellation cancellation);

/// IPv6 and IPv4 in turns, beginning with the family that came first; the order within a family
/// stays (RFC 8305 §4).
std::vector<QHostAddress> interleaveFamilies(const std::vector<QHostAddress> &addresses);

} // namespace net
