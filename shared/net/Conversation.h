// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace net {

/// Hears what client and server say to each other, for people who look for a fault. The protocol
/// clients put every line into words for it; it is never given the bytes on the wire. What is a
/// core::Secret there is "***" here, and of an answer to a secret, which a server may repeat, only
/// what is known word for word is told.
class Conversation
{
public:
    virtual ~Conversation() = default;
    virtual void clientSaid(std::string_view line) = 0;
    virtual void serverSaid(std::string_view line) = 0; ///< any bytes but CR and LF
};

/// What stands for a secret.
inline constexpr std::string_view masked = "***";

} // namespace net
