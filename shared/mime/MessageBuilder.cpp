// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/MessageBuilder.h"

#include "core/Ascii.h"
#include "core/Unicode.h"
#include "mime/FileName.h"
#include "mime/HeaderWriter.h"

#include <vmime/body.hpp>
#include <vmime/bodyPart.hpp>
#include <vmime/contentDispositionField.hpp>
#include <vmime/contentTypeField.hpp>
#include <vmime/generationContext.hpp>
#include <vmime/header.hpp>
#include <vmime/stringContentHandler.hpp>
#include <vmime/utility/outputStreamStringAdapter.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace mime {

namespace {

using core::Error;
using core::ErrorKind;
using PartPtr = vmime::shared_ptr<vmime::bodyPart>;

constexpr std::size_t longestLine = 998; // RFC 5322 §2.1.1
constexpr std::size_t longestMessageId = 900;
constexpr std::size_t longestBoundary = 50; // with what we put before it 70, RFC 2046 §5.1.1

/// M-17: nothing that a mail program could take for the end of a line, or that people cannot see.
bool isOneLine(std::string_view utf8)
{
    std::size_t position = 0;
    while (position < utf8.size()) {
        const auto c = core::nextCodePoint(utf8, position);
        if (!c || core::isControl(*c) || *c == U'\u2028' || *c == U'\u2029')
            return false;
    }
    return true;
}

Error notOneLine(std::string_view field)
{
    return {ErrorKind::InvalidArgument,
            "\"" + std::string(field)
                + "\" must be one line of text: it holds a line end or another control character."};
}

bool areOneLine(const std::vector<Address> &addresses)
{
    return std::ranges::all_of(addresses, [](const Address &address) {
        return isOneLine(address.name) && isOneLine(address.address) && !address.address.empty();
    });
}

/// `<left@right>` in visible ASCII (RFC 5322 §3.6.4).
bool isMessageId(std::string_view text)
{
    if (text.size() < 5 || text.size() > longestMessageId || text.front() != '<'
        || text.back() != '>')
        return false;
    text = text.substr(1, text.size() - 2);
    return std::ranges::count(text, '@') == 1 && text.front() != '@' && text.back() != '@'
           && std::ranges::all_of(text, [](char c) {
                  return c > ' ' && c <= '~' && c != '<' && c != '>' && c != ',';
              });
}

bool isBoundary(std::string_view text)
{
    return !text.empty() && text.size() <= longestBoundary && std::ranges::all_of(text, [](char c) {
        return core::isLetter(c) || core::isDigit(c) || c == '-' || c == '_';
    });
}

core::Result<core::Done> check(const MessageContent &content)
{
    if (!areOneLine({content.from}))
        return notOneLine("from");
    if (!areOneLine(content.to))
        return notOneLine("to");
    if (!areOneLine(content.cc))
        return notOneLine("cc");
    if (!areOneLine(content.bcc))
        return notOneLine("bcc");
    if (!isOneLine(content.subject))
        return notOneLine("subject");
    if (!content.inReplyTo.empty() && !isMessageId(content.inReplyTo))
        return Error(ErrorKind::InvalidArgument,
                     "\"in_reply_to\" must be a Message-ID with its angle brackets, <x@y>.");
    if (!std::ranges::all_of(content.references, isMessageId))
        return Error(ErrorKind::InvalidArgument,
                     "\"references\" must hold Message-IDs with their angle brackets, <x@y>.");
    if (!isMessageId(content.messageId))
        return Error(ErrorKind::Internal, "The message got no valid Message-ID.");
    if (!isBoundary(content.boundary))
        return Error(ErrorKind::Internal, "The message got no valid boundary.");
    const auto hasNul = [](std::string_view text) { return text.find('\0') != text.npos; };
    if (hasNul(content.text) || (content.html && hasNul(*content.html)))
        return Error(ErrorKind::InvalidArgument, "The text of the message holds a NUL character.");
    return core::Done{};
}

/// Every line end, a lone CR and a lone LF too, becomes CRLF, and the last line has one.
std::string withCrlf(std::string_view text)
{
    std::string result;
    result.reserve(text.size() + text.size() / 32 + 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r' && text[i] != '\n') {
            result += text[i];
            continue;
        }
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            ++i;
        result += "\r\n";
    }
    if (!result.empty() && !result.ends_with("\r\n"))
        result += "\r\n";
    return result;
}

/// The encoding that keeps the text readable where it can and small where it cannot.
const char *encodingFor(std::string_view text)
{
    std::size_t others = 0; // bytes that quoted-printable writes as three
    std::size_t line = 0;
    std::size_t longest = 0;
    for (const char c : text) {
        const bool isLineEnd = c == '\r' || c == '\n';
        if (!isLineEnd && c != '\t' && (c < ' ' || c > '~'))
            ++others;
        line = c == '\n' ? 0 : line + 1;
        longest = std::max(longest, line);
    }
    if (others == 0 && longest <= longestLine)
        return vmime::encodingTypes::SEVEN_BIT;
    return others * 6 <= text.size() ? vmime::encodingTypes::QUOTED_PRINTABLE
                                     : vmime::encodingTypes::BASE64;
}

