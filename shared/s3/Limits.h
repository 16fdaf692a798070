// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace s3 {

/// What one client of S3 may cost. Sizes are bytes.
struct Limits
{
    /// Files up to this size go in one request, larger ones in parts of it. One part of each
    /// running upload is in memory. S3 takes 10 000 parts of at least 5 MiB: that is the least that
    /// an upload can cost.
    std::size_t part = 5UL * 1024 * 1024;
    std::size_t parts = 10000;
    std::size_t uploads = 4;    ///< at one time
    std::size_t downloads = 16; ///< at one time
    /// For each of both; more are refused. All downloads and uploads that a server lets in may
    /// wait.
    std::size_t waiting = 256;
    std::size_t answer = 64UL * 1024;         ///< body of an answer that is no file
    std::size_t window = 256UL * 1024;        ///< of a file that has come and was not read yet
    std::size_t attempts = 4;                 ///< of one request
    std::chrono::milliseconds attempt{60000}; ///< from the name to the last byte
    std::chrono::milliseconds connect{5000};  ///< TCP and TLS
    std::chrono::milliseconds pause{100};     ///< before the second attempt at most; then doubled
    std::chrono::milliseconds longestPause{5000};
    std::chrono::milliseconds abort{10000}; ///< for taking back an upload that failed
};

} // namespace s3
