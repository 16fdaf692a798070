// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/Format.h"
#include "extractor/Zip.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace extractor {

/// What an archive holds, as its own tables of contents say (ECMA-376 part 2; OpenDocument 1.3 part
/// 2 §3): which part of it has which type, and which part refers to which.
class Package
{
public:
    /// Problems: those of Zip.
    static Result<Package> open(Zip &zip);

    /// Docx, Xlsx, Pptx, Odt, Ods, Odp, or Archive.
    documents::Format format() const { return m_format; }

    /// The content type of a part, empty if none is given. `name` as the archive has it.
    std::string_view typeOf(std::string_view name) const;
    /// The part that the whole document is about; empty if there is none.
    const std::string &mainPart() const { return m_mainPart; }

    struct Relationship
    {
        std::string type;
        std::string target; ///< name of a part
    };
    /// What `id` means in `part`, or nullptr.
    const Relationship *relationship(std::string_view part, std::string_view id) const;
    /// The first part that `part` refers to as something whose type ends like that; may be empty.
    std::string related(std::string_view part, std::string_view typeEnding) const;

private:
    class ContentTypes;
    class Relationships;

    void recognise(std::string_view mimetype);

    documents::Format m_format = documents::Format::Archive;
    std::string m_mainPart;
    std::map<std::string, std::string, std::less<>> m_types; ///< by part in lower case
    std::map<std::string, std::map<std::string, Relationship, std::less<>>, std::less<>>
        m_relationships; ///< by part in lower case, and id
    std::size_t m_count = 0;
};

} // namespace extractor
