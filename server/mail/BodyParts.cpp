// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/BodyParts.h"

#include "core/Ascii.h"
#include "mime/FileName.h"
#include "mime/HeaderText.h"
#include "mime/Parameter.h"
#include "mime/TransferEncoding.h"

#include <optional>
#include <string_view>
#include <utility>

namespace mail {

namespace {

using imap::BodyStructure;

std::vector<mime::Parameter> parametersOf(const std::vector<imap::BodyParameter> &raw)
{
    std::vector<mime::Parameter> parameters;
    parameters.reserve(raw.size());
    for (const auto &[name, value] : raw)
        parameters.push_back({.name = name, .value = value});
    return parameters;
}

/// The name that the sender gave, if any.
std::optional<std::string> givenFileName(const BodyStructure &part)
{
    auto name = mime::decodeParameter(parametersOf(part.dispositionParameters), "filename");
    if (!name)
        name = mime::decodeParameter(parametersOf(part.parameters), "name");
    return name;
}

std::string fileNameOf(const BodyStructure &part)
{
    std::string fallback = "part-" + part.partNumber.text();
    if (const auto name = givenFileName(part))
        return mime::sanitiseFileName(*name, fallback);
    if (part.isNestedMessage() && !part.nestedEnvelope->subject.empty())
        return mime::sanitiseFileName(mime::decodeHeaderText(part.nestedEnvelope->subject) + ".eml",
                                      fallback);
    return fallback;
}

std::string withoutAngleBrackets(std::string text)
{
    if (text.starts_with('<') && text.ends_with('>'))
        return text.substr(1, text.size() - 2);
    return text;
}

bool isSmimeType(const BodyStructure &part, std::string_view name)
{
    const auto *const type = part.parameter("smime-type");
    return type != nullptr && core::equalsIgnoringCase(*type, name);
}

/// The content of a pkcs7-mime part (RFC 8551 §3.2.2). Certificates and compressed messages are
/// neither signed nor encrypted; without the parameter the usual content is assumed.
Attachment::Kind smimeKindOf(const BodyStructure &part)
{
    using Kind = Attachment::Kind;
    if (isSmimeType(part, "signed-data"))
        return Kind::SmimeSigned;
    if (isSmimeType(part, "certs-only") || isSmimeType(part, "compressed-data"))
        return Kind::File;
    return Kind::SmimeEncrypted;
}

/// RFC 8551 §3.2 and RFC 3156; TNEF has no RFC, but a media type since 1996. Gateways that know no
/// S/MIME call it some bytes, and leave its name (RFC 8551 §3.2.1).
Attachment::Kind kindOf(const BodyStructure &part, std::string_view parentSubtype, bool isInline)
{
    using Kind = Attachment::Kind;
    const auto name = core::toLower(givenFileName(part).value_or(std::string()));
    if (part.isNestedMessage())
        return Kind::Message;
    if (part.type == "image")
        return isInline && !part.contentId.empty() ? Kind::Picture : Kind::File;
    if (part.type != "application")
        return Kind::File;
    const auto subtype = std::string_view(part.subtype);
    if (subtype == "ms-tnef" || subtype == "vnd.ms-tnef" || name == "winmail.dat")
        return Kind::Tnef;
    const bool isSomeBytes = subtype == "octet-stream";
    if (subtype == "pkcs7-signature" || subtype == "x-pkcs7-signature"
        || (isSomeBytes && name.ends_with(".p7s")))
        return Kind::SmimeSignature;
    if (subtype == "pkcs7-mime" || subtype == "x-pkcs7-mime"
        || (isSomeBytes && name.ends_with(".p7m")))
        return smimeKindOf(part);
    if (subtype == "pgp-signature")
        return Kind::PgpSignature;
    if (subtype == "pgp-keys")
        return Kind::PgpKeys;
    if (subtype == "pgp-encrypted")
        return Kind::PgpControl;
    return parentSubtype == "encrypted" ? Kind::PgpEncrypted : Kind::File;
}

enum class Place {
    Displayed, ///< a text here is the text of the message
    Beside,    ///< it belongs to the text, as a picture does
};

class Chooser
{
public:
    Chooser(const BodyStructure &root, std::size_t maximumAttachments)
        : m_root(root)
        , m_maximumAttachments(maximumAttachments)
    {}

