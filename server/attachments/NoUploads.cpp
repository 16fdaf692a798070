// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/NoUploads.h"

namespace attachments {

namespace {

core::Error noPlace()
{
    return {
        core::ErrorKind::Unsupported,
        "This server takes no files: several servers may share its store, and there is no place "
        "where all of them would find a file. Its administrator can set AWS_S3_BUCKET, or "
        "UPLOAD_DIRECTORY where there is only one server. To forward an attachment of a "
        "received message, no upload is needed."};
}

} // namespace

std::optional<core::Error> NoUploads::refusal() const
{
    return noPlace();
}

core::Task<core::Result<std::uint64_t>> NoUploads::store(Ticket /*ticket*/,
                                                         core::ByteSource & /*source*/)
{
    co_return noPlace();
}

core::Task<core::Result<std::unique_ptr<core::ByteSource>>>
NoUploads::open(Ticket /*ticket*/, core::Cancellation /*cancellation*/) const
{
    co_return noPlace();
}

} // namespace attachments
