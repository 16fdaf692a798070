// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/StreamedContent.h"

#include "http/Connection.h"

#include <QTcpSocket>

#include <utility>

namespace http {

StreamedContent::StreamedContent(Connection &connection, std::optional<std::uint64_t> announced)
    : m_connection(&connection)
    , m_announced(announced)
{}

core::Task<core::Result<std::string>> StreamedContent::read(std::size_t maximum)
{
    while (m_connection != nullptr) {
        auto bytes = m_connection->takeContent(maximum);
        if (m_connection == nullptr)
            break; // what has come broke a rule
        if (!bytes.empty() || m_connection->hasAllContent())
            co_return bytes;
        const core::Completion<core::Done> progress;
        m_reader = progress;
        (void)co_await progress;
    }
    co_return *m_error;
}

void StreamedContent::onProgress()
{
    if (const auto reader = std::exchange(m_reader, std::nullopt))
        reader->complete({});
}

void StreamedContent::fail(core::Error error)
{
    if (!m_error)
        m_error = std::move(error);
    m_connection = nullptr;
    onProgress();
}

} // namespace http
