// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/MessageFile.h"

#include "content/HtmlToText.h"
#include "content/ReadableText.h"
#include "core/Ascii.h"
#include "extractor/Limits.h"
#include "extractor/TextSink.h"
#include "mime/FileName.h"
#include "mime/HeaderBlock.h"
#include "mime/HeaderText.h"
#include "mime/LeafPart.h"
#include "mime/Parameter.h"
#include "mime/TransferEncoding.h"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace extractor {

using documents::Problem;

namespace {

/// The header of a message or a part, and what is behind it.
struct Entity
{
    mime::HeaderBlock header;
    std::string_view body;

    static Entity of(std::string_view bytes)
    {
        // The first empty line, however lines end.
        std::size_t begin = 0;
        while (begin < bytes.size()) {
            const auto end = std::min(bytes.find('\n', begin), bytes.size());
            if (end == begin || (end == begin + 1 && bytes[begin] == '\r'))
                break;
            begin = end + 1;
        }
        const auto headerSize = std::min(begin, bytes.size());
        const auto lineEnd = bytes.find('\n', headerSize);
        return {.header = mime::HeaderBlock::parse(bytes.substr(0, headerSize)),
                .body = lineEnd == std::string_view::npos ? std::string_view()
                                                          : bytes.substr(lineEnd + 1)};
    }
};

/// The parts of a multipart body (RFC 2046 §5.1.1). Without any delimiter: none.
std::vector<std::string_view> partsOf(std::string_view body, const std::string &boundary)
{
    std::vector<std::string_view> parts;
    const std::string delimiter = "--" + boundary;
    std::optional<std::size_t> partBegin;
    for (std::size_t line = 0; line < body.size();) {
        const auto end = std::min(body.find('\n', line), body.size());
        if (body.substr(line).starts_with(delimiter)) {
            const auto rest = core::trimmed(
                body.substr(line + delimiter.size(), end - std::min(end, line + delimiter.size())));
            if (rest.empty() || rest == "--") {
                if (partBegin && parts.size() < Limits::messageParts)
                    parts.push_back(body.substr(*partBegin, line - *partBegin));
                partBegin = std::min(end + 1, body.size());
                if (rest == "--")
                    return parts;
            }
        }
        line = end + 1;
    }
    if (partBegin && parts.size() < Limits::messageParts)
        parts.push_back(body.substr(*partBegin)); // it was cut
    return parts;
}

class MessageReader
{
public:
    Content read(std::string_view bytes)
    {
        const auto message = Entity::of(bytes);
        TextSink sink;
        constexpr std::array<std::string_view, 6> shown = {"From", "To",      "Cc",
                                                           "Date", "Subject", "Reply-To"};
        for (const auto field : shown) {
            const auto value = mime::decodeHeaderText(message.header.value(field));
            if (!value.empty())
                sink.add(std::string(field) + ": " + value + '\n');
        }
        visit(message, 0, "text/plain");
        const auto view = [](const std::optional<std::string> &text) {
            return text ? std::optional<std::string_view>(*text) : std::nullopt;
        };
        content::UnicodeHygiene hygiene;
        const auto readable =
            content::readableText(view(m_plain), view(m_html), hygiene, Limits::textBytes);
        sink.add("\n");
        sink.add(readable.text);
        if (!m_attachments.empty())
            sink.add("\n\nAttachments (not opened):\n" + m_attachments);
        Content content;
        content.hidden = readable.hiddenElements;
        content.removed = hygiene.removed();
        content.isTruncated = m_isTruncated || readable.isTruncated || sink.isFull();
        content.text = sink.take();
        return content;
    }

private:
    void visit(const Entity &entity, std::size_t depth, std::string_view defaultType)
    {
        const auto type = mime::parseParameterised(entity.header.value("Content-Type"));
        const std::string_view value = type.value.empty() ? defaultType : type.value;
        if (value.starts_with("multipart/") && depth < Limits::messageDepth) {
            const auto boundary = mime::decodeParameter(type.parameters, "boundary");
            for (const auto part : partsOf(entity.body, boundary.value_or("")))
                visit(Entity::of(part), depth + 1,
                      value == "multipart/digest" ? "message/rfc822" : "text/plain");
            return;
        }
        const auto disposition =
            mime::parseParameterised(entity.header.value("Content-Disposition"));
        const bool isShown = disposition.value != "attachment";
        if (value == "text/plain" && isShown && !m_plain)
            m_plain = textOf(entity, type);
        else if (value == "text/html" && isShown && !m_html)
            m_html = textOf(entity, type);
        else
            list(entity, value, type, disposition);
    }

    std::string textOf(const Entity &entity, const mime::ParameterisedValue &type)
    {
        const auto parameter = [&type](std::string_view name) {
            return mime::decodeParameter(type.parameters, name).value_or("");
        };
        const auto charset = parameter("charset");
        const auto format = parameter("format");
        const auto delSp = parameter("delsp");
        auto decoded =
            mime::decodeText({.bytes = entity.body,
                              .encoding = entity.header.value("Content-Transfer-Encoding"),
                              .charset = charset,
                              .format = type.value == "text/html" ? std::string_view() : format,
                              .delSp = delSp},
                             Limits::textBytes);
        m_isTruncated = m_isTruncated || decoded.isTruncated;
        return std::move(decoded.text);
    }

    void list(const Entity &entity, std::string_view type, const mime::ParameterisedValue &header,
              const mime::ParameterisedValue &disposition)
    {
        if (++m_listed > Limits::messageParts)
            return;
        auto name = mime::decodeParameter(disposition.parameters, "filename");
        if (!name)
            name = mime::decodeParameter(header.parameters, "name");
        m_attachments += "- " + mime::sanitiseFileName(name.value_or(""), "(no name)") + ", "
                         + mime::singleLine(type) + ", about "
                         + std::to_string(mime::estimateDecodedSize(
                             entity.body.size(), entity.header.value("Content-Transfer-Encoding")))
                         + " bytes\n";
    }

    std::optional<std::string> m_plain;
    std::optional<std::string> m_html;
    std::string m_attachments;
    std::size_t m_listed = 0;
    bool m_isTruncated = false;
};

} // namespace

Result<Content> readMessageFile(std::string_view bytes)
{
    if (Entity::of(bytes).header.fields().empty())
        return Problem::Damaged;
    return MessageReader().read(bytes);
}

} // namespace extractor
