// SPDX-License-Identifier: GPL-3.0-or-later

// A server that exists for the conformance suite alone: our HTTP and MCP libraries with the tools,
// prompts and resources that the suite asks for, on the loopback interface. It believes every
// bearer token to be a name, and those without one to be the suite. It prints its URL and ends when
// its standard input does.

#include "conformance/FixturePrompts.h"
#include "conformance/FixtureResources.h"
#include "conformance/FixtureTools.h"
#include "core/Base64.h"
#include "core/Log.h"
#include "http/HttpServer.h"
#include "http/Router.h"
#include "mcp/McpEndpoint.h"
#include "support/MemorySealer.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <chrono>
#include <cstdio>
#include <string>

#include <unistd.h>

namespace {

core::Task<mcp::GuardResult> admitEverybody(const http::Request &request)
{
    constexpr std::string_view scheme = "Bearer ";
    const auto token = request.headers.find("authorization");
    mcp::Caller caller;
    caller.subject = token && token->starts_with(scheme) ? token->substr(scheme.size()) : "suite";
    co_return caller;
}

mcp::Guard openGuard()
{
    return {
        .admit = admitEverybody,
        .refuseScope = [](const mcp::Caller &, std::string_view) { return http::Response(403); },
        .refuseCredentials = [](const mcp::Caller &) { return http::Response(401); }};
}

mcp::Features fixtureFeatures()
{
    const conformance::FixtureWorld world{.listChanges = std::make_shared<mcp::ListChanges>(),
                                          .watchedResource =
                                              std::make_shared<conformance::WatchedResource>()};
    return {.tools = conformance::fixtureTools(world),
            .prompts = conformance::fixturePrompts(),
            .resources = conformance::fixtureResources(world.watchedResource),
            .listChanges = world.listChanges,
            .hasLogging = true};
}

/// A square, for whatever has an icon.
std::string iconUrl(const std::string &)
{
    constexpr std::string_view square =
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">)"
        R"(<path d="M0 0h1v1H0z"/></svg>)";
    return "data:image/svg+xml;base64," + core::encodeBase64(square);
}

void quitAtTheEndOfInput(QSocketNotifier &input)
{
    QObject::connect(&input, &QSocketNotifier::activated, &input, [] {
        char byte = 0;
        if (::read(STDIN_FILENO, &byte, 1) <= 0)
            QCoreApplication::quit();
    });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    core::setLogLevel(core::LogLevel::Warn);
    constexpr std::size_t bodyLimit = std::size_t{8} * 1024 * 1024;

    http::Router router({"127.0.0.1", "localhost"});
    http::HttpServer server(
        {}, [&router](const http::ExchangePtr &exchange) { router.handle(exchange); });
    if (const auto listening = server.listen("127.0.0.1", 0); !listening) {
        (void)std::fprintf(stderr, "%s\n", listening.error().message.c_str());
        return 1;
    }
    const std::string port = std::to_string(server.port());

    mcp::Limits limits;
    limits.progressInterval = std::chrono::milliseconds(0);
    const mcp::McpEndpoint endpoint(
        {.server = {.name = "mcp-conformance-server",
                    .title = "Conformance fixture",
                    .version = "1",
                    .instructions = "Everything here is there to be tested.",
                    .websiteUrl = "https://modelcontextprotocol.io/",
                    .icon = "server",
                    .iconUrl = iconUrl},
         .allowedOrigins = {"http://127.0.0.1:" + port, "http://localhost:" + port},
         .limits = limits},
        openGuard(), support::memorySealer(), fixtureFeatures());
    router.addAnyMethod("/mcp", endpoint.handler(), bodyLimit);

    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    quitAtTheEndOfInput(input);
    (void)std::printf("http://127.0.0.1:%s/mcp\n", port.c_str());
    (void)std::fflush(stdout);
    return QCoreApplication::exec();
}
