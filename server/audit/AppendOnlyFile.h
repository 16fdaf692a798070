// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <string>
#include <string_view>

namespace audit {

/// A file that lines are appended to, each with one write(2), so that lines of two processes do not
/// mix. Main thread only.
class AppendOnlyFile
{
public:
    /// Makes it for its owner only (0600) if there is none; follows no symbolic link. Unavailable,
    /// saying why.
    static core::Result<AppendOnlyFile> open(const std::string &path);

    AppendOnlyFile(AppendOnlyFile &&other) noexcept;
    AppendOnlyFile &operator=(AppendOnlyFile &&other) noexcept;
    AppendOnlyFile(const AppendOnlyFile &) = delete;
    AppendOnlyFile &operator=(const AppendOnlyFile &) = delete;
    ~AppendOnlyFile();

    /// `line` ends with a newline. Unavailable when the disk is full or gone; a line that was cut
    /// off is ended before the next one, which is whole again.
    core::Result<core::Done> append(std::string_view line);

private:
    explicit AppendOnlyFile(int descriptor);

    int m_descriptor = -1;
    bool m_endsInTheMiddle = false;
};

} // namespace audit
