// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <string>

namespace support {

/// A real S3 service that verifies signatures: OpenStack Swift, as tests/sandbox/swift_s3.py starts
/// it. It stops with the object.
class SwiftServer
{
public:
    SwiftServer();
    ~SwiftServer();
    SwiftServer(const SwiftServer &) = delete;
    SwiftServer &operator=(const SwiftServer &) = delete;

    std::string endpoint;
    std::string region;
    std::string bucket;
    std::string accessKeyId;
    std::string secretAccessKey;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace support
