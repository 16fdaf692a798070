// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/AnswerStream.h"

#include "mcp/JsonRpc.h"

#include <utility>

namespace mcp {

AnswerStream::AnswerStream(Begin begin)
    : m_begin(std::move(begin))
{}

void AnswerStream::begin()
{
    if (!m_stream && m_begin && !m_ended.token().isCancelled())
        m_stream = m_begin();
}

bool AnswerStream::send(const nlohmann::json &message)
{
    begin();
    if (m_ended.token().isCancelled() || !m_stream)
        return false;
    const auto text = textOf(message);
    return m_stream->send({.data = text, .id = {}, .type = {}});
}

void AnswerStream::end()
{
    if (m_stream)
        m_stream->end();
    m_ended.cancel();
}

} // namespace mcp
