// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

/// A field value that cannot hold CR, LF, NUL or another control character (RFC 9110 §5.5), so it
/// can never split a response.
class HeaderValue
{
public:
    /// A literal of ours, checked while compiling.
    template <std::size_t N>
    consteval HeaderValue(const char (&literal)[N]) // NOLINT(modernize-avoid-c-arrays)
        : m_literal(literal, N - 1)
    {
        for (const char character : m_literal) {
            if (!isAllowed(character))
                throw "control character in a header value";
        }
    }

    /// Nothing if the text holds a control character.
    static std::optional<HeaderValue> from(std::string_view text);
    /// Replaces what is not allowed by a blank: for texts where the exact value does not matter.
    static HeaderValue sanitized(std::string_view text);

    std::string_view text() const
    {
        return m_literal.data() != nullptr ? m_literal
                                           : std::string_view(m_text.data(), m_text.size());
    }

private:
    explicit HeaderValue(std::string_view text)
        : m_text(text.begin(), text.end())
    {}
    static constexpr bool isAllowed(char character)
    {
        return character == '\t'
               || (static_cast<unsigned char>(character) >= 0x20 && character != 0x7f);
    }

    std::string_view m_literal;
    std::vector<char>
        m_text; // not a string: its short form points into itself, which consteval forbids
};

/// Header fields in their order; names compare without case.
class Headers
{
public:
    struct Field
    {
        std::string name;
        std::string value;
    };

    /// Received fields: the gate has checked names and values already.
    void addReceived(std::string name, std::string value);
    /// A field that we send. `name` is a token written in our source.
    void add(std::string_view name, const HeaderValue &value);
    /// Replaces every field of that name.
    void set(std::string_view name, const HeaderValue &value);

    /// The first field of that name.
    std::optional<std::string_view> find(std::string_view name) const;
    std::size_t count(std::string_view name) const;
    bool contains(std::string_view name) const { return count(name) != 0; }

    const std::vector<Field> &fields() const { return m_fields; }

private:
    std::vector<Field> m_fields;
};

} // namespace http
