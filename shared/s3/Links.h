// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "s3/Bucket.h"
#include "s3/Signer.h"

#include <chrono>
#include <string>
#include <string_view>

namespace s3 {

/// What a presigned link answers in place of what was stored.
struct LinkAnswer
{
    std::string contentDisposition; ///< empty: none
    std::string contentType;        ///< empty: that of the object
};

/// What a presigned link stands for.
struct LinkedObject
{
    std::string key;
    LinkAnswer answer;
};

/// Makes presigned links for reading one object, and tells its own from all others without asking
/// anybody: only who knows the secret can have made them.
class Links
{
public:
    /// Both outlive it.
    Links(const Bucket &bucket, const Signer &signer);

    /// InvalidArgument: no key (Bucket::isKey()), or a lifetime that the signer refuses.
    core::Result<std::string> make(std::string_view key, const LinkAnswer &answer,
                                   std::chrono::system_clock::time_point moment,
                                   std::chrono::seconds lifetime) const;

    /// InvalidArgument, without repeating the link, unless make() made exactly this text for this
    /// bucket and these credentials, and it has not expired.
    core::Result<LinkedObject> open(std::string_view url,
                                    std::chrono::system_clock::time_point now) const;

private:
    const Bucket &m_bucket;
    const Signer &m_signer;
};

} // namespace s3
