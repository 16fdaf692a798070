// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Secret.h"

#include <openssl/crypto.h>

namespace core {

void wipe(std::string &text)
{
    // A short string moved from may still hold its characters in place: clean the whole capacity.
    text.resize(text.capacity());
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

bool equalsInConstantTime(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

Secret::Secret(std::string &&text)
    : m_text(text)
{
    wipe(text);
}

Secret::Secret(Secret &&other) noexcept
    : m_text(std::move(other.m_text))
{
    wipe(other.m_text);
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe(m_text);
        m_text = std::move(other.m_text);
        wipe(other.m_text);
    }
    return *this;
}

Secret::~Secret()
{
    wipe(m_text);
}

Secret Secret::copyOf(std::string_view text)
{
    return Secret(std::string(text));
}

Secret Secret::clone() const
{
    return copyOf(m_text);
}

bool Secret::equals(std::string_view other) const
{
    return equalsInConstantTime(m_text, other);
}

} // namespace core
