// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace core {

/// Nothing to return but success.
struct Done
{};

/// Either a value or an error. Reading the value of a failed Result is a programming mistake.
///
///     const auto client = openClientId(text);
///     if (!client)
///         return client.error();
///     use(*client);
///
/// The error is core::Error; a room whose protocol has its own error codes may use its own type.
template <typename T, typename E = Error>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result(const T &value)
        requires std::is_copy_constructible_v<T>
        : m_content(std::in_place_index<0>, value)
    {}
    Result(T &&value)
        : m_content(std::in_place_index<0>, std::move(value))
    {}
    Result(E error)
        : m_content(std::in_place_index<1>, std::move(error))
    {}

    explicit operator bool() const { return m_content.index() == 0; }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(value()); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const T &value() const
    {
        assert(m_content.index() == 0);
        return *std::get_if<0>(&m_content);
    }
    T &value()
    {
        assert(m_content.index() == 0);
        return *std::get_if<0>(&m_content);
    }
    const E &error() const
    {
        assert(m_content.index() == 1);
        return *std::get_if<1>(&m_content);
    }

private:
    std::variant<T, E> m_content;
};

} // namespace core
