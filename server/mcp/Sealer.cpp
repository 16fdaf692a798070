// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Sealer.h"

namespace mcp {

std::string_view nameOf(SealPurpose purpose)
{
    switch (purpose) {
    case SealPurpose::Session:
        return "session";
    case SealPurpose::RequestState:
        return "request_state";
    case SealPurpose::Confirmation:
        return "confirmation";
    case SealPurpose::Cursor:
        return "cursor";
    case SealPurpose::Answer:
        return "answer";
    case SealPurpose::Cancellation:
        break;
    }
    return "cancellation";
}

} // namespace mcp
