// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/RequestParser.h"

#include "core/Ascii.h"
#include "core/Unicode.h"
#include "http/Syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace http {

namespace {

constexpr std::size_t longestMethod = 16;
constexpr std::size_t longestChunkSize = 8;
/// Longer numbers might overflow somewhere; no limit of ours is anywhere near.
constexpr std::size_t longestContentLength = 18;
/// A hostile Content-Length must not make us allocate what was never sent.
constexpr std::size_t largestReservation = 64UL * 1024;

constexpr std::array<std::string_view, 7> knownMethods = {"GET",   "HEAD",   "POST",   "PUT",
                                                          "PATCH", "DELETE", "OPTIONS"};

/// RFC 3986 §3.3 and §3.4: pchar, '/' and '?'. Percent signs are checked separately.
bool isTargetCharacter(char character)
{
    return core::isDigit(character) || core::isLetter(character)
           || std::string_view("-._~!$&'()*+,;=:@/?%").find(character) != std::string_view::npos;
}

bool hasValidEscapes(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%')
            continue;
        if (text.size() - i < 3)
            return false;
        const auto high = core::hexValue(text[i + 1]);
        const auto low = core::hexValue(text[i + 2]);
        if (!high || !low || (*high == 0 && *low == 0))
            return false;
    }
    return true;
}

bool isPort(std::string_view text)
{
    return !text.empty() && text.size() <= 5 && std::ranges::all_of(text, core::isDigit);
}

/// uri-host [ ":" port ] of RFC 9110 §7.2, without percent-encoding and sub-delims, which no real
/// host name has.
bool isHost(std::string_view text)
{
    std::string_view rest;
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos || end < 3)
            return false;
        const auto isAddressCharacter = [](char character) {
            return core::hexValue(character) || character == ':' || character == '.';
        };
        if (!std::ranges::all_of(text.substr(1, end - 1), isAddressCharacter))
            return false;
        rest = text.substr(end + 1);
    } else {
        const auto end = std::min(text.find(':'), text.size());
        const auto isNameCharacter = [](char character) {
            return core::isDigit(character) || core::isLetter(character) || character == '-'
                   || character == '.' || character == '_';
        };
        if (end == 0 || !std::ranges::all_of(text.substr(0, end), isNameCharacter))
            return false;
        rest = text.substr(end);
    }
    return rest.empty() || (rest.starts_with(':') && isPort(rest.substr(1)));
}

/// Whether a comma-separated list of any of these fields has the element.
bool hasListElement(const Headers &headers, std::string_view name, std::string_view element)
{
    for (const auto &field : headers.fields()) {
        if (!core::equalsIgnoringCase(field.name, name))
            continue;
        std::string_view rest = field.value;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(','), rest.size());
            if (core::equalsIgnoringCase(trimmed(rest.substr(0, end)), element))
                return true;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return false;
}

} // namespace

RequestParser::RequestParser(const RequestLimits &limits)
    : m_limits(limits)
{}

Request RequestParser::takeRequest()
{
    return std::exchange(m_request, {});
}

bool RequestParser::awaitsContinue() const
{
    return m_expectsContinue && m_phase == Phase::Body && m_contentBytes == 0;
}

bool RequestParser::streamsContent() const
{
    return m_isStreamed && m_phase == Phase::Body;
}

std::string RequestParser::takeContent()
{
    return std::exchange(m_request.body, {});
}

std::optional<std::uint64_t> RequestParser::announcedBytes() const
{
    if (m_step != Step::FixedBody)
        return std::nullopt;
    return m_contentBytes + m_remaining;
}

void RequestParser::reset()
{
    m_request = {};
    m_line.clear();
    m_reason = {};
    m_headerBytes = 0;
    m_bodyLimit = 0;
    m_contentBytes = 0;
    m_remaining = 0;
    m_chunks = 0;
    m_status = 0;
    m_phase = Phase::Idle;
    m_step = Step::RequestLine;
    m_version = Version::Http11;
    m_hasCarriageReturn = false;
    m_wantsClose = false;
    m_expectsContinue = false;
    m_isStreamed = false;
    m_isDirect = false;
}

bool RequestParser::fail(int status, std::string_view reason)
{
    m_phase = Phase::Failed;
    m_status = status;
    m_reason = reason;
    return false;
}

std::size_t RequestParser::feed(std::string_view bytes)
{
    std::size_t position = 0;
    while (position < bytes.size() && m_phase != Phase::Done && m_phase != Phase::Failed) {
        if (m_phase == Phase::Idle)
            m_phase = Phase::Head;
        const auto rest = bytes.substr(position);
        const bool isHead = m_phase == Phase::Head;
        const bool isData = m_step == Step::FixedBody || m_step == Step::ChunkData;
        position += isData ? feedBody(rest) : feedLine(rest);
        if (isHead && streamsContent())
            break;
    }
    return position;
}

