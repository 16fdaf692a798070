// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace attachments {
class AttachmentStore;
}

namespace mail {
class Drafts;
class Sender;
class SessionPool;
} // namespace mail

namespace tools {

/// What the tools work with. All of it must outlive them.
struct Services
{
    mail::SessionPool &pool;
    mail::Sender &sender;
    mail::Drafts &drafts;
    attachments::AttachmentStore &attachments;
};

} // namespace tools
