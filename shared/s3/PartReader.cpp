// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/PartReader.h"

#include "crypto/Hash.h"

#include <algorithm>

namespace s3 {

namespace {

constexpr std::size_t atOnce = 64UL * 1024;

} // namespace

PartReader::PartReader(core::ByteSource &source, std::size_t partSize)
    : m_source(source)
    , m_partSize(partSize)
{}

core::Task<core::Result<core::Done>> PartReader::next()
{
    crypto::Sha256 hash;
    m_bytes.clear();
    m_bytes.reserve(std::min<std::uint64_t>(m_partSize, m_source.size().value_or(m_partSize)));
    m_bytes.append(m_ahead);
    hash.add(m_ahead);
    while (true) {
        // One piece more than the part: only so it is known whether this is the last one.
        const bool isFull = m_bytes.size() == m_partSize;
        const std::size_t room = isFull ? m_partSize : m_partSize - m_bytes.size();
        auto piece = co_await m_source.read(std::min(room, atOnce));
        if (!piece)
            co_return piece.error();
        m_total += piece->size();
        m_isLast = piece->empty();
        if (m_isLast || isFull) {
            m_ahead = std::move(*piece);
            break;
        }
        m_bytes.append(*piece);
        hash.add(*piece);
    }
    m_hash = crypto::hexadecimal(hash.digest());
    co_return checkSize();
}

/// A file that was cut off must not pass for the whole one.
core::Result<core::Done> PartReader::checkSize() const
{
    const auto size = m_source.size();
    if (!size || (m_isLast ? m_total == *size : m_total <= *size))
        return core::Done{};
    return core::Error(core::ErrorKind::Unavailable,
                       "The file did not come whole. Try again later.",
                       std::to_string(m_total) + " of " + std::to_string(*size) + " bytes");
}

} // namespace s3
