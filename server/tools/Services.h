// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace attachments {
class AttachmentStore;
}

namespace documents {
class DocumentReader;
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
    documents::DocumentReader &documents;
    /// Bytes of a picture that is shown to a model.
    std::size_t maximumPictureBytes = 1024UL * 1024;
};

} // namespace tools
