// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/SealedSource.h"

#include <algorithm>
#include <utility>

namespace attachments {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;
using crypto::SealedChunks;

namespace {

constexpr auto chunkBytes = SealingSource::chunkBytes;
constexpr auto sealedBytes = chunkBytes + SealedChunks::overhead;

Error cutOff()
{
    return {ErrorKind::Protocol, "The stored file is damaged.", "it is cut off"};
}

/// What has been read of a text goes only with the last of it: moving the rest each time would cost
/// more than the memory.
std::string takeFrom(std::string &text, std::size_t &begin, std::size_t maximum)
{
    auto piece = text.substr(begin, maximum);
    begin += piece.size();
    if (begin == text.size()) {
        text.clear();
        begin = 0;
    }
    return piece;
}

} // namespace

SealingSource::SealingSource(core::ByteSource &source, std::string_view fileKey, std::string salt)
    : m_source(source)
    , m_chunks(fileKey, salt)
    , m_sealed(std::move(salt))
{}

Task<Result<std::string>> SealingSource::read(std::size_t maximum)
{
    if (m_sealed.empty() && !m_isLast) {
        const auto next = co_await sealNext();
        if (!next)
            co_return next.error();
    }
    co_return takeFrom(m_sealed, m_begin, maximum);
}

/// One piece more than the chunk: only so it is known whether this is the last one.
Task<Result<Done>> SealingSource::sealNext()
{
    std::string chunk = std::exchange(m_ahead, {});
    bool isLast = false;
    while (true) {
        const bool isFull = chunk.size() == chunkBytes;
        auto piece = co_await m_source.read(isFull ? chunkBytes : chunkBytes - chunk.size());
        if (!piece)
            co_return piece.error();
        isLast = piece->empty();
        if (isLast || isFull) {
            m_ahead = std::move(*piece);
            break;
        }
        chunk += *piece;
    }
    auto sealed =
        m_chunks.seal(chunk, isLast ? SealedChunks::Place::Last : SealedChunks::Place::Inner);
    if (!sealed)
        co_return sealed.error();
    m_isLast = isLast;
    m_sealed = std::move(*sealed);
    co_return Done{};
}

std::optional<std::uint64_t> SealingSource::size() const
{
    const auto size = m_source.size();
    if (!size)
        return std::nullopt;
    const auto chunks = std::max<std::uint64_t>((*size + chunkBytes - 1) / chunkBytes, 1);
    return SealedChunks::saltSize + *size + chunks * SealedChunks::overhead;
}

OpeningSource::OpeningSource(std::unique_ptr<core::ByteSource> stored, crypto::SealedChunks chunks,
                             std::string sealed)
    : m_stored(std::move(stored))
    , m_chunks(std::move(chunks))
    , m_sealed(std::move(sealed))
{}

Task<Result<std::unique_ptr<core::ByteSource>>>
OpeningSource::open(std::unique_ptr<core::ByteSource> stored, std::string fileKey)
{
    std::string sealed;
    while (sealed.size() < SealedChunks::saltSize) {
        const auto piece = co_await stored->read(sealedBytes);
        if (!piece)
            co_return piece.error();
        if (piece->empty())
            co_return cutOff();
        sealed += *piece;
    }
    SealedChunks chunks(fileKey, sealed.substr(0, SealedChunks::saltSize));
    sealed.erase(0, SealedChunks::saltSize);
    std::unique_ptr<OpeningSource> source(
        new OpeningSource(std::move(stored), std::move(chunks), std::move(sealed)));
    const auto opened = co_await source->openNext();
    if (!opened)
        co_return opened.error();
    std::unique_ptr<core::ByteSource> result = std::move(source);
    co_return result;
}

/// At least `count` bytes of what is stored, unless it ends before.
Task<Result<Done>> OpeningSource::fill(std::size_t count)
{
    while (m_sealed.size() < count && !m_isWhole) {
        const auto piece = co_await m_stored->read(sealedBytes);
        if (!piece)
            co_return piece.error();
        m_sealed += *piece;
        m_isWhole = piece->empty();
    }
    co_return Done{};
}

Task<Result<Done>> OpeningSource::openNext()
{
    const auto filled = co_await fill(sealedBytes + 1);
    if (!filled)
        co_return filled.error();
    const bool isLast = m_sealed.size() <= sealedBytes;
    const auto place = isLast ? SealedChunks::Place::Last : SealedChunks::Place::Inner;
    auto chunk = m_chunks.open(std::string_view(m_sealed).substr(0, sealedBytes), place);
    if (!chunk)
        co_return chunk.error();
    m_isLast = isLast;
    m_sealed.erase(0, sealedBytes);
    m_chunk = std::move(*chunk);
    co_return Done{};
}

Task<Result<std::string>> OpeningSource::read(std::size_t maximum)
{
    if (m_chunk.empty() && !m_isLast) {
        const auto opened = co_await openNext();
        if (!opened)
            co_return opened.error();
    }
    co_return takeFrom(m_chunk, m_begin, maximum);
}

std::optional<std::uint64_t> OpeningSource::size() const
{
    const auto stored = m_stored->size();
    if (!stored || *stored < SealedChunks::saltSize + SealedChunks::overhead)
        return std::nullopt;
    const auto sealed = *stored - SealedChunks::saltSize;
    return sealed - (sealed + sealedBytes - 1) / sealedBytes * SealedChunks::overhead;
}

} // namespace attachments
