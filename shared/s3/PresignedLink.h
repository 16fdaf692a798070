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

/// A URL with which anybody may GET one object from `moment` on for `lifetime`. InvalidArgument: no
/// key (Bucket::isKey()), or a lifetime that the signer refuses.
core::Result<std::string> presignedLink(const Bucket &bucket, const Signer &signer,
                                        std::string_view key, const LinkAnswer &answer,
                                        std::chrono::system_clock::time_point moment,
                                        std::chrono::seconds lifetime);

} // namespace s3
