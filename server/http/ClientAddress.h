// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "http/Headers.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <QHostAddress>

namespace http {

/// Says who a request comes from. What a peer claims in X-Forwarded-For counts only when the peer
/// is a trusted proxy; then it is the right-most hop that is not one itself, because everything to
/// the left of it was written by that hop.
class ClientAddress
{
public:
    /// What Peer::address is for a client of a UNIX socket. It counts as a trusted proxy: file
    /// permissions decided who may connect.
    static constexpr std::string_view localSocket = "unix";

    /// Trusts nobody.
    ClientAddress() = default;
    /// Addresses and networks, e.g. "127.0.0.1", "10.0.0.0/8", "2001:db8::/32". Errors:
    /// InvalidArgument, naming the entry.
    static core::Result<ClientAddress> trusting(const std::vector<std::string> &proxies);

    bool isTrusted(std::string_view address) const;
    /// `peer` is the textual address of the connection's other end.
    std::string resolve(std::string_view peer, const Headers &headers) const;

private:
    std::vector<std::pair<QHostAddress, int>> m_trusted;
};

/// One spelling per address: IPv4 addresses mapped into IPv6 become IPv4, zone identifiers go.
/// Nothing if the text is not an address.
QHostAddress canonicalAddress(QHostAddress address);

/// What limits count an address by: itself, or its network for IPv6, where one subscriber usually
/// has a whole /64. `address` is textual; anything else is returned as it is.
std::string addressGroup(std::string_view address);

} // namespace http
