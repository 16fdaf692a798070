// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/BodyStructure.h"
#include "imap/Envelope.h"
#include "imap/Section.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace imap {

/// What to fetch of each message. The UID is always asked for.
struct FetchItems
{
    bool flags = false;
    bool size = false;
    bool internalDate = false;
    bool envelope = false;
    bool bodyStructure = false;
    std::vector<Section> sections = {};
};

/// What a server said about one message. Only what was asked for is filled.
struct FetchedMessage
{
    std::uint32_t sequence = 0; ///< valid at the moment of the answer only; never hand it out
    std::uint32_t uid = 0;
    std::vector<std::string>
        flags; ///< `\Seen` in its usual spelling, keywords as the server has them
    std::uint64_t size = 0;
    std::optional<std::chrono::sys_seconds> internalDate;
    std::optional<Envelope> envelope;
    /// Missing also when the server's answer was malformed or deeper than our limits: fetch the
    /// whole message then.
    std::optional<BodyStructure> bodyStructure;
    /// Section::key() -> bytes. A section that the message does not have is missing.
    std::map<std::string, std::string, std::less<>> sections;

    /// The bytes of a section, or nullptr.
    const std::string *section(const Section &wanted) const;
    bool hasFlag(std::string_view flag) const;
};

} // namespace imap
