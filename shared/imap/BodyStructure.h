// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/Envelope.h"
#include "imap/Section.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace imap {

class Tokenizer;

/// A parameter of Content-Type or Content-Disposition: the name in lower case, the value raw. RFC
/// 2231 forms stay as they are (`filename*0*`); shared/mime joins and decodes them.
struct BodyParameter
{
    std::string name;
    std::string value;

    bool operator==(const BodyParameter &) const = default;
};

/// One node of a message's MIME tree as the server describes it (RFC 9051 §7.5.2, BODYSTRUCTURE).
struct BodyStructure
{
    /// Depth of the tree and number of nodes beyond which a structure counts as malformed.
    static constexpr int maximumDepth = 100;
    static constexpr int maximumParts = 10'000;

    PartNumber partNumber; ///< what Section::ofPart() wants; root() for a multipart at the top
    std::string type;      ///< lower case: "text", "multipart" …
    std::string subtype;   ///< lower case: "plain", "mixed" …
    std::vector<BodyParameter> parameters;
    std::string contentId; ///< with its angle brackets
    std::string description;
    std::string encoding;    ///< lower case: "base64", "quoted-printable" …
    std::uint64_t size = 0;  ///< bytes in transfer encoding; 0 for multiparts
    std::string disposition; ///< lower case: "attachment", "inline", or empty
    std::vector<BodyParameter> dispositionParameters;
    /// multipart: its parts. message/rfc822: exactly one, the body of the nested message.
    std::vector<BodyStructure> children;
    std::shared_ptr<const Envelope> nestedEnvelope; ///< message/rfc822 only

    bool isMultipart() const { return type == "multipart"; }
    bool isNestedMessage() const { return nestedEnvelope != nullptr; }
    /// The value of a parameter (name in lower case), or nullptr.
    const std::string *parameter(std::string_view name) const;
    const std::string *dispositionParameter(std::string_view name) const;

    /// Reads one parenthesised BODYSTRUCTURE. Nothing if it is malformed or over the limits; the
    /// position is then undefined.
    static std::optional<BodyStructure> parse(Tokenizer &tokens);
};

} // namespace imap
