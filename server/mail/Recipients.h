// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "mime/Address.h"
#include "smtp/Address.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mail {

/// Somebody whom a message of ours goes to, or whom it comes from.
struct Recipient
{
    std::string name; ///< may be empty
    smtp::Address address;
};

/// Reads a list of addresses that somebody typed: `a@x`, `Name <a@x>`, `"Last, First" <a@x>`,
/// separated by commas. Strict, and it invents nothing: what is not exactly that is refused, and
/// the error names `field` and the part that is wrong. An empty text is an empty list. A name
/// without quotes may hold anything but <>",;:@\. InvalidArgument.
core::Result<std::vector<Recipient>> parseRecipients(std::string_view field, std::string_view text);

/// For the header fields.
std::vector<mime::Address> headerAddresses(const std::vector<Recipient> &recipients);

/// For the envelope: everybody once, in order. Domains are compared without regard to case.
std::vector<smtp::Address> envelopeAddresses(const std::vector<Recipient> &to,
                                             const std::vector<Recipient> &cc,
                                             const std::vector<Recipient> &bcc);

} // namespace mail
