// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Error.h"
#include "i18n/Text.h"

namespace oauth {

/// What a mail server is there for.
enum class MailPurpose { Reading, Sending };

/// One sentence per server for the mailbox owner. It says what to do and nothing of what the
/// server answered: that text could be anything.
i18n::Text problemText(const core::Error &error, MailPurpose purpose,
                       const account::ServerEndpoint &server);

} // namespace oauth
