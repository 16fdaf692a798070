// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace mcp {

/// A list that clients may keep.
enum class List { Tools, Prompts, Resources };

/// Tells everybody who listens that a list is not what it was. A server whose lists never change
/// has none. Main thread only.
class ListChanges
{
public:
    using Listener = std::function<void(List)>;

    /// The listener stays for as long as the returned value lives.
    [[nodiscard]] std::shared_ptr<void> listen(Listener listener);
    void announce(List list);

private:
    std::vector<std::weak_ptr<Listener>> m_listeners;
};

} // namespace mcp
