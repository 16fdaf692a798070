// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smtp/Address.h"

#include <vector>

namespace smtp {

/// Who sends and who receives, independent of what the header says: this is where Bcc lives.
struct Envelope
{
    Address from;
    std::vector<Address> recipients;
};

} // namespace smtp
