// SPDX-License-Identifier: GPL-3.0-or-later
// What is read out of a request afterwards: forms and queries, cookies, X-Forwarded-For. The first
// byte chooses.
#include "Input.h"
#include "core/PercentEncoding.h"
#include "core/Unicode.h"
#include "http/ClientAddress.h"
#include "http/Cookies.h"
#include "http/FormData.h"
#include "http/Syntax.h"

#include <algorithm>
#include <string>

namespace {

void readForm(std::string_view text)
{
    const auto form = http::FormData::parse(text);
    if (!form)
        return;
    fuzz::require(form->fields().size() <= http::FormData::mostFields, "fields are bounded");
    std::string again;
    for (const auto &field : form->fields()) {
        fuzz::require(!field.name.empty() && std::ranges::none_of(field.name, http::isControl),
                      "a name is printable");
        fuzz::require(core::isValidUtf8(field.name) && core::isValidUtf8(field.value),
                      "everything is UTF-8");
        fuzz::require(field.value.find('\0') == std::string::npos, "nothing holds NUL");
        again += (again.empty() ? "" : "&") + core::percentEncoded(field.name) + '='
                 + core::percentEncoded(field.value);
    }
    const auto second = http::FormData::parse(again);
    fuzz::require(static_cast<bool>(second), "what was read can be written and read again");
    fuzz::require(std::ranges::equal(second->fields(), form->fields(),
                                     [](const auto &one, const auto &other) {
                                         return one.name == other.name && one.value == other.value;
                                     }),
                  "and is the same");
}

void readCookie(std::string_view text)
{
    http::Headers headers;
    headers.addReceived("Cookie", std::string(text));
    const auto value = http::findCookie(headers, "a");
    fuzz::require(!value || text.find(*value) != std::string_view::npos,
                  "a value is part of what was sent");
    fuzz::require(!value || value->find(';') == std::string_view::npos, "and ends at a semicolon");
}

void readForwarded(std::string_view text)
{
    static const auto proxies = http::ClientAddress::trusting({"127.0.0.1", "fd00::/8"});
    http::Headers headers;
    headers.addReceived("X-Forwarded-For", std::string(text));
    const auto client = proxies->resolve("127.0.0.1", headers);
    const QHostAddress address(QString::fromStdString(client));
    fuzz::require(!address.isNull(), "a client has an address");
    fuzz::require(address.toString().toStdString() == client, "in its one spelling");
    fuzz::require(proxies->resolve("192.0.2.1", headers) == "192.0.2.1", "strangers are not asked");
    fuzz::require(!http::addressGroup(client).empty(), "and is counted somewhere");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    auto input = fuzz::textOf(data, size);
    switch (fuzz::takeByte(input) % 3) {
    case 0:
        readForm(input);
        break;
    case 1:
        readCookie(input);
        break;
    default:
        readForwarded(input);
    }
    return 0;
}
