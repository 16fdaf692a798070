// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discovery/Finder.h"

#include <chrono>

namespace discovery {

/// What all who are asked on behalf of one query have in common. It outlives them.
struct Inquiry
{
    const Means &means;
    const Query &query;
    const ProgressListener &listener;
    core::Deadline deadline;
    core::Cancellation cancellation; ///< fires at the deadline, too
};

/// Tells the listener how it goes with one place: that it is asked, and then how that ended.
class Report
{
public:
    Report(const Inquiry &inquiry, Origin origin);

    void answered(bool isSomething) const;
    void failed(const core::Error &error) const;

private:
    void tell(Progress::State state, std::optional<core::Error> error = {}) const;

    const Inquiry &m_inquiry;
    Origin m_origin;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

} // namespace discovery
