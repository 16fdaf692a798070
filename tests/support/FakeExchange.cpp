// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeExchange.h"

namespace support {

void FakeExchange::respond(http::Response response)
{
    if (!m_answer)
        m_answer = std::move(response);
}

void FakeExchange::beginStream(http::Response head)
{
    m_streaming = true;
    respond(std::move(head));
}

void FakeExchange::beginSizedStream(http::Response head, std::uint64_t size)
{
    m_size = size;
    beginStream(std::move(head));
}

bool FakeExchange::writeStream(std::string_view piece)
{
    if (m_source.token().isCancelled())
        return false;
    m_answer->body += piece;
    return true;
}

} // namespace support
