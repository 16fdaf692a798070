// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/JsonText.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace core {

namespace {

using nlohmann::json;

/// Builds the value while the text is read and stops at the first thing that is too much, so that
/// a hostile text never becomes a value. Its functions are named by nlohmann.
class LimitedBuilder final : public nlohmann::json_sax<json>
{
public:
    explicit LimitedBuilder(const JsonLimits &limits)
        : m_limits(limits)
    {}

    json takeValue() { return std::move(m_root); }
    Error takeError()
    {
        return m_error ? std::move(*m_error)
                       : Error(ErrorKind::InvalidArgument, "The text is not JSON.");
    }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t &) override { return add(value); }
    bool string(string_t &value) override { return add(std::move(value)); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t &name) override
    {
        const auto [member, isNew] = m_open.back()->emplace(std::move(name), nullptr);
        if (!isNew)
            return fail(ErrorKind::InvalidArgument, "An object names a member twice.");
        m_member = &*member;
        return true;
    }

    bool parse_error(std::size_t position, const std::string &, const json::exception &) override
    {
        return fail(ErrorKind::InvalidArgument,
                    "The text is not JSON; the error is at byte " + std::to_string(position) + ".");
    }

private:
    bool fail(ErrorKind kind, std::string message)
    {
        m_error.emplace(kind, std::move(message));
        return false;
    }

    json *place(json value)
    {
        if (++m_count > m_limits.values)
            return nullptr;
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        if (m_open.back()->is_array()) {
            m_open.back()->push_back(std::move(value));
            return &m_open.back()->back();
        }
        *m_member = std::move(value);
        return m_member;
    }

    bool add(json value)
    {
        return place(std::move(value)) != nullptr
               || fail(ErrorKind::TooLarge, "The text holds too many values.");
    }

    bool open(json container)
    {
        if (m_open.size() >= m_limits.depth)
            return fail(ErrorKind::TooLarge, "The text is nested too deeply.");
        json *const placed = place(std::move(container));
        if (placed == nullptr)
            return fail(ErrorKind::TooLarge, "The text holds too many values.");
        m_open.push_back(placed);
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    const JsonLimits &m_limits;
    json m_root;
    // Containers that are still open; they do not move, because only the innermost one grows.
    std::vector<json *> m_open;
    json *m_member = nullptr;
    std::size_t m_count = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<json> parseJson(std::string_view text, const JsonLimits &limits)
{
    if (text.size() > limits.bytes)
        return Error(ErrorKind::TooLarge, "The text is too long.");
    // nlohmann skips a byte order mark (RFC 8259 §8.1 lets it) and takes NUL for the end.
    if (text.starts_with("\xEF\xBB\xBF"))
        return Error(ErrorKind::InvalidArgument, "The text begins with a byte order mark.");
    if (text.find('\0') != std::string_view::npos)
        return Error(ErrorKind::InvalidArgument, "The text holds a NUL byte.");
    LimitedBuilder builder(limits);
    if (!json::sax_parse(text.begin(), text.end(), &builder))
        return builder.takeError();
    return builder.takeValue();
}

} // namespace core
