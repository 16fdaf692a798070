// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Exchange.h"

#include <chrono>
#include <string_view>

class QTimer;

namespace http {

/// Server-sent events over an exchange (HTML Living Standard §9.2): sends the head at once and a
/// comment whenever nothing else was said for a while, so that proxies keep the connection and a
/// dead client is noticed. Ends the stream when it is destroyed. Main thread only.
class EventStream
{
public:
    struct Event
    {
        std::string_view data; ///< any text; line ends become lines of the event
        std::string_view id;   ///< empty: none
        std::string_view type; ///< empty: "message"
    };

    /// `head` brings status and further fields; the content type and what proxies must know is
    /// added.
    explicit EventStream(ExchangePtr exchange, Response head = Response(200),
                         std::chrono::milliseconds keepAlive = std::chrono::seconds(15));
    ~EventStream();
    EventStream(const EventStream &) = delete;
    EventStream &operator=(const EventStream &) = delete;

    /// False when the client is gone or too far behind; stop then.
    bool send(const Event &event);
    void end();

private:
    ExchangePtr m_exchange;
    QTimer *m_timer;
};

} // namespace http
