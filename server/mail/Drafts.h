// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mail/Composition.h"
#include "mail/FiledMessage.h"
#include "mail/MessageFiler.h"

#include <string>

namespace mail {

/// Saves messages for their owner to look at, change and send. Main thread only.
class Drafts
{
public:
    struct Saved
    {
        std::string messageId; ///< with its angle brackets
        FiledMessage message;
    };

    /// All references must outlive it.
    Drafts(MessageFiler &filer, const core::Clock &clock, core::Random &random);

    /// Stores a draft in `folder`, or in the folder of drafts (which is made if there is none) when
    /// that is empty. PermissionDenied: a folder where nobody would look for a draft (the inbox,
    /// sent mail, trash, junk). Otherwise as MessageFiler::file().
    core::Task<core::Result<Saved>> save(account::MailAccountPtr account, Composition composition,
                                         std::string folder, core::Cancellation cancellation);

private:
    MessageFiler &m_filer;
    const core::Clock &m_clock;
    core::Random &m_random;
};

} // namespace mail