    BodyParts choose()
    {
        visit(m_root, Place::Displayed, {});
        return std::move(m_parts);
    }

private:
    // The depth is limited by BodyStructure::maximumDepth.
    void visit(const BodyStructure &part, Place place, std::string_view parentSubtype)
    {
        if (!part.isMultipart()) {
            visitLeaf(part, place, parentSubtype);
            return;
        }
        bool isFirst = true;
        for (const auto &child : part.children) {
            const bool isBeside = part.subtype == "related" && !isFirst;
            visit(child, isBeside ? Place::Beside : place, part.subtype);
            isFirst = false;
        }
    }

    void visitLeaf(const BodyStructure &part, Place place, std::string_view parentSubtype)
    {
        if (place == Place::Displayed && isDisplayable(part)) {
            // "Content-Type: text" is what broken senders write for text/plain.
            const bool isPlain = part.subtype == "plain" || part.subtype.empty();
            // Behind HTML it says something else, as the footer of a mailing list does.
            const bool isInsteadOfHtml = m_parts.html == nullptr || parentSubtype == "alternative";
            if (isPlain && isInsteadOfHtml && m_parts.text == nullptr) {
                m_parts.text = &part;
                return;
            }
            if (part.subtype == "html" && m_parts.html == nullptr) {
                m_parts.html = &part;
                return;
            }
        }
        ++m_parts.attachmentTotal;
        if (m_parts.attachments.size() < m_maximumAttachments)
            m_parts.attachments.push_back(attachmentOf(part, place, parentSubtype));
    }

    bool isDisplayable(const BodyStructure &part) const
    {
        if (part.type != "text" || part.disposition == "attachment")
            return false;
        // Inside a multipart a text with a name is a file; alone it is the message.
        return &part == &m_root || !givenFileName(part);
    }

    static Attachment attachmentOf(const BodyStructure &part, Place place,
                                   std::string_view parentSubtype)
    {
        const bool isInline =
            part.disposition == "inline" || (place == Place::Beside && part.disposition.empty());
        const std::string *charset = part.parameter("charset");
        return {.fileName = fileNameOf(part),
                .contentType = mime::rawLine(part.type + '/' + part.subtype),
                .size = mime::estimateDecodedSize(part.size, part.encoding),
                .partNumber = part.partNumber.text(),
                .contentId = mime::rawLine(withoutAngleBrackets(part.contentId)),
                .isInline = isInline,
                .kind = kindOf(part, parentSubtype, isInline),
                .charset = charset != nullptr ? *charset : std::string(),
                .encoding = part.encoding,
                .encodedSize = part.size};
    }

    const BodyStructure &m_root;
    std::size_t m_maximumAttachments;
    BodyParts m_parts;
};

} // namespace

std::string_view nameOf(Attachment::Kind kind)
{
    using Kind = Attachment::Kind;
    switch (kind) {
    case Kind::File:
        break;
    case Kind::Picture:
        return "picture";
    case Kind::Message:
        return "message";
    case Kind::Tnef:
        return "tnef";
    case Kind::SmimeEncrypted:
        return "smime_encrypted";
    case Kind::SmimeSigned:
        return "smime_signed";
    case Kind::SmimeSignature:
        return "smime_signature";
    case Kind::PgpEncrypted:
        return "pgp_encrypted";
    case Kind::PgpControl:
        return "pgp_control";
    case Kind::PgpSignature:
        return "pgp_signature";
    case Kind::PgpKeys:
        return "pgp_keys";
    }
    return "file";
}

BodyParts chooseBodyParts(const imap::BodyStructure &structure, std::size_t maximumAttachments)
{
    return Chooser(structure, maximumAttachments).choose();
}

} // namespace mail
