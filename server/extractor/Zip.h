// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractor/Content.h"
#include "extractor/Xml.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace extractor {

/// A ZIP archive in memory, unpacked piece by piece. Archives within it stay closed.
class Zip
{
public:
    /// `bytes` must outlive it.
    explicit Zip(std::string_view bytes)
        : m_bytes(bytes)
    {}

    /// Takes a piece of an entry; false: the rest is not wanted.
    using Taker = std::function<bool(std::string_view piece)>;

    /// Goes through the entries, in the order of the archive. `takerFor` says who gets the content
    /// of one; nobody: it is not unpacked. Problems: Damaged, Encrypted, OverLimit: more entries
    /// than Limits::entries or, all visits together, more than Limits::unpackedBytes.
    Result<core::Done> visit(const std::function<Taker(const std::string &name)> &takerFor);

    /// The same for entries that are XML: `handlerFor` says who reads one, or nullptr.
    Result<core::Done>
    readXml(const std::function<XmlHandler *(const std::string &name)> &handlerFor);

private:
    std::string_view m_bytes;
    std::size_t m_unpacked = 0;
};

} // namespace extractor
