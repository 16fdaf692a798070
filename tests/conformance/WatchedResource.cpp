// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/WatchedResource.h"

#include <algorithm>
#include <utility>

namespace conformance {

class WatchedResource::Watch : public mcp::ResourceWatch
{
public:
    Watch(std::shared_ptr<WatchedResource> resource, mcp::ResourceListener listener)
        : m_resource(std::move(resource))
        , m_listener(std::move(listener))
    {
        m_resource->m_watches.push_back(this);
    }
    ~Watch() override { std::erase(m_resource->m_watches, this); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    void notify() const { m_listener(mcp::ResourceChange::Updated); }

private:
    std::shared_ptr<WatchedResource> m_resource;
    mcp::ResourceListener m_listener;
};

std::string WatchedResource::text() const
{
    return "Touched " + std::to_string(m_touches) + " times.";
}

void WatchedResource::touch()
{
    ++m_touches;
    const auto watches = m_watches; // whoever hears of it may begin or stop to watch
    for (const auto *const watch : watches) {
        if (std::ranges::find(m_watches, watch) != m_watches.end())
            watch->notify();
    }
}

std::unique_ptr<mcp::ResourceWatch> WatchedResource::watch(mcp::ResourceListener listener)
{
    return std::make_unique<Watch>(shared_from_this(), std::move(listener));
}

} // namespace conformance
