// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Random.h"
#include "s3/Client.h"
#include "support/ScriptedServer.h"

#include <memory>
#include <string>

/// A scripted S3 service, and a client of it that gives up at once.
namespace scripted {

/// The steps for a request up to its body.
inline std::string s3Request(const std::string &line, const std::string &contentType = {},
                             int length = -1)
{
    std::string script = "C: " + line
                         + " HTTP/1.1\nC: Host: 127.0.0.1:{{*}}\nC: User-Agent: test/1\n"
                           "C: Accept: */*\n";
    if (!contentType.empty())
        script += "C: content-type: " + contentType + "\n";
    script += "C: x-amz-content-sha256: {{*}}\nC: x-amz-date: {{*}}\nC: Authorization: {{*}}\n";
    if (length >= 0)
        script += "C: Content-Length: " + std::to_string(length) + "\n";
    return script + "C: \n";
}

inline std::string s3Answer(const std::string &status, const std::string &body = {})
{
    return "S: HTTP/1.1 " + status + "\nS: Content-Length: " + std::to_string(body.size())
           + "\nS: \n" + (body.empty() ? "" : "S-RAW: " + body + "\n");
}

inline std::unique_ptr<s3::Client> s3Client(const support::ScriptedServer &server,
                                            const core::Clock &clock, core::Random &random)
{
    auto bucket =
        s3::Bucket::make("mail", "us-east-1", "http://127.0.0.1:" + std::to_string(server.port()),
                         s3::AddressingStyle::Automatic);
    s3::Credentials credentials{.accessKeyId = "AKID",
                                .secretAccessKey = core::Secret::copyOf("secret-key"),
                                .sessionToken = {}};
    s3::Limits limits;
    limits.attempts = 1;
    return std::make_unique<s3::Client>(
        std::move(*bucket), std::move(credentials), clock, random,
        s3::Requester::Options{.userAgent = "test/1", .caFile = {}, .limits = limits});
}

} // namespace scripted
