// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ScriptedMailServer.h"
#include "mail/MailboxWatcher.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace scripted {

using mail::MailboxWatcher;
using mail::WatchEvent;

/// Somebody who watches a folder, or tries to.
struct Client
{
    std::optional<core::Result<MailboxWatcher::Watch>> outcome;
    std::vector<WatchEvent> heard;
    core::CancellationSource source;

    bool isWatching() const { return outcome && *outcome; }
    bool hasFailed(core::ErrorKind kind) const
    {
        return outcome && !*outcome && outcome->error().kind == kind;
    }
    /// "Changed Changed Ended"
    std::string story() const
    {
        std::string text;
        for (const auto event : heard)
            text += (text.empty() ? "" : " ")
                    + std::string(event == WatchEvent::Changed ? "Changed" : "Ended");
        return text;
    }
};

inline core::Task<void> beginWatch(MailboxWatcher &watcher, account::MailAccountPtr account,
                                   std::string folder, Client &client)
{
    client.outcome.emplace(co_await watcher.watch(
        std::move(account), std::move(folder),
        [&client](WatchEvent event) { client.heard.push_back(event); }, client.source.token()));
}

/// A mail server that follows a script, and a watcher that is in no hurry to do anything by itself
/// unless the test says so. Its own members go before the server does.
class WatchedServer
{
public:
    static MailboxWatcher::Limits limits()
    {
        using namespace std::chrono_literals;
        MailboxWatcher::Limits result;
        result.firstPause = 2ms;
        result.longestPause = 1h; // a connection never makes a new beginning
        result.linger = 1ms;
        result.gather = 1ms;
        return result;
    }

    explicit WatchedServer(const std::string &script,
                           MailboxWatcher::Limits limits = WatchedServer::limits(),
                           imap::ConnectionOptions options = {},
                           state::LoginRefusals *refusals = nullptr,
                           support::ScriptedServerOptions serverOptions = {})
        : mail(script, {}, {}, std::move(serverOptions), refusals)
        , watcher(mail.pool.opener(), std::move(options), limits, m_random)
    {}

    void begin(Client &client, const std::string &folder = "INBOX",
               std::string_view password = "pw", const std::string &family = {})
    {
        core::start(
            beginWatch(watcher, scripted::account(mail.server, password, family), folder, client));
    }
    /// True once the client watches.
    bool watch(Client &client, const std::string &folder = "INBOX")
    {
        begin(client, folder);
        return support::waitUntil([&] { return client.outcome.has_value(); })
               && client.isWatching();
    }
    /// How often the client's side of the wire holds a text.
    std::size_t said(std::string_view text) const
    {
        const auto all = mail.server.received();
        std::size_t count = 0;
        for (auto at = all.find(text); at != std::string::npos; at = all.find(text, at + 1))
            ++count;
        return count;
    }
    /// Closes what is open; empty if everything on the wire was as written.
    std::string verdict()
    {
        watcher.closeAll();
        return mail.verdict();
    }

private:
    support::CountingRandom m_random;

public:
    MailServer mail;
    MailboxWatcher watcher;
};

} // namespace scripted
