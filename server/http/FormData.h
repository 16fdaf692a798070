// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

/// One name or value of application/x-www-form-urlencoded: '+' is a blank. Nothing if an escape is
/// broken; the result may be any bytes.
std::optional<std::string> formDecoded(std::string_view text);

/// A decoded query or `application/x-www-form-urlencoded` body. Duplicates stay visible, because
/// OAuth forbids them (RFC 6749 §3.1); values are wiped when it goes, because forms hold passwords.
class FormData
{
public:
    struct Field
    {
        std::string name;
        std::string value;
    };

    static constexpr std::size_t mostFields = 100;

    /// Errors: InvalidArgument for broken percent-encoding, text that is not UTF-8, NUL, control
    /// characters or nothing in a name, and too many fields. The error never holds what was sent.
    static core::Result<FormData> parse(std::string_view text);

    FormData() = default;
    FormData(FormData &&) noexcept = default;
    FormData &operator=(FormData &&other) noexcept;
    FormData(const FormData &) = delete;
    FormData &operator=(const FormData &) = delete;
    ~FormData();

    /// The first field of that name.
    std::optional<std::string_view> find(std::string_view name) const;
    /// The same, empty when there is none.
    std::string_view value(std::string_view name) const
    {
        return find(name).value_or(std::string_view());
    }
    /// Every field of that name.
    std::vector<std::string_view> values(std::string_view name) const;
    bool contains(std::string_view name) const { return find(name).has_value(); }
    std::size_t count(std::string_view name) const;
    /// The first name that occurs more than once, those in `repeatable` excepted.
    std::optional<std::string_view>
    duplicate(std::initializer_list<std::string_view> repeatable = {}) const;
    const std::vector<Field> &fields() const { return m_fields; }

private:
    void wipe();

    std::vector<Field> m_fields;
};

} // namespace http
