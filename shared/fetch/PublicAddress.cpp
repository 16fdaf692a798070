// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/PublicAddress.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace fetch {

namespace {

struct Ipv4Block
{
    std::uint32_t network;
    int bits;
};

constexpr std::uint32_t ipv4(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d)
{
    return a << 24 | b << 16 | c << 8 | d;
}

constexpr std::array specialIpv4 = {
    Ipv4Block{.network = ipv4(0, 0, 0, 0), .bits = 8},       // this network (RFC 791)
    Ipv4Block{.network = ipv4(10, 0, 0, 0), .bits = 8},      // private (RFC 1918)
    Ipv4Block{.network = ipv4(100, 64, 0, 0), .bits = 10},   // shared by carriers (RFC 6598)
    Ipv4Block{.network = ipv4(127, 0, 0, 0), .bits = 8},     // loopback (RFC 1122)
    Ipv4Block{.network = ipv4(169, 254, 0, 0), .bits = 16},  // link local (RFC 3927), metadata
    Ipv4Block{.network = ipv4(172, 16, 0, 0), .bits = 12},   // private (RFC 1918)
    Ipv4Block{.network = ipv4(192, 0, 0, 0), .bits = 24},    // protocols (RFC 6890)
    Ipv4Block{.network = ipv4(192, 0, 2, 0), .bits = 24},    // documentation (RFC 5737)
    Ipv4Block{.network = ipv4(192, 31, 196, 0), .bits = 24}, // AS112 (RFC 7535)
    Ipv4Block{.network = ipv4(192, 52, 193, 0), .bits = 24}, // AMT (RFC 7450)
    Ipv4Block{.network = ipv4(192, 88, 99, 0), .bits = 24},  // 6to4 relays (RFC 7526)
    Ipv4Block{.network = ipv4(192, 168, 0, 0), .bits = 16},  // private (RFC 1918)
    Ipv4Block{.network = ipv4(192, 175, 48, 0), .bits = 24}, // AS112 (RFC 7534)
    Ipv4Block{.network = ipv4(198, 18, 0, 0), .bits = 15},   // benchmarks (RFC 2544)
    Ipv4Block{.network = ipv4(198, 51, 100, 0), .bits = 24}, // documentation (RFC 5737)
    Ipv4Block{.network = ipv4(203, 0, 113, 0), .bits = 24},  // documentation (RFC 5737)
    Ipv4Block{.network = ipv4(224, 0, 0, 0), .bits = 4},     // multicast (RFC 5771)
    Ipv4Block{.network = ipv4(240, 0, 0, 0), .bits = 4},     // reserved, broadcast (RFC 1112)
};

struct Ipv6Block
{
    std::array<std::uint16_t, 3> network; ///< the first three groups
    int bits;                             ///< at most 48
};

// Inside 2000::/3, the only block from which addresses of hosts are given out. Everything else is
// refused as a whole: loopback, mapped IPv4, NAT64 (64:ff9b::/96 and 64:ff9b:1::/48), discard-only,
// unique local, link local, site local, multicast.
constexpr Ipv6Block givenOut = {.network = {0x2000, 0, 0}, .bits = 3};
constexpr std::array specialIpv6 = {
    Ipv6Block{.network = {0x2001, 0, 0}, .bits = 23},     // protocols, Teredo among them (RFC 2928)
    Ipv6Block{.network = {0x2001, 0xdb8, 0}, .bits = 32}, // documentation (RFC 3849)
    Ipv6Block{.network = {0x2002, 0, 0}, .bits = 16},     // 6to4 (RFC 3056)
    Ipv6Block{.network = {0x2620, 0x4f, 0x8000}, .bits = 48}, // AS112 (RFC 7534)
    Ipv6Block{.network = {0x3fff, 0, 0}, .bits = 20},         // documentation (RFC 9637)
};

bool contains(const Ipv4Block &block, std::uint32_t address)
{
    return (address ^ block.network) >> (32 - block.bits) == 0;
}

bool contains(const Ipv6Block &block, const Q_IPV6ADDR &address)
{
    const auto first48 = [](const auto &groupAt) {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < 3; ++i)
            value = value << 16 | groupAt(i);
        return value;
    };
    const auto network = first48([&](std::size_t i) { return block.network[i]; });
    const auto given = first48([&](std::size_t i) {
        return static_cast<unsigned>(address[static_cast<int>(2 * i)]) << 8
               | address[static_cast<int>(2 * i + 1)];
    });
    return (given ^ network) >> (48 - block.bits) == 0;
}

} // namespace

bool isPublicAddress(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const std::uint32_t number = address.toIPv4Address();
        return std::ranges::none_of(specialIpv4,
                                    [&](const auto &block) { return contains(block, number); });
    }
    if (address.protocol() != QAbstractSocket::IPv6Protocol || !address.scopeId().isEmpty())
        return false;
    const auto bytes = address.toIPv6Address();
    return contains(givenOut, bytes) && std::ranges::none_of(specialIpv6, [&](const auto &block) {
               return contains(block, bytes);
           });
}

} // namespace fetch
