// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ClientAddress.h"

#include "core/Ascii.h"
#include "http/Syntax.h"

#include <algorithm>
#include <optional>
#include <ranges>

namespace http {

namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<QHostAddress> parseAddress(std::string_view text)
{
    // QHostAddress also takes "1", "1.2" and names of zones; a forwarded hop has neither.
    const bool isSix = text.find(':') != std::string_view::npos;
    if (!isSix && std::ranges::count(text, '.') != 3)
        return std::nullopt;
    const auto isAddressCharacter = [](char character) {
        return core::hexValue(character) || character == ':' || character == '.';
    };
    if (!std::ranges::all_of(text, isAddressCharacter))
        return std::nullopt;
    QHostAddress address;
    if (!address.setAddress(toQString(text)))
        return std::nullopt;
    return canonicalAddress(address);
}

/// A hop of X-Forwarded-For. Some proxies add the port: "192.0.2.1:4711", "[2001:db8::1]:4711".
std::optional<QHostAddress> parseHop(std::string_view text)
{
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        return end == std::string_view::npos ? std::nullopt : parseAddress(text.substr(1, end - 1));
    }
    if (std::ranges::count(text, ':') == 1)
        text = text.substr(0, text.find(':'));
    return parseAddress(text);
}

std::vector<std::string_view> hopsOf(const Headers &headers)
{
    std::vector<std::string_view> hops;
    for (const auto &field : headers.fields()) {
        if (!core::equalsIgnoringCase(field.name, "X-Forwarded-For"))
            continue;
        std::string_view rest = field.value;
        while (true) {
            const auto end = rest.find(',');
            hops.push_back(trimmed(rest.substr(0, end)));
            if (end == std::string_view::npos)
                break;
            rest.remove_prefix(end + 1);
        }
    }
    return hops;
}

} // namespace

QHostAddress canonicalAddress(QHostAddress address)
{
    bool isMapped = false;
    const auto four = address.toIPv4Address(&isMapped);
    if (isMapped)
        return QHostAddress(four);
    address.setScopeId({});
    return address;
}

std::string addressGroup(std::string_view address)
{
    constexpr int networkBits = 64;
    std::string group(address);
    QHostAddress host;
    if (group.find(':') == std::string::npos || !host.setAddress(toQString(address)))
        return group;
    Q_IPV6ADDR network = host.toIPv6Address();
    for (int i = networkBits / 8; i < 16; ++i)
        network[i] = 0;
    return QHostAddress(network).toString().toStdString();
}

core::Result<ClientAddress> ClientAddress::trusting(const std::vector<std::string> &proxies)
{
    ClientAddress result;
    for (const auto &entry : proxies) {
        const auto network = QHostAddress::parseSubnet(toQString(entry));
        if (network.first.isNull()) {
            return core::Error(core::ErrorKind::InvalidArgument,
                               "“" + entry
                                   + "” is neither an address nor a network, such as "
                                     "127.0.0.1 or 10.0.0.0/8.");
        }
        result.m_trusted.push_back(network);
    }
    return result;
}

bool ClientAddress::isTrusted(std::string_view address) const
{
    if (address == localSocket)
        return true;
    const auto parsed = parseAddress(address);
    return parsed && std::ranges::any_of(m_trusted, [&parsed](const auto &network) {
               return parsed->isInSubnet(network.first, network.second);
           });
}

std::string ClientAddress::resolve(std::string_view peer, const Headers &headers) const
{
    std::string client(peer);
    if (!isTrusted(peer))
        return client;
    const auto hops = hopsOf(headers);
    for (const auto hop : hops | std::views::reverse) {
        const auto parsed = parseHop(hop);
        if (!parsed)
            break;
        client = parsed->toString().toStdString();
        if (!isTrusted(client))
            break;
    }
    return client;
}

} // namespace http
