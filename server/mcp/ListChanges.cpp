// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/ListChanges.h"

#include <utility>

namespace mcp {

std::shared_ptr<void> ListChanges::listen(Listener listener)
{
    std::erase_if(m_listeners, [](const auto &known) { return known.expired(); });
    auto shared = std::make_shared<Listener>(std::move(listener));
    m_listeners.push_back(shared);
    return shared;
}

void ListChanges::announce(List list)
{
    const auto listeners = m_listeners; // whoever hears of it may begin or stop to listen
    for (const auto &known : listeners) {
        if (const auto listener = known.lock())
            (*listener)(list);
    }
}

} // namespace mcp
