// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attachments/AttachmentEndpoint.h"
#include "attachments/StreamingStore.h"
#include "attachments/UploadSpool.h"
#include "server/mail/ScriptedSending.h"
#include "support/FakeExchange.h"

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <utility>

/// What the tests of attachments share: a whole store and its endpoint on a pool of the test.
namespace scripted {

class Attachments
{
public:
    explicit Attachments(mail::SessionPool &pool,
                         attachments::DownloadSlots::Limits slotLimits = {},
                         attachments::UploadSpool::Limits spoolLimits = {},
                         attachments::S3Parts *parts = nullptr)
        : tokens(keyRing(), "https://mail.test", {}, clock, random)
        , state(clock, random)
        , slots(slotLimits)
        , spool(directory(), spoolLimits, clock, random)
        , store("https://mail.test", tokens, pool, slots, spool)
        , endpoint(tokens, state, pool, slots, spool, parts, {})
    {}

    std::string directory() const
    {
        return m_directory.filePath(QStringLiteral("up")).toStdString();
    }

    /// The path of a link.
    static std::string pathOf(const std::string &url)
    {
        return url.substr(std::string_view("https://mail.test").size());
    }

    support::FakeClock clock;
    core::SystemRandom random;

private:
    QTemporaryDir m_directory;

public:
    tokens::Tokens tokens;
    state::MemoryStore state;
    attachments::DownloadSlots slots;
    attachments::UploadSpool spool;
    attachments::StreamingStore store;
    attachments::AttachmentEndpoint endpoint;
};

inline http::Request request(std::string method, std::string path)
{
    http::Request result;
    result.method = std::move(method);
    result.path = std::move(path);
    return result;
}

} // namespace scripted
