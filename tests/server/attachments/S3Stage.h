// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Random.h"
#include "s3/Client.h"
#include "support/S3Script.h"
#include "support/ScriptedServer.h"

#include <memory>
#include <string>

/// A scripted S3 service, and a client of it that gives up at once.
namespace scripted {

using support::s3Answer;
using support::s3Request;

inline std::unique_ptr<s3::Client> s3Client(const support::ScriptedServer &server,
                                            const core::Clock &clock, core::Random &random,
                                            s3::Limits limits = {})
{
    auto bucket =
        s3::Bucket::make("mail", "us-east-1", "http://127.0.0.1:" + std::to_string(server.port()),
                         s3::AddressingStyle::Automatic);
    s3::Credentials credentials{.accessKeyId = "AKID",
                                .secretAccessKey = core::Secret::copyOf("secret-key"),
                                .sessionToken = {}};
    limits.attempts = 1;
    return std::make_unique<s3::Client>(
        std::move(*bucket), std::move(credentials), clock, random,
        s3::Requester::Options{.userAgent = "test/1", .caFile = {}, .limits = limits});
}

} // namespace scripted
