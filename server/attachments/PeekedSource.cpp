// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/PeekedSource.h"

#include <utility>

namespace attachments {

PeekedSource::PeekedSource(std::shared_ptr<core::ByteSource> source)
    : m_source(std::move(source))
{}

core::Task<core::Result<std::string>> PeekedSource::peek(std::size_t count)
{
    while (m_beginning.size() < count) {
        const auto piece = co_await m_source->read(count - m_beginning.size());
        if (!piece)
            co_return piece.error();
        if (piece->empty())
            break;
        m_beginning += *piece;
    }
    co_return m_beginning;
}

core::Task<core::Result<std::string>> PeekedSource::read(std::size_t maximum)
{
    if (m_at == m_beginning.size())
        return m_source->read(maximum);
    return readBeginning(maximum);
}

core::Task<core::Result<std::string>> PeekedSource::readBeginning(std::size_t maximum)
{
    auto piece = m_beginning.substr(m_at, maximum);
    m_at += piece.size();
    if (m_at == m_beginning.size()) {
        m_beginning = {};
        m_at = 0;
    }
    co_return piece;
}

} // namespace attachments