std::size_t RequestParser::feedLine(std::string_view bytes)
{
    for (std::size_t i = takeOrdinary(bytes); i < bytes.size(); ++i) {
        const char character = bytes[i];
        if (m_step == Step::Field && ++m_headerBytes > m_limits.headerBlock) {
            fail(431, "the header fields are too large");
            return i;
        }
        if (m_hasCarriageReturn) {
            if (character != '\n') {
                fail(400, "a carriage return without a line feed");
                return i;
            }
            m_hasCarriageReturn = false;
            finishLine();
            m_line.clear();
            return i + 1;
        }
        if (character == '\r')
            m_hasCarriageReturn = true;
        else if (!appendToLine(character))
            return i;
    }
    return bytes.size();
}

/// What needs no look at each character: printable ASCII at the beginning of `bytes`, as long as no
/// limit is near. Returns how many bytes it was.
std::size_t RequestParser::takeOrdinary(std::string_view bytes)
{
    const bool isField = m_step == Step::Field;
    if (m_hasCarriageReturn || (!isField && m_step != Step::RequestLine))
        return 0;
    const auto limit = isField ? std::min(m_limits.headerField - m_line.size(),
                                          m_limits.headerBlock - m_headerBytes)
                               : m_limits.requestLine - m_line.size();
    const auto ordinary = bytes.substr(0, core::printableAsciiPrefix(bytes.substr(0, limit)));
    m_line += ordinary;
    if (isField)
        m_headerBytes += ordinary.size();
    return ordinary.size();
}

bool RequestParser::appendToLine(char character)
{
    if (character == '\n')
        return fail(400, "a line feed without a carriage return");
    if (isControl(character) && character != '\t')
        return fail(400, "a control character in the head of the request");
    switch (m_step) {
    case Step::RequestLine:
        if (m_line.size() >= m_limits.requestLine)
            return fail(414, "the request line is too long");
        break;
    case Step::Field:
        if (m_line.size() >= m_limits.headerField)
            return fail(431, "a header field is too large");
        break;
    case Step::ChunkSize:
        if (m_line.size() >= longestChunkSize || !core::hexValue(character))
            return fail(400, "an invalid chunk size");
        break;
    case Step::ChunkEnd:
        return fail(400, "a chunk is longer than its size");
    case Step::LastLine:
        return fail(400, "trailer fields are not accepted");
    case Step::FixedBody:
    case Step::ChunkData:
        break;
    }
    m_line += character;
    return true;
}

void RequestParser::finishLine()
{
    switch (m_step) {
    case Step::RequestLine:
        return finishRequestLine();
    case Step::Field:
        return m_line.empty() ? finishHead() : finishField();
    case Step::ChunkSize:
        return finishChunkSize();
    case Step::ChunkEnd:
        m_step = Step::ChunkSize;
        return;
    case Step::LastLine:
        m_phase = Phase::Done;
        return;
    case Step::FixedBody:
    case Step::ChunkData:
        return;
    }
}

// RFC 9112 §3
void RequestParser::finishRequestLine()
{
    const std::string_view line = m_line;
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) {
        fail(400, "not a request line");
        return;
    }
    const auto method = line.substr(0, first);
    const auto target = line.substr(first + 1, last - first - 1);
    const auto version = line.substr(last + 1);
    if (method.empty() || method.size() > longestMethod
        || !std::ranges::all_of(method, isTokenCharacter)) {
        fail(400, "not a method");
        return;
    }
    if (version.size() != 8 || !version.starts_with("HTTP/") || !core::isDigit(version[5])
        || version[6] != '.' || !core::isDigit(version[7])) {
        fail(400, "not an HTTP version");
        return;
    }
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        fail(505, "the HTTP version is not supported");
        return;
    }
    if (std::ranges::find(knownMethods, method) == knownMethods.end()) {
        fail(501, "the method is not implemented");
        return;
    }
    m_version = version == "HTTP/1.1" ? Version::Http11 : Version::Http10;
    m_request.method = method;
    if (acceptTarget(target))
        m_step = Step::Field;
}

// RFC 9112 §3.2.1: origin-form, and §3.2.4 for OPTIONS.
bool RequestParser::acceptTarget(std::string_view target)
{
    if (target == "*" && m_request.method == "OPTIONS") {
        m_request.path = target;
        return true;
    }
    if (!target.starts_with('/') || !std::ranges::all_of(target, isTargetCharacter)
        || !hasValidEscapes(target))
        return fail(400, "not a request target");
    const auto end = std::min(target.find('?'), target.size());
    m_request.path = target.substr(0, end);
    m_request.query = target.substr(std::min(end + 1, target.size()));
    return true;
}

// RFC 9112 §5
void RequestParser::finishField()
{
    if (m_request.headers.fields().size() >= m_limits.headerFields) {
        fail(431, "too many header fields");
        return;
    }
    const std::string_view line = m_line;
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0
        || !std::ranges::all_of(line.substr(0, colon), isTokenCharacter)) {
        fail(400, "not a header field");
        return;
    }
    m_request.headers.addReceived(std::string(line.substr(0, colon)),
                                  std::string(trimmed(line.substr(colon + 1))));
}

