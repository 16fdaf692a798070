// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Secret.h"
#include "s3/Bucket.h"

#include <chrono>
#include <string>

namespace config {

/// Where S3 keeps attachments, if it does. Names are those of AWS's own tools.
struct S3Settings
{
    std::string accessKeyId;
    core::Secret secretAccessKey;
    core::Secret sessionToken;
    std::string region;
    std::string bucket;
    std::string endpoint; ///< empty: AWS
    s3::AddressingStyle addressingStyle = s3::AddressingStyle::Automatic;
    std::string caFile; ///< empty: the authorities of the system
    std::chrono::seconds linkLifetime{3600};
    std::chrono::seconds uploadTime{60}; ///< of one attachment

    /// Everything that is needed is there.
    bool isConfigured() const
    {
        return !accessKeyId.empty() && !secretAccessKey.isEmpty() && !region.empty()
               && !bucket.empty();
    }
};

} // namespace config
