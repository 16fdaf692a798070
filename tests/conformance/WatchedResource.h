// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Resource.h"

#include <cstdint>
#include <memory>
#include <string>

namespace conformance {

/// A resource whose text changes when somebody touches it, and which tells those who watch it.
/// Main thread only; lives in a shared_ptr.
class WatchedResource : public std::enable_shared_from_this<WatchedResource>
{
public:
    static constexpr const char *uri = "test://watched-resource";

    std::string text() const;
    void touch();
    std::unique_ptr<mcp::ResourceWatch> watch(mcp::ResourceListener listener);

private:
    class Watch;

    std::vector<Watch *> m_watches;
    std::uint64_t m_touches = 0;
};

} // namespace conformance
