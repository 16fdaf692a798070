// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Limits.h"
#include "mcp/ListChanges.h"
#include "mcp/ListenerCount.h"
#include "mcp/Method.h"
#include "mcp/Resource.h"

#include <memory>
#include <set>
#include <string>

namespace mcp {

/// What clients are told without asking: subscriptions/listen of 2026-07-28; resources/subscribe,
/// resources/unsubscribe and the stream that a client opens with GET in older revisions. What it is
/// given must outlive it.
class Subscriptions
{
public:
    Subscriptions(const Limits &limits, std::shared_ptr<const Resources> resources,
                  std::shared_ptr<ListChanges> listChanges);

    void addTo(MethodTable &table) const;
    bool canSubscribe() const { return m_resources && m_resources->watch; }
    std::size_t listeners() const { return m_listeners.count(); }

    /// Holds the stream of a session open for as long as the client wants it and may have it.
    /// Returns when it is over, or Busy before it begins.
    core::Task<core::Result<core::Done>> holdStream(RequestContext &context) const;

private:
    class Listener;

    std::shared_ptr<void> listenToLists(const std::set<List> &wanted,
                                        const std::shared_ptr<Listener> &listener,
                                        nlohmann::json &honoured) const;
    core::Task<core::Result<std::unique_ptr<ResourceWatch>>>
    watchFor(const RequestContext &context, const std::string &uri,
             std::shared_ptr<Listener> listener) const;
    core::Task<MethodResult> listen(const Message &request, RequestContext &context) const;
    core::Task<MethodResult> subscribe(const Message &request, RequestContext &context) const;
    MethodResult unsubscribe(const Message &request, RequestContext &context) const;
    core::Task<void> watchAgain(const RequestContext &context) const;

    const Limits &m_limits;
    std::shared_ptr<const Resources> m_resources; ///< null: there are none
    std::shared_ptr<ListChanges> m_listChanges;   ///< null: the lists stay
    ListenerCount m_listeners;
};

} // namespace mcp
