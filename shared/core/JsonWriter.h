// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace core {

/// Writes one JSON value piece by piece, in the order of the calls: for what would be thousands of
/// values otherwise, which cost far more than their text. The caller answers for the grammar: names
/// stand before the members of objects, and what begins ends.
class JsonWriter
{
public:
    /// `room` is how many bytes the text will have, about.
    explicit JsonWriter(std::size_t room);

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    /// Of the value that comes next. It holds nothing that JSON would escape.
    void name(std::string_view name);
    /// Invalid UTF-8 becomes U+FFFD.
    void text(std::string_view text);
    void number(std::uint64_t number);
    void null();

    /// What was written, as a value for writeJson().
    nlohmann::json prepared() const;

private:
    void separate();
    void begin(char bracket);
    void end(char bracket);

    std::string m_text;
    bool m_isBehindValue = false;
};

} // namespace core
