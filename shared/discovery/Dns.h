// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"

#include <QHostAddress>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace discovery {

/// One SRV record (RFC 2782).
struct SrvRecord
{
    std::string target; ///< "." or empty: the service is not offered
    std::uint16_t port = 0;
    std::uint16_t priority = 0; ///< the lowest is to be tried first
    std::uint16_t weight = 0;   ///< share within one priority

    bool operator==(const SrvRecord &) const = default;
};

/// One MX record (RFC 5321 §5.1).
struct MxRecord
{
    std::string exchange;
    std::uint16_t preference = 0;

    bool operator==(const MxRecord &) const = default;
};

template <typename Record>
using LookUp = std::function<core::Task<core::Result<std::vector<Record>>>(
    std::string name, core::Deadline deadline, core::Cancellation cancellation)>;
using LookUpSrv = LookUp<SrvRecord>;
using LookUpMx = LookUp<MxRecord>;

/// Asks the name service of the system (QDnsLookup). No record at all is an empty list;
/// Unavailable: it could not tell; DeadlineExceeded; Cancelled. Main thread only.
core::Task<core::Result<std::vector<SrvRecord>>>
lookUpSrv(std::string name, core::Deadline deadline, core::Cancellation cancellation);
core::Task<core::Result<std::vector<MxRecord>>> lookUpMx(std::string name, core::Deadline deadline,
                                                         core::Cancellation cancellation);

/// The same, asked of this name service instead of the system's.
LookUpSrv lookUpSrvAt(QHostAddress nameserver);
LookUpMx lookUpMxAt(QHostAddress nameserver);

/// In the order in which a client should try them: by priority, within one the heavier first, which
/// is what the weights say about a single try (RFC 2782). Targets of "." and without a port are
/// left out.
std::vector<SrvRecord> inOrderOfTrial(std::vector<SrvRecord> records);

} // namespace discovery
