// SPDX-License-Identifier: GPL-3.0-or-later
// The request parser and its chunked bodies. The first byte chooses the limits.
#include "Input.h"
#include "core/Ascii.h"
#include "http/RequestParser.h"
#include "http/Syntax.h"

#include <algorithm>
#include <string>

using http::RequestParser;

namespace {

http::RequestLimits limitsBy(std::uint8_t choice)
{
    http::RequestLimits limits;
    if ((choice & 1U) != 0) {
        limits.requestLine = 40;
        limits.headerField = 30;
        limits.headerBlock = 100;
        limits.headerFields = 3;
    }
    if ((choice & 2U) != 0) {
        limits.body = 20;
        limits.chunks = 3;
    }
    if ((choice & 4U) != 0) {
        limits.bodyFor = [limit = limits.body](std::string_view) {
            return http::BodyRule(limit, http::BodyRule::Delivery::Streamed);
        };
    }
    return limits;
}

bool isSame(const http::Request &a, const http::Request &b)
{
    return a.method == b.method && a.path == b.path && a.query == b.query && a.body == b.body
           && std::ranges::equal(a.headers.fields(), b.headers.fields(),
                                 [](const auto &one, const auto &other) {
                                     return one.name == other.name && one.value == other.value;
                                 });
}

/// The only way in which this request can be written, with its body in one piece.
std::string canonical(const http::Request &request, RequestParser::Version version)
{
    std::string text = request.method + ' ' + request.path;
    if (!request.query.empty())
        text += '?' + request.query;
    text += version == RequestParser::Version::Http11 ? " HTTP/1.1\r\n" : " HTTP/1.0\r\n";
    for (const auto &field : request.headers.fields()) {
        if (!core::equalsIgnoringCase(field.name, "Transfer-Encoding")
            && !core::equalsIgnoringCase(field.name, "Content-Length"))
            text += field.name + ": " + field.value + "\r\n";
    }
    if (!request.body.empty())
        text += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    return text + "\r\n" + request.body;
}

void checkAccepted(const RequestParser &parser, const http::RequestLimits &limits)
{
    const http::Request &request = parser.request();
    fuzz::require(request.path.starts_with('/') || request.path == "*", "a target is a path");
    fuzz::require(request.body.size() <= limits.body, "a body is bounded");
    fuzz::require(request.headers.fields().size() <= limits.headerFields, "fields are bounded");
    fuzz::require(request.headers.count("Host") <= 1, "there is one Host");
    fuzz::require(!request.headers.contains("Content-Length")
                      || !request.headers.contains("Transfer-Encoding"),
                  "there is one length");
    for (const auto &field : request.headers.fields()) {
        fuzz::require(!field.name.empty()
                          && std::ranges::all_of(field.name, http::isTokenCharacter),
                      "a name is a token");
        fuzz::require(std::ranges::none_of(field.value,
                                           [](char character) {
                                               return http::isControl(character)
                                                      && character != '\t';
                                           }),
                      "a value has no control characters");
        fuzz::require(http::trimmed(field.value) == field.value, "a value is trimmed");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    auto input = fuzz::textOf(data, size);
    const auto limits = limitsBy(fuzz::takeByte(input));
    RequestParser whole(limits);
    auto used = whole.feed(input);
    if (whole.streamsContent()) // it stops once, behind the head
        used += whole.feed(input.substr(used));
    fuzz::require(used <= input.size(), "no more is used than there was");

    RequestParser piecewise(limits);
    std::size_t position = 0;
    while (position < input.size() && piecewise.phase() != RequestParser::Phase::Done
           && piecewise.phase() != RequestParser::Phase::Failed)
        position += piecewise.feed(input.substr(position, 1));
    fuzz::require(piecewise.phase() == whole.phase(), "the outcome does not depend on the pieces");
    fuzz::require(piecewise.status() == whole.status(), "nor does the status");
    fuzz::require(isSame(piecewise.request(), whole.request()), "nor does the request");

    if (whole.phase() == RequestParser::Phase::Failed)
        fuzz::require(whole.status() >= 400 && !whole.reason().empty(), "a refusal says why");
    if (whole.phase() != RequestParser::Phase::Done)
        return 0;
    fuzz::require(position == used, "both end at the same byte");
    checkAccepted(whole, limits);

    const auto text = canonical(whole.request(), whole.version());
    const http::RequestLimits roomy;
    RequestParser again(roomy);
    fuzz::require(again.feed(text) == text.size() && again.phase() == RequestParser::Phase::Done,
                  "what was accepted is accepted in its canonical form");
    fuzz::require(again.request().method == whole.request().method
                      && again.request().path == whole.request().path
                      && again.request().query == whole.request().query
                      && again.request().body == whole.request().body,
                  "and means the same");
    return 0;
}