void RequestParser::finishHead()
{
    const Headers &headers = m_request.headers;
    m_wantsClose = m_version == Version::Http10 || hasListElement(headers, "Connection", "close");
    const auto rule = m_limits.bodyFor ? m_limits.bodyFor(m_request.path) : BodyRule(m_limits.body);
    m_isStreamed = rule.delivery == BodyRule::Delivery::Streamed;
    m_isDirect = rule.delivery == BodyRule::Delivery::Direct;
    m_bodyLimit = m_isStreamed ? rule.limit : std::min(m_limits.body, rule.limit);
    if (!acceptHost() || !acceptExpectations() || !acceptFraming())
        return;
    const bool hasBody = m_step == Step::ChunkSize || m_remaining > 0;
    if (hasBody && (m_request.method == "GET" || m_request.method == "HEAD")) {
        fail(400, "content is not accepted with this method");
        return;
    }
    m_phase = hasBody ? Phase::Body : Phase::Done;
}

// RFC 9112 §3.2
bool RequestParser::acceptHost()
{
    const auto count = m_request.headers.count("Host");
    if (count > 1 || (count == 0 && m_version == Version::Http11))
        return fail(400, "exactly one Host field is required");
    if (count == 1 && !isHost(*m_request.headers.find("Host")))
        return fail(400, "the Host field is not valid");
    return true;
}

bool RequestParser::acceptExpectations()
{
    const Headers &headers = m_request.headers;
    if (const auto expect = headers.find("Expect")) {
        if (headers.count("Expect") > 1 || !core::equalsIgnoringCase(*expect, "100-continue"))
            return fail(417, "the expectation cannot be met");
        m_expectsContinue = m_version == Version::Http11;
    }
    if (hasListElement(headers, "Upgrade", "websocket"))
        return fail(400, "WebSocket is not spoken here");
    for (const auto &field : headers.fields()) {
        if (core::equalsIgnoringCase(field.name, "Content-Encoding")
            && !core::equalsIgnoringCase(field.value, "identity"))
            return fail(415, "content codings are not accepted");
    }
    return true;
}

// RFC 9112 §6
bool RequestParser::acceptFraming()
{
    const Headers &headers = m_request.headers;
    const auto length = headers.find("Content-Length");
    const auto coding = headers.find("Transfer-Encoding");
    if (headers.count("Content-Length") > 1 || headers.count("Transfer-Encoding") > 1)
        return fail(400, "the length is given more than once");
    if (length && coding)
        return fail(400, "both Content-Length and Transfer-Encoding are given");
    m_step = Step::FixedBody;
    if (length)
        return acceptFixedLength(*length);
    if (!coding)
        return true;
    if (m_version == Version::Http10)
        return fail(400, "HTTP/1.0 has no transfer codings");
    if (!core::equalsIgnoringCase(*coding, "chunked"))
        return fail(501, "the transfer coding is not implemented");
    m_step = Step::ChunkSize;
    return true;
}

bool RequestParser::acceptFixedLength(std::string_view digits)
{
    if (digits.empty() || digits.size() > longestContentLength
        || !std::ranges::all_of(digits, core::isDigit)
        || (digits.size() > 1 && digits.front() == '0'))
        return fail(400, "the Content-Length is not valid");
    std::size_t length = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (length > m_bodyLimit)
        return fail(413, "the content is too large");
    m_remaining = length;
    if (!m_isStreamed)
        m_request.body.reserve(std::min(length, largestReservation));
    return true;
}

// RFC 9112 §7.1
void RequestParser::finishChunkSize()
{
    std::size_t size = 0;
    const auto parsed = std::from_chars(m_line.data(), m_line.data() + m_line.size(), size, 16);
    if (m_line.empty() || parsed.ec != std::errc()) {
        fail(400, "an invalid chunk size");
        return;
    }
    if (size == 0) {
        m_step = Step::LastLine;
        return;
    }
    const auto mostChunks = m_limits.chunks + (m_isStreamed ? m_contentBytes / 1024 : 0);
    if (size > m_bodyLimit - m_contentBytes || ++m_chunks > mostChunks) {
        fail(413, "the content is too large");
        return;
    }
    m_remaining = size;
    m_step = Step::ChunkData;
}

std::size_t RequestParser::feedBody(std::string_view bytes)
{
    const auto piece = bytes.substr(0, m_remaining);
    m_request.body.append(piece);
    m_contentBytes += piece.size();
    m_remaining -= piece.size();
    if (m_remaining == 0) {
        if (m_step == Step::ChunkData)
            m_step = Step::ChunkEnd;
        else
            m_phase = Phase::Done;
    }
    return piece.size();
}

} // namespace http
