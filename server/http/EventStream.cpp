// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/EventStream.h"

#include <QTimer>

#include <algorithm>

namespace http {

namespace {

/// A field of one line. Line ends would begin another field, and NUL makes clients ignore an id.
void appendField(std::string &text, std::string_view name, std::string_view value)
{
    text += name;
    text += ": ";
    const auto isForbidden = [](char character) {
        return character == '\r' || character == '\n' || character == '\0';
    };
    std::ranges::copy_if(value, std::back_inserter(text),
                         [&](char character) { return !isForbidden(character); });
    text += '\n';
}

void appendData(std::string &text, std::string_view data)
{
    while (true) {
        const auto end = std::min(data.find_first_of("\r\n"), data.size());
        appendField(text, "data", data.substr(0, end));
        if (end == data.size())
            return;
        data.remove_prefix(data.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
    }
}

} // namespace

EventStream::EventStream(ExchangePtr exchange, Response head, std::chrono::milliseconds keepAlive)
    : m_exchange(std::move(exchange))
    , m_timer(new QTimer)
{
    head.headers.set("Content-Type", "text/event-stream");
    head.headers.set("Cache-Control", "no-cache, no-transform");
    head.headers.set("X-Accel-Buffering", "no"); // nginx would hold the events back
    m_exchange->beginStream(std::move(head));
    m_timer->setInterval(keepAlive);
    QObject::connect(m_timer, &QTimer::timeout, m_timer, [exchange = m_exchange, timer = m_timer] {
        if (!exchange->writeStream(": keep-alive\n\n"))
            timer->stop();
    });
    m_timer->start();
}

EventStream::~EventStream()
{
    end();
    m_timer->deleteLater();
}

bool EventStream::send(const Event &event)
{
    std::string text;
    text.reserve(event.data.size() + 64);
    if (!event.type.empty())
        appendField(text, "event", event.type);
    if (!event.id.empty())
        appendField(text, "id", event.id);
    appendData(text, event.data);
    text += '\n';
    if (m_timer->isActive())
        m_timer->start(); // from now on again
    return m_exchange->writeStream(text);
}

void EventStream::end()
{
    m_timer->stop();
    m_exchange->endStream();
}

} // namespace http
