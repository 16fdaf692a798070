// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Router.h"

#include "core/Ascii.h"
#include "core/Async.h"
#include "core/Log.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cassert>
#include <exception>

namespace http {

namespace {

const core::Log logger("http");

/// Runs a handler to its end. The parameters live in the frame, so neither the router nor the
/// connection has to outlive it.
core::Task<void> run(std::shared_ptr<const Handler> handler, ExchangePtr exchange)
{
    try {
        co_await (*handler)(exchange);
    } catch (const std::exception &exception) {
        logger.error("handler_failed",
                     {{"request", exchange->request().id}, {"what", exception.what()}});
    } catch (...) {
        logger.error("handler_failed", {{"request", exchange->request().id}});
    }
    if (exchange->isAnswered())
        co_return;
    // A client that has gone needs no answer, so a handler that stopped for that reason is right.
    if (!exchange->cancellation().isCancelled())
        logger.error("handler_gave_no_answer", {{"request", exchange->request().id}});
    exchange->respond(Response::text(500, "Something went wrong on this server.\n"));
}

std::string_view hostNameOf(std::string_view host)
{
    const auto end = host.starts_with('[') ? host.find(']') + 1 : host.find(':');
    return host.substr(0, end);
}

bool isAddress(std::string_view name)
{
    const bool isBracketed = name.starts_with('[') && name.ends_with(']');
    const std::string text(isBracketed ? name.substr(1, name.size() - 2) : name);
    in6_addr address;
    return inet_pton(isBracketed ? AF_INET6 : AF_INET, text.c_str(), &address) == 1;
}

} // namespace

Router::Router(std::vector<std::string> allowedHosts)
    : m_allowedHosts(std::move(allowedHosts))
{}

void Router::add(std::string_view method, std::string path, Handler handler,
                 std::optional<std::size_t> bodyLimit)
{
    Route &route = m_routes[path];
    route.name = std::move(path);
    addTo(route, method, std::move(handler), bodyLimit);
}

void Router::allowAnyAddress(std::string_view path)
{
    const auto route = m_routes.find(path);
    assert(route != m_routes.end());
    route->second.allowsAnyAddress = true;
}

void Router::addAnyMethod(std::string path, Handler handler, std::optional<std::size_t> bodyLimit)
{
    Route &route = m_routes[path];
    route.name = std::move(path);
    route.anyMethod = std::make_shared<const Handler>(std::move(handler));
    route.bodyLimit = std::max(route.bodyLimit, bodyLimit);
}

void Router::addPrefix(std::string_view method, std::string prefix, Handler handler,
                       std::optional<std::size_t> bodyLimit)
{
    Route &route = m_prefixes[prefix];
    route.name = prefix + "…";
    addTo(route, method, std::move(handler), bodyLimit);
}

void Router::addTo(Route &route, std::string_view method, Handler handler,
                   std::optional<std::size_t> bodyLimit)
{
    route.methods[std::string(method)] = std::make_shared<const Handler>(std::move(handler));
    route.bodyLimit = std::max(route.bodyLimit, bodyLimit);
}

const Router::Route *Router::findRoute(std::string_view path) const
{
    if (const auto exact = m_routes.find(path); exact != m_routes.end())
        return &exact->second;
    // The longest prefix wins: in the map it comes after the shorter ones.
    for (auto candidate = m_prefixes.rbegin(); candidate != m_prefixes.rend(); ++candidate) {
        if (path.size() > candidate->first.size() && path.starts_with(candidate->first))
            return &candidate->second;
    }
    return nullptr;
}

std::size_t Router::bodyLimit(std::string_view path) const
{
    const Route *route = findRoute(path);
    return route != nullptr ? route->bodyLimit.value_or(defaultBodyLimit) : defaultBodyLimit;
}

Router::SharedHandler Router::findHandler(const Route &route, const std::string &method)
{
    if (const auto found = route.methods.find(method); found != route.methods.end())
        return found->second;
    if (route.anyMethod)
        return route.anyMethod;
    if (method == "HEAD") {
        if (const auto get = route.methods.find("GET"); get != route.methods.end())
            return get->second;
    }
    return nullptr;
}

std::string Router::allowedMethods(const Route &route)
{
    std::string text;
    for (const auto &[method, handler] : route.methods) {
        text += method + ", ";
        if (method == "GET" && !route.methods.contains("HEAD"))
            text += "HEAD, ";
    }
    if (!route.methods.contains("OPTIONS"))
        text += "OPTIONS, ";
    return text.substr(0, text.size() - 2);
}

bool Router::isAllowedHost(const Request &request) const
{
    if (m_allowedHosts.empty())
        return true;
    const auto host = request.headers.find("Host");
    if (!host)
        return false;
    const auto name = hostNameOf(*host);
    const auto isAllowed = [name](const std::string &allowed) {
        return core::equalsIgnoringCase(name, allowed);
    };
    if (std::ranges::any_of(m_allowedHosts, isAllowed))
        return true;
    const Route *route = findRoute(request.path);
    return route != nullptr && route->allowsAnyAddress && isAddress(name);
}

void Router::handle(const ExchangePtr &exchange) const
{
    const Request &request = exchange->request();
    // RFC 9110 §15.5.20: the server is not configured for this authority.
    if (!isAllowedHost(request))
        return exchange->respond(
            Response::text(421, "This server does not answer for that host.\n"));
    if (request.path == "*")
        return exchange->respond(Response(204));
    const Route *route = findRoute(request.path);
    if (route == nullptr)
        return exchange->respond(Response::text(404, "There is nothing at this address.\n"));
    exchange->setRoute(route->name);
    if (auto handler = findHandler(*route, request.method))
        return core::start(run(std::move(handler), exchange));
    const auto allow = HeaderValue::sanitized(allowedMethods(*route));
    if (request.method == "OPTIONS")
        return exchange->respond(Response(204).with("Allow", allow));
    exchange->respond(
        Response::text(405, "This address does not take that method.\n").with("Allow", allow));
}

} // namespace http
