// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Protocol.h"

#include <algorithm>

namespace mcp {

const Revision *findRevision(std::string_view name)
{
    const auto *const row = std::ranges::find(revisions, name, &Revision::name);
    return row == revisions.end() ? nullptr : row;
}

const Revision &newestWithInitialize()
{
    return *std::ranges::find(revisions, false, &Revision::isSelfDescribing);
}

const Revision &assumedWithoutHeader()
{
    return *std::ranges::find(revisions, true, &Revision::hasBatches);
}

} // namespace mcp
