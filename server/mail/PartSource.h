// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"
#include "mail/PartReader.h"
#include "mime/Base64Lines.h"
#include "mime/TransferDecoder.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace mail {

/// The content of a part, decoded on its way from the mail server: at most two windows of it are
/// in memory. Main thread only.
///
/// Its size is known beforehand where that is certain: the part fits into one window, is not
/// encoded and ends where the server says, or is base64 whose beginning and end are laid out
/// regularly (see mime::Base64Lines). In the last case each window is checked; one that does not
/// fit is an error of kind Protocol, so that nobody gets other bytes than were announced.
class PartSource final : public core::ByteSource
{
public:
    /// What a client that stops reading holds, three quarters of it, and what is decoded at a time:
    /// half a millisecond.
    static constexpr std::size_t windowBytes = 128UL * 1024;

    /// Reads what has to be known: the first window and, of a larger part, its end. Errors: those
    /// of PartReader.
    static core::Task<core::Result<std::unique_ptr<PartSource>>> open(PartReader reader);

    core::Task<core::Result<std::string>> read(std::size_t maximum) override;
    std::optional<std::uint64_t> size() const override { return m_size; }

    /// Goes on from there, which must not be beyond the size. Only where the size is known, and
    /// before the first read.
    void seek(std::uint64_t offset);

private:
    explicit PartSource(PartReader reader);

    core::Task<core::Result<core::Done>> begin();
    core::Task<core::Result<core::Done>> learnLayout(const std::string &beginning);
    core::Task<core::Result<core::Done>> checkSize(std::uint64_t size);
    core::Task<core::Result<core::Done>> readWindow();
    core::Result<core::Done> take(const std::string &window);
    std::size_t windowSize() const;
    std::string takeDecoded(std::size_t maximum);

    PartReader m_reader;
    mime::TransferEncoding m_encoding;
    mime::TransferDecoder m_decoder;
    std::optional<mime::Base64Lines> m_lines;
    std::optional<std::uint64_t> m_size;
    std::uint64_t m_offset = 0;    ///< of the next window, encoded
    std::uint64_t m_delivered = 0; ///< where the next byte stands that is delivered
    std::string m_decoded;         ///< not delivered yet, from m_begin on
    std::size_t m_begin = 0;
    std::size_t m_skip = 0; ///< bytes at the beginning of the next window that were not asked for
    bool m_isWhole = false; ///< everything has been fetched
    std::optional<core::Error> m_failure;
};

} // namespace mail
