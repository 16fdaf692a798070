// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Unicode.h"
#include "extractor/Limits.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace extractor {

/// Where text is gathered, up to a size.
class TextSink
{
public:
    explicit TextSink(std::size_t maximumBytes = Limits::textBytes)
        : m_maximum(maximumBytes)
    {}

    void add(std::string_view text)
    {
        if (m_isFull)
            return; // nothing comes behind a gap
        const auto room = m_maximum - m_text.size();
        m_isFull = text.size() > room;
        m_text += m_isFull ? core::truncateUtf8(text, room) : text;
    }
    /// True when something was left out.
    bool isFull() const { return m_isFull; }
    bool isEmpty() const { return m_text.empty(); }
    bool endsWith(std::string_view end) const { return m_text.ends_with(end); }
    std::size_t size() const { return m_text.size(); }
    std::string take() { return std::move(m_text); }

private:
    std::size_t m_maximum;
    std::string m_text;
    bool m_isFull = false;
};

} // namespace extractor
