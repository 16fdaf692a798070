// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Exchange.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

/// The table of paths. A path matches as it was sent: there is no decoding, no normalising and no
/// pattern, so "/%6dcp" is not "/mcp". It answers by itself: 404, 405 with Allow, OPTIONS, HEAD
/// through GET, 421 for a Host that is not ours, and 500 for a handler that failed. Main thread
/// only; the handlers that are running do not need it any more.
class Router
{
public:
    static constexpr std::size_t defaultBodyLimit = 32UL * 1024;

    /// Names of hosts that requests may ask for, without port and without regard to case: DNS
    /// rebinding arrives under a foreign name. Empty: any.
    explicit Router(std::vector<std::string> allowedHosts = {});

    /// `bodyLimit` is in bytes and counts for the path; the largest one that was given for any of
    /// its methods wins. Without any it is the default.
    void add(std::string_view method, std::string path, Handler handler,
             std::optional<std::size_t> bodyLimit = {});
    /// Every method; the handler answers OPTIONS, HEAD and 405 itself.
    void addAnyMethod(std::string path, Handler handler, std::optional<std::size_t> bodyLimit = {});
    /// All paths that begin with `prefix` (it ends in '/') and have something behind it.
    void addPrefix(std::string_view method, std::string prefix, Handler handler,
                   std::optional<std::size_t> bodyLimit = {});

    /// Requests for this path, which was added before, may name any IP address as their Host, as
    /// load balancers and monitors do that know a server by its address. DNS rebinding needs a
    /// name.
    void allowAnyAddress(std::string_view path);

    /// For RequestLimits::bodyFor.
    std::size_t bodyLimit(std::string_view path) const;

    /// Answers one request, now or later.
    void handle(const ExchangePtr &exchange) const;

private:
    using SharedHandler = std::shared_ptr<const Handler>;
    struct Route
    {
        std::string name; ///< the path, or the prefix and "…", for the log
        std::map<std::string, SharedHandler, std::less<>> methods;
        SharedHandler anyMethod;
        std::optional<std::size_t> bodyLimit;
        bool allowsAnyAddress = false;
    };

    static void addTo(Route &route, std::string_view method, Handler handler,
                      std::optional<std::size_t> bodyLimit);
    static SharedHandler findHandler(const Route &route, const std::string &method);
    static std::string allowedMethods(const Route &route);
    const Route *findRoute(std::string_view path) const;
    bool isAllowedHost(const Request &request) const;

    std::vector<std::string> m_allowedHosts;
    std::map<std::string, Route, std::less<>> m_routes;
    std::map<std::string, Route, std::less<>> m_prefixes;
};

} // namespace http
