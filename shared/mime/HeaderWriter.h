// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/Address.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

/// Header fields for messages of our own: each function returns whole lines with their CRLF, folded
/// at 78 characters where that is possible and never longer than 998 (RFC 5322 §2.1.1). The values
/// hold no control characters; buildMessage() has seen to that.
namespace mime {

/// Subject and the like. What is not plain ASCII becomes encoded words (RFC 2047), and so does
/// what would be taken for one.
std::string textField(std::string_view name, std::string_view value);

/// To, Cc …; empty for no address. Addresses go out as they are, so those that are not ASCII need
/// SMTPUTF8 (RFC 6532).
std::string addressField(std::string_view name, const std::vector<Address> &addresses);

/// Message-ID, In-Reply-To, References; empty for none. Each with its angle brackets.
std::string messageIdField(std::string_view name, const std::vector<std::string> &messageIds);

/// Date, in UTC.
std::string dateField(std::chrono::sys_seconds time);

} // namespace mime
