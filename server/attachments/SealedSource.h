// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"
#include "crypto/SealedChunks.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace attachments {

/// A file as it is stored: a salt, and then the file in sealed chunks (see crypto::SealedChunks).
class SealingSource final : public core::ByteSource
{
public:
    static constexpr std::size_t chunkBytes = 256UL * 1024; ///< of the file, in one chunk

    /// The source outlives it; `salt` is random and new.
    SealingSource(core::ByteSource &source, std::string_view fileKey, std::string salt);

    core::Task<core::Result<std::string>> read(std::size_t maximum) override;
    std::optional<std::uint64_t> size() const override;

private:
    core::Task<core::Result<core::Done>> sealNext();

    core::ByteSource &m_source;
    crypto::SealedChunks m_chunks;
    std::string m_sealed; ///< not read yet, from m_begin on
    std::size_t m_begin = 0;
    std::string m_ahead; ///< begins the next chunk
    bool m_isLast = false;
};

/// The file that a SealingSource stored. Errors of kind Protocol: it is not what was stored, or not
/// under this key.
class OpeningSource final : public core::ByteSource
{
public:
    /// Reads and opens the beginning of it.
    static core::Task<core::Result<std::unique_ptr<core::ByteSource>>>
    open(std::unique_ptr<core::ByteSource> stored, std::string fileKey);

    core::Task<core::Result<std::string>> read(std::size_t maximum) override;
    std::optional<std::uint64_t> size() const override;

private:
    OpeningSource(std::unique_ptr<core::ByteSource> stored, crypto::SealedChunks chunks,
                  std::string sealed);

    core::Task<core::Result<core::Done>> fill(std::size_t count);
    core::Task<core::Result<core::Done>> openNext();

    std::unique_ptr<core::ByteSource> m_stored;
    crypto::SealedChunks m_chunks;
    std::string m_sealed; ///< not opened yet
    std::string m_chunk;  ///< not read yet, from m_begin on
    std::size_t m_begin = 0;
    bool m_isWhole = false; ///< all that is stored has been read
    bool m_isLast = false;  ///< the last chunk has been opened
};

} // namespace attachments
