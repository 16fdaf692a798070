// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace mail {

/// A list of texts as one text, for hashing: each with its length in front, so that no two lists
/// look alike.
class CanonicalText
{
public:
    CanonicalText() = default;
    /// Makes room for all of it at once: growing would leave copies of a secret behind.
    explicit CanonicalText(std::size_t capacity) { m_text.reserve(capacity); }

    CanonicalText &add(std::string_view field)
    {
        m_text += std::to_string(field.size());
        m_text += ':';
        m_text += field;
        return *this;
    }

    std::string take() && { return std::move(m_text); }

private:
    std::string m_text;
};

} // namespace mail
