// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <string>
#include <string_view>

namespace documents {

/// A file in memory that is written once and then given to another process, which can change
/// nothing in it (memfd_create(2)).
class SealedFile
{
public:
    /// Unavailable: no descriptor is left.
    static core::Result<SealedFile> create();
    SealedFile(SealedFile &&other) noexcept;
    SealedFile &operator=(SealedFile &&other) = delete;
    SealedFile(const SealedFile &) = delete;
    SealedFile &operator=(const SealedFile &) = delete;
    ~SealedFile();

    core::Result<core::Done> append(std::string_view bytes) const;
    core::Result<core::Done> seal() const;
    /// Where this process can open it, from its beginning.
    std::string path() const;

private:
    explicit SealedFile(int descriptor)
        : m_descriptor(descriptor)
    {}

    int m_descriptor;
};

} // namespace documents
