// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "documents/Format.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What the server and the program that reads documents for it (extractor) say to each other. The
/// program gets one request and the document behind it on its standard input, and writes one
/// answer to its standard output. Request and answer are JSON behind their length (four bytes, the
/// highest first).
namespace documents {

/// Numbers that both sides keep to.
struct WireLimits
{
    static constexpr std::size_t lengthBytes = 4;
    static constexpr std::size_t requestBytes = 16UL * 1024;
    /// JSON writes no character of a clean text longer than itself but `"`, `\`, LF and TAB.
    static constexpr std::size_t answerBytes = 2UL * 1024 * 1024;
    static constexpr std::size_t windowCharacters = 200'000;
};

/// What shall be read, and what its sender says that it is.
struct ExtractionRequest
{
    std::string contentType; ///< lower case: "application/pdf"
    std::string charset;
    std::string fileName;
    std::uint64_t offset = 0;                           ///< characters of Unicode
    std::size_t maximum = WireLimits::windowCharacters; ///< characters of Unicode

    bool operator==(const ExtractionRequest &) const = default;
};

/// Why there is no text.
enum class Problem {
    Unsupported, ///< nobody reads text out of this format
    Encrypted,   ///< it has a password
    NoText,      ///< nothing but pictures, or nothing at all
    Damaged,     ///< it is not what it says it is
    OverLimit,   ///< it would be more than may be unpacked
    NoMemory,
};

/// What came of it.
struct Extraction
{
    Format format = Format::Unknown;
    std::optional<Problem> problem;
    std::string text;                   ///< the window that was asked for, clean
    std::uint64_t total = 0;            ///< characters of the whole text
    std::optional<std::uint64_t> next;  ///< where the text goes on
    std::optional<std::uint32_t> pages; ///< pages, sheets or slides
    std::size_t hidden = 0;             ///< passages that a person would not see, left out
    std::size_t removed = 0;            ///< invisible characters that were removed
    bool isTruncated = false;           ///< the document says more than can be read in all

    bool operator==(const Extraction &) const = default;
};

/// With its length in front.
std::string write(const ExtractionRequest &request);
std::string write(const Extraction &extraction);

/// The number in the first WireLimits::lengthBytes of `bytes`; there must be so many.
std::size_t lengthIn(std::string_view bytes);

/// Without the length. Protocol: it is none.
core::Result<ExtractionRequest> readRequest(std::string_view text);
core::Result<Extraction> readExtraction(std::string_view text);

} // namespace documents
