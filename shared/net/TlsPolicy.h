// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace net {

/// How the certificates of mail servers are checked. There is no way to switch the check off:
/// TLS 1.2 or newer, chain, host name and dates always count.
struct TlsPolicy
{
    /// PEM file with certificate authorities that are trusted beside the system's; empty = none.
    std::string extraCaFile;
};

} // namespace net
