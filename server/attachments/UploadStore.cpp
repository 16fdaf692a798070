// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/UploadStore.h"

namespace attachments {

std::string storedName(const UploadStore::Ticket &ticket)
{
    return std::to_string(ticket.expiresAt) + '.' + ticket.id;
}

core::Error neverUploaded()
{
    return {core::ErrorKind::NotFound,
            "No file has been uploaded to one of the upload links, or the link has expired. Upload "
            "the file with PUT first."};
}

} // namespace attachments
