// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mime {

/// Somebody in From, To …, as a person reads it. Both parts are one line of valid UTF-8.
struct Address
{
    std::string name;    ///< display name, decoded; may be empty
    std::string address; ///< addr-spec as it was written; empty for a group without members

    bool operator==(const Address &) const = default;
};

struct AddressList
{
    std::vector<Address> addresses; ///< at most as many as were asked for
    std::size_t total = 0;          ///< how many there are
};

/// Reads the raw value of an address field (RFC 5322 §3.4, obsolete forms included) for display.
/// Linear, never fails, invents nothing: a name without an address has none, quoted local parts
/// keep their quotes, no domain is added. Members of a group come one by one; a group without
/// members ("undisclosed-recipients:;") is one entry with a name only.
AddressList parseAddresses(std::string_view raw, std::size_t maximumAddresses);

/// An addr-spec from its two halves; the local part is quoted where it has to be.
std::string joinAddress(std::string_view localPart, std::string_view domain);

} // namespace mime
