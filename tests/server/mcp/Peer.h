// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"
#include "mcp/McpEndpoint.h"
#include "support/FakeExchange.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

/// What the tests of the endpoint share: an endpoint with a handful of tools, a guard that knows
/// two tokens, and requests as clients write them.
namespace peer {

using HeaderList = std::vector<std::pair<std::string, std::string>>;
using ExchangePtr = std::shared_ptr<support::FakeExchange>;

/// What the tool `wait` shares with a test.
struct Waiting
{
    core::Completion<std::string> answer; ///< complete it to let the tool return
    core::Cancellation cancellation;      ///< what the tool was given
    bool hasEnded = false;
};

class Peer
{
public:
    explicit Peer(mcp::Limits limits = {});
    /// One that offers something else than the handful of tools.
    Peer(mcp::Limits limits, mcp::Features features);
    /// One of several processes, which open what the others have sealed.
    Peer(mcp::Limits limits, mcp::Sealer sealer, mcp::Relay relay);
    Peer(mcp::Features features, mcp::Sealer sealer, mcp::Relay relay);

    /// Sends a request and returns at once; the answer may still be on its way.
    ExchangePtr send(http::Request request) const;
    /// How often the guard was asked.
    int guardCalls() const { return *m_guardCalls; }
    /// From then on the guard refuses everybody.
    void revokeAfter(int guardCalls) { *m_allowedCalls = guardCalls; }
    /// The calls of `wait`, in their order.
    const std::vector<std::shared_ptr<Waiting>> &waiting() const { return *m_waiting; }

private:
    void serve(mcp::Limits limits, mcp::Features features, mcp::Sealer sealer, mcp::Relay relay);

    std::shared_ptr<int> m_guardCalls = std::make_shared<int>(0);
    std::shared_ptr<int> m_allowedCalls = std::make_shared<int>(1'000'000);
    std::shared_ptr<std::vector<std::shared_ptr<Waiting>>> m_waiting =
        std::make_shared<std::vector<std::shared_ptr<Waiting>>>();
    http::Handler m_handler;
};

/// The JSON of every event of a stream, so far.
std::vector<nlohmann::json> eventsOf(const ExchangePtr &exchange);
bool isEventStream(const http::Response &answer);
/// The whole answer, whether it came as JSON or as the last event of a stream.
nlohmann::json answerOf(const ExchangePtr &exchange);
/// The `result` of it.
nlohmann::json resultOf(const ExchangePtr &exchange);
/// The `code` of the error; 0 if there is none.
int errorCodeOf(const ExchangePtr &exchange);

/// A POST with a token that allows everything.
http::Request post(std::string body, const HeaderList &headers = {});
http::Request with(http::Request request, const HeaderList &headers);
http::Request without(http::Request request, const std::string &header);

/// {"jsonrpc":"2.0","id":1,"method":…,"params":{…}} for the revisions with initialize.
http::Request older(const std::string &revision, const std::string &method,
                    const std::string &params = {});
/// The same with the envelope and the headers of 2026-07-28. `metaMembers` are further ones, or
/// replace those with the same name.
http::Request modern(const std::string &method, const std::string &params = {},
                     const std::string &name = {}, const std::string &metaMembers = {});

} // namespace peer