void setContents(vmime::bodyPart &part, std::string bytes, const vmime::mediaType &type,
                 const char *encoding)
{
    const vmime::encoding target(encoding);
    // 7bit is what it is; VMime would copy it character by character.
    const vmime::encoding source = encoding == std::string_view(vmime::encodingTypes::SEVEN_BIT)
                                       ? target
                                       : vmime::contentHandler::NO_ENCODING;
    const auto handler = vmime::make_shared<vmime::stringContentHandler>(std::move(bytes), source);
    part.getBody()->setContents(handler, type);
    part.getBody()->setEncoding(target);
}

PartPtr textPart(std::string_view text, const char *subtype)
{
    auto part = vmime::make_shared<vmime::bodyPart>();
    std::string lines = withCrlf(text);
    const char *const encoding = encodingFor(lines);
    // VMime breaks a line that is too long between CR and LF, too; generate() makes CRLF of LF.
    if (std::string_view(encoding) == vmime::encodingTypes::QUOTED_PRINTABLE)
        std::erase(lines, '\r');
    setContents(*part, std::move(lines), vmime::mediaType(vmime::mediaTypes::TEXT, subtype),
                encoding);
    part->getBody()->setCharset(vmime::charset(vmime::charsets::UTF_8));
    return part;
}

/// Only a type that is one: everything else is some bytes.
vmime::mediaType mediaTypeOf(std::string_view contentType)
{
    const auto isTokenCharacter = [](char c) {
        return core::isLetter(c) || core::isDigit(c)
               || std::string_view("!#$&^_.+-").find(c) != std::string_view::npos;
    };
    const auto slash = contentType.find('/');
    const auto type = core::toLower(contentType.substr(0, slash));
    const auto subtype =
        slash == std::string_view::npos ? "" : core::toLower(contentType.substr(slash + 1));
    const bool isType = !type.empty() && !subtype.empty()
                        && std::ranges::all_of(type, isTokenCharacter)
                        && std::ranges::all_of(subtype, isTokenCharacter);
    if (!isType || type == "multipart" || type == "message")
        return {vmime::mediaTypes::APPLICATION, vmime::mediaTypes::APPLICATION_OCTET_STREAM};
    return {type, subtype};
}

PartPtr attachmentPart(const AttachedFile &file)
{
    auto part = vmime::make_shared<vmime::bodyPart>();
    setContents(*part, file.bytes, mediaTypeOf(file.contentType), vmime::encodingTypes::BASE64);
    const auto disposition =
        vmime::dynamicCast<vmime::contentDispositionField>(part->getHeader()->ContentDisposition());
    disposition->setValue(vmime::contentDisposition(vmime::contentDispositionTypes::ATTACHMENT));
    disposition->setFilename(vmime::word(sanitiseFileName(file.fileName, "attachment"),
                                         vmime::charset(vmime::charsets::UTF_8)));
    return part;
}

PartPtr multipart(const char *subtype, const std::vector<PartPtr> &children,
                  const std::string &boundary)
{
    auto part = vmime::make_shared<vmime::bodyPart>();
    const auto type = vmime::dynamicCast<vmime::contentTypeField>(part->getHeader()->ContentType());
    type->setValue(vmime::mediaType(vmime::mediaTypes::MULTIPART, subtype));
    // Our own: VMime's tells the time and the process. "=_" is in neither of the encodings.
    type->setBoundary("=_" + boundary);
    for (const auto &child : children)
        part->getBody()->appendPart(child);
    return part;
}

PartPtr entityOf(const MessageContent &content)
{
    auto text = textPart(content.text, vmime::mediaTypes::TEXT_PLAIN);
    if (content.html)
        text = multipart(vmime::mediaTypes::MULTIPART_ALTERNATIVE,
                         {text, textPart(*content.html, vmime::mediaTypes::TEXT_HTML)},
                         "alternative_" + content.boundary);
    if (content.attachments.empty())
        return text;
    std::vector<PartPtr> parts = {text};
    for (const auto &file : content.attachments)
        parts.push_back(attachmentPart(file));
    return multipart(vmime::mediaTypes::MULTIPART_MIXED, parts, "mixed_" + content.boundary);
}

std::string generate(const vmime::bodyPart &part)
{
    vmime::generationContext context;
    context.setPrologText("");
    context.setEncodedParameterValueMode(vmime::generationContext::PARAMETER_VALUE_RFC2231_ONLY);
    std::string text;
    vmime::utility::outputStreamStringAdapter stream(text);
    part.generate(context, stream);
    return withCrlf(text);
}

std::string headerOf(const MessageContent &content)
{
    std::string header = dateField(content.date);
    header += addressField("From", {content.from});
    header += addressField("To", content.to);
    header += addressField("Cc", content.cc);
    header += textField("Subject", content.subject);
    header += messageIdField("Message-ID", {content.messageId});
    if (!content.inReplyTo.empty())
        header += messageIdField("In-Reply-To", {content.inReplyTo});
    header += messageIdField("References", content.references);
    return header + "MIME-Version: 1.0\r\n";
}

} // namespace

BuiltMessage::BuiltMessage(std::string header, std::string bccField, std::string entity)
    : m_header(std::move(header))
    , m_bccField(std::move(bccField))
    , m_entity(std::move(entity))
{}

core::Result<BuiltMessage> buildMessage(const MessageContent &content)
{
    const auto checked = check(content);
    if (!checked)
        return checked.error();
    try {
        const auto entity = entityOf(content);
        return BuiltMessage(headerOf(content), addressField("Bcc", content.bcc), generate(*entity));
    } catch (const std::exception &exception) {
        return Error(ErrorKind::Internal, "The message could not be put together.",
                     exception.what());
    }
}

} // namespace mime
