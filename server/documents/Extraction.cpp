// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/Extraction.h"

#include "core/JsonText.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace documents {

using core::Error;
using core::ErrorKind;
using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 6> problemNames = {"unsupported", "encrypted",  "no_text",
                                                          "damaged",     "over_limit", "no_memory"};
static_assert(problemNames.size() == static_cast<std::size_t>(Problem::NoMemory) + 1);

Error broken(std::string_view what)
{
    return {ErrorKind::Protocol, "The attachment could not be read.",
            "a message of the extractor has no good " + std::string(what)};
}

std::string framed(const json &body)
{
    const auto text = body.dump(-1, ' ', false, json::error_handler_t::replace);
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>((text.size() >> static_cast<unsigned>(shift)) & 0xffU);
    return bytes + text;
}

/// Reads members one by one and remembers the first that is not there as it should be.
class Members
{
public:
    explicit Members(const json &object)
        : m_object(object)
    {}

    std::string text(const char *name)
    {
        const auto *const member = find(name, [](const json &value) { return value.is_string(); });
        return member != nullptr ? member->get<std::string>() : std::string();
    }
    std::uint64_t number(const char *name, std::uint64_t maximum)
    {
        const auto *const member = find(name, [maximum](const json &value) {
            return value.is_number_unsigned() && value.get<std::uint64_t>() <= maximum;
        });
        return member != nullptr ? member->get<std::uint64_t>() : 0;
    }
    std::optional<std::uint64_t> numberOrNull(const char *name, std::uint64_t maximum)
    {
        if (m_object.is_object() && m_object.contains(name) && m_object[name].is_null())
            return std::nullopt;
        return number(name, maximum);
    }
    bool flag(const char *name)
    {
        const auto *const member = find(name, [](const json &value) { return value.is_boolean(); });
        return member != nullptr && member->get<bool>();
    }
    void refuse(std::string_view name)
    {
        if (m_problem.empty())
            m_problem = name;
    }
    const std::string &problem() const { return m_problem; }

private:
    template <typename Check>
    const json *find(const char *name, Check isGood)
    {
        if (m_object.is_object()) {
            const auto member = m_object.find(name);
            if (member != m_object.end() && isGood(*member))
                return &*member;
        }
        refuse(name);
        return nullptr;
    }

    const json &m_object;
    std::string m_problem;
};

constexpr auto any = std::numeric_limits<std::uint32_t>::max();

json nullOr(const auto &value)
{
    return value ? json(*value) : json();
}

} // namespace

std::size_t lengthIn(std::string_view bytes)
{
    std::size_t length = 0;
    for (const char c : bytes.substr(0, WireLimits::lengthBytes))
        length = length << 8U | static_cast<unsigned char>(c);
    return length;
}

std::string write(const ExtractionRequest &request)
{
    return framed({{"content_type", request.contentType},
                   {"charset", request.charset},
                   {"file_name", request.fileName},
                   {"offset", request.offset},
                   {"maximum", request.maximum}});
}

std::string write(const Extraction &extraction)
{
    return framed(
        {{"format", nameOf(extraction.format)},
         {"problem", extraction.problem
                         ? json(problemNames.at(static_cast<std::size_t>(*extraction.problem)))
                         : json()},
         {"text", extraction.text},
         {"total", extraction.total},
         {"next", nullOr(extraction.next)},
         {"pages", nullOr(extraction.pages)},
         {"hidden", extraction.hidden},
         {"removed", extraction.removed},
         {"truncated", extraction.isTruncated}});
}

core::Result<ExtractionRequest> readRequest(std::string_view text)
{
    const auto object = core::parseJson(text, {.bytes = WireLimits::requestBytes, .values = 20});
    if (!object)
        return broken("JSON");
    Members members(*object);
    ExtractionRequest request;
    request.contentType = members.text("content_type");
    request.charset = members.text("charset");
    request.fileName = members.text("file_name");
    request.offset = members.number("offset", any);
    request.maximum = members.number("maximum", WireLimits::windowCharacters);
    if (!members.problem().empty())
        return broken(members.problem());
    return request;
}

core::Result<Extraction> readExtraction(std::string_view text)
{
    const auto object = core::parseJson(text, {.bytes = WireLimits::answerBytes, .values = 20});
    if (!object)
        return broken("JSON");
    Members members(*object);
    Extraction extraction;
    if (const auto format = formatNamed(members.text("format")))
        extraction.format = *format;
    else
        members.refuse("format");
    if (object->is_object() && object->contains("problem") && !(*object)["problem"].is_null()) {
        const auto *const name = std::ranges::find(problemNames, members.text("problem"));
        if (name == problemNames.end())
            members.refuse("problem");
        else
            extraction.problem = static_cast<Problem>(name - problemNames.begin());
    }
    extraction.text = members.text("text");
    extraction.total = members.number("total", any);
    extraction.next = members.numberOrNull("next", any);
    if (const auto pages = members.numberOrNull("pages", any))
        extraction.pages = static_cast<std::uint32_t>(*pages);
    extraction.hidden = members.number("hidden", any);
    extraction.removed = members.number("removed", any);
    extraction.isTruncated = members.flag("truncated");
    if (!members.problem().empty())
        return broken(members.problem());
    return extraction;
}

} // namespace documents
