// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace config {

/// How attachments come and go. Sizes are bytes.
struct AttachmentSettings
{
    std::chrono::seconds linkLifetime{std::chrono::hours(1)};
    std::size_t downloads = 200;
    std::size_t downloadsPerMailbox = 50;
    std::chrono::seconds downloadTime{std::chrono::hours(1)};
    std::string uploadDirectory; ///< empty: uploads are not kept on the disk
    std::size_t uploadSize = 26214400;
    std::size_t uploadedPerMailbox = 104857600;
    std::size_t uploaded = 1073741824;
    std::size_t uploads = 50;

    std::string extractor; ///< path of mail_mcp_extract; empty: beside the server
    std::size_t readSize = 26214400;
    std::size_t pictureSize = 1048576;
    std::size_t readings = 4;
    std::size_t readingsPerMailbox = 2;
    std::chrono::seconds readingTime{30};

    bool operator==(const AttachmentSettings &) const = default;
};

} // namespace config
