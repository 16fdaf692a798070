// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/PresignedLink.h"

namespace s3 {

core::Result<std::string> presignedLink(const Bucket &bucket, const Signer &signer,
                                        std::string_view key, const LinkAnswer &answer,
                                        std::chrono::system_clock::time_point moment,
                                        std::chrono::seconds lifetime)
{
    if (!Bucket::isKey(key))
        return Bucket::invalidKey();
    Request request{.method = "GET",
                    .host = bucket.host(),
                    .path = bucket.path(key),
                    .query = {},
                    .headers = {}};
    if (!answer.contentDisposition.empty())
        request.query.emplace_back("response-content-disposition", answer.contentDisposition);
    if (!answer.contentType.empty())
        request.query.emplace_back("response-content-type", answer.contentType);
    const auto query = signer.presign(request, bucket.region(), moment, lifetime);
    if (!query)
        return query.error();
    return bucket.origin() + request.path + '?' + *query;
}

} // namespace s3
