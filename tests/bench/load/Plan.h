// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace load {

/// Where to connect. With an authority it is TLS, and the certificate must be one of that
/// authority.
struct Endpoint
{
    std::string host;
    std::uint16_t port = 0;
    std::string authorityFile;
};

struct Login
{
    std::string user;
    std::string password;
};

/// Commands that go out together; all of them are answered before the next flight leaves.
using Flight = std::vector<std::string>;

/// What one run does, as tests/bench/lib/load.mjs writes it.
///
/// Texts may hold {{n}}, a number of 20 digits that no other request has, and {{m}}, which runs
/// from 1 to `cycle`.
struct Plan
{
    enum class Protocol { Imap, Http, Stdio };
    enum class Sessions {
        Warm, ///< one for each worker, opened before the clock starts
        Cold, ///< one for each request: IMAP logs in and out, HTTP connects
    };

    static Plan parse(const nlohmann::json &description);

    Protocol protocol = Protocol::Imap;
    Sessions sessions = Sessions::Warm;
    std::size_t workers = 1;
    std::chrono::milliseconds warmUp{0};
    std::chrono::milliseconds duration{0};
    std::uint64_t requests = 0; ///< of all workers together, then it is over; 0: the time decides
    /// Between the beginnings of a worker's requests, so that their times count from when they
    /// should have begun. 0: each follows at once.
    std::chrono::milliseconds interval{0};
    bool rotates = false; ///< each request takes the next login or head, rather than each worker
    std::uint64_t cycle = 1;

    Endpoint endpoint;
    std::vector<Login> logins; ///< of mailboxes that hold the same; taken in turn
    std::vector<std::string>
        prelude; ///< IMAP commands, or messages to a child, before the first request
    std::vector<Flight> flights;

    /// Of HTTP requests, without Content-Length and the empty line; taken in turn.
    std::vector<std::string> heads;
    std::string body; ///< of an HTTP request, or one JSON-RPC message for a child
    int status = 200;
    std::string expected;             ///< must be in the answer
    std::vector<std::string> command; ///< of the child that speaks on its standard streams
};

/// What is taken in turn: by each worker, or with `rotates` by each request.
template <typename Item>
const Item &inTurn(const Plan &plan, const std::vector<Item> &items, std::size_t worker,
                   std::uint64_t request)
{
    return items.at((plan.rotates ? request : worker) % items.size());
}

/// Fills in the placeholders of texts. Safe for several threads.
class Numbering
{
public:
    explicit Numbering(std::uint64_t cycle);

    /// One number for a request; it fills all texts of that request.
    std::uint64_t next() { return ++m_last; }
    std::string fill(std::string text, std::uint64_t number) const;

private:
    std::uint64_t m_cycle;
    std::string m_run; ///< tells the numbers of this run from those of others
    std::atomic<std::uint64_t> m_last{0};
};

} // namespace load
