// SPDX-License-Identifier: GPL-3.0-or-later
// The query of an authorization request. In the input '\1' and '\2' stand for the client IDs of two
// clients that exist.
#include "Input.h"
#include "server/oauth/OAuthFixture.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

constexpr std::array<std::string_view, 2> redirectUris = {"https://app.example/cb",
                                                          "https://q.example/cb?x=1"};
constexpr std::string_view loopback = "http://127.0.0.1";
constexpr std::string_view loopbackPath = "/callback";

/// The registered URI that a Location begins with, or nothing: what follows are our parameters.
bool returnsToClient(std::string_view location)
{
    if (location.starts_with(loopback)) {
        location.remove_prefix(loopback.size());
        if (location.starts_with(':')) {
            location.remove_prefix(1);
            const auto end = location.find_first_not_of("0123456789");
            if (end == 0 || end > 5)
                return false;
            location.remove_prefix(std::min(end, location.size()));
        }
        return location.starts_with(std::string(loopbackPath) + "?");
    }
    return std::ranges::any_of(redirectUris, [&](std::string_view uri) {
        const char next = uri.find('?') == std::string_view::npos ? '?' : '&';
        return location.starts_with(std::string(uri) + next);
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int count = 0;
    static QCoreApplication application(count, nullptr);
    static support::OAuthFixture server;
    static const std::array clients = {
        server.makeClient({"https://app.example/cb", "http://127.0.0.1/callback"},
                          clients::ScopeSet::all(), "First"),
        server.makeClient({"https://q.example/cb?x=1"}, clients::ScopeSet::all(), "Second"),
    };
    std::string query;
    for (const char character : fuzz::textOf(data, size)) {
        if (character == '\1' || character == '\2')
            query += clients[character == '\1' ? 0 : 1].id;
        else
            query += character;
    }
    const auto response = server.authorizeQuery(query);
    const auto location = response.headers.find("Location");
    fuzz::require(response.status == 200 || response.status == 303 || response.status == 400,
                  "a request is shown, returned or refused");
    fuzz::require(location.has_value() == (response.status == 303), "a redirect says where");
    fuzz::require(!location || returnsToClient(*location), "and it is a registered place");
    fuzz::require(!location || location->find("&code=") == std::string_view::npos
                      || location->find("error=") != std::string_view::npos,
                  "nobody gets a code without a login");
    fuzz::require(response.status != 200 || response.body.find("<form") != std::string::npos,
                  "a page asks for a login");
    return 0;
}
