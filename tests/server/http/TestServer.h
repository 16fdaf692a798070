// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"
#include "core/Log.h"
#include "http/HttpServer.h"
#include "http/Router.h"

#include <QtGlobal>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace httptest {

/// The real server on a free loopback port, with a few handlers that tests need everywhere.
class TestServer
{
public:
    /// Times short enough for tests; sizes as in production unless the test changes them.
    static http::HttpServer::Options quickOptions()
    {
        using std::chrono::milliseconds;
        http::HttpServer::Options options;
        options.limits.sweepInterval = milliseconds(10);
        options.limits.lingerTime = milliseconds(100);
        return options;
    }

    explicit TestServer(http::HttpServer::Options options = quickOptions())
        : m_server(withBodyLimits(std::move(options), m_router),
                   [this](const http::ExchangePtr &exchange) { m_router.handle(exchange); })
    {
        m_router.add("GET", "/health", [](http::ExchangePtr exchange) -> core::Task<void> {
            exchange->respond(http::Response::text(200, "healthy"));
            co_return;
        });
        m_router.add(
            "POST", "/echo",
            [](http::ExchangePtr exchange) -> core::Task<void> {
                exchange->respond(http::Response::text(200, exchange->request().body));
                co_return;
            },
            8 * 1024 * 1024);
    }

    ~TestServer() = default;
    TestServer(const TestServer &) = delete;
    TestServer &operator=(const TestServer &) = delete;

    /// Requests to this path wait in held() until the test answers them.
    void hold(std::string path, std::optional<std::size_t> bodyLimit = {})
    {
        m_router.addAnyMethod(
            std::move(path),
            [this](http::ExchangePtr exchange) { return holdOne(this, std::move(exchange)); },
            bodyLimit);
    }
    std::vector<http::ExchangePtr> &held() { return m_held; }
    /// Lets the handlers that wait return.
    void releaseHandlers() { m_waiting.release(); }

    http::Router &router() { return m_router; }
    http::HttpServer &server() { return m_server; }
    std::uint16_t listen()
    {
        if (!m_server.listen("127.0.0.1", 0))
            throw std::runtime_error("cannot listen");
        return m_server.port();
    }

private:
    struct Waiting
    {
        std::vector<core::Completion<bool>> handlers;

        Waiting() = default;
        ~Waiting() { release(); }
        Waiting(const Waiting &) = delete;
        Waiting &operator=(const Waiting &) = delete;
        void release()
        {
            for (const auto &handler : std::exchange(handlers, {}))
                handler.complete(true);
        }
    };

    /// The content of requests to paths that begin with "/streamed" is streamed. With TEST_DIRECT
    /// in the environment all others go past QHttpServer: whatever holds for it has to hold without
    /// it.
    static http::HttpServer::Options withBodyLimits(http::HttpServer::Options options,
                                                    const http::Router &router)
    {
        options.limits.request.bodyFor = [&router](std::string_view path) {
            const auto limit = router.bodyLimit(path);
            using Delivery = http::BodyRule::Delivery;
            if (path.starts_with("/streamed"))
                return http::BodyRule(limit, Delivery::Streamed);
            const bool isDirect = qEnvironmentVariableIsSet("TEST_DIRECT");
            return http::BodyRule(limit, isDirect ? Delivery::Direct : Delivery::Whole);
        };
        return options;
    }
    static core::Task<void> holdOne(TestServer *self, http::ExchangePtr exchange)
    {
        const core::Completion<bool> answered;
        self->m_held.push_back(exchange);
        const auto registration =
            exchange->cancellation().onCancel([answered] { answered.complete(false); });
        self->m_waiting.handlers.push_back(answered);
        (void)co_await answered;
    }

    http::Router m_router;
    std::vector<http::ExchangePtr> m_held;
    Waiting m_waiting; // outlives the server, so that handlers see its end
    http::HttpServer m_server;
};

/// Collects log lines for as long as it lives.
class LogCollector
{
public:
    LogCollector()
    {
        core::setLogSink([this](std::string_view line) { m_text += std::string(line) + "\n"; });
    }
    ~LogCollector() { core::setLogSink({}); }
    LogCollector(const LogCollector &) = delete;
    LogCollector &operator=(const LogCollector &) = delete;
    const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

} // namespace httptest
