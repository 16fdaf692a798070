// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core {

/// A password, key or token. It cannot be copied by accident, has no stream or JSON operator, and
/// wipes its memory when it goes.
class Secret
{
public:
    Secret() = default;
    /// Takes the text over and wipes the caller's string.
    explicit Secret(std::string &&text);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    static Secret copyOf(std::string_view text);
    Secret clone() const;

    bool isEmpty() const { return m_text.empty(); }
    /// The plain text, for the one place that has to put it on the wire or into a sealed token.
    std::string_view reveal() const { return m_text; }

    /// Compares in constant time (for equal lengths).
    bool equals(std::string_view other) const;

private:
    std::string m_text;
};

/// Overwrites the characters before they are freed; for strings that held a secret on their way.
void wipe(std::string &text);

/// Constant-time comparison (for equal lengths).
bool equalsInConstantTime(std::string_view a, std::string_view b);

} // namespace core
