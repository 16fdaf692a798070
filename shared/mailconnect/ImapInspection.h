// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/Connection.h"
#include "mailconnect/Inspection.h"

#include <memory>
#include <optional>

namespace mailconnect {

/// What is left for the round trip.
struct ImapInspected
{
    std::unique_ptr<imap::Connection> connection; ///< logged in, or null
    std::optional<imap::MailboxName> junk;
};

/// All steps of IMAP but those of the round trip.
core::Task<ImapInspected> inspectImap(Inspection &inspection);

} // namespace mailconnect
