// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace fetch {

/// True for an address that belongs to one host somewhere on the internet. False for every block
/// of the IANA special-purpose registries (RFC 6890) that is not globally reachable, for multicast,
/// for IPv6 outside 2000::/3, and for addresses that carry an IPv4 address inside (mapped,
/// translated, 6to4, Teredo), whatever that is: a request must not get into this computer, its
/// network or the metadata service of its cloud by another spelling.
bool isPublicAddress(const QHostAddress &address);

} // namespace fetch
