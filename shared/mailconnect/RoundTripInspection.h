// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mailconnect/ImapInspection.h"
#include "mailconnect/SmtpInspection.h"

namespace mailconnect {

/// Sends a message from the mailbox to itself, waits until it is there, and deletes it. Needs both
/// connections; what cannot be tried is skipped.
core::Task<void> makeRoundTrip(Inspection &imapInspection, ImapInspected &imap,
                               Inspection &smtpInspection, smtp::Connection *smtp);

} // namespace mailconnect
