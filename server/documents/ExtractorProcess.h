// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"

#include <chrono>
#include <string>

namespace documents {

/// How a run of the extractor ended.
struct ExtractorEnd
{
    enum class Kind {
        Answered,   ///< it wrote something and was content
        NotStarted, ///< there is no such program
        Failed,     ///< `code` is its exit status
        Killed,     ///< by the kernel; `code` is the signal
        TooSlow,
        TooLong, ///< more came than any answer has
        Cancelled,
    };

    Kind kind = Kind::NotStarted;
    int code = 0;
    std::string output;
};

/// Runs `program` once, without arguments and environment, its standard input the file `input`. The
/// process has ended when the task ends; it is killed after `duration`, when too much comes, and
/// when nobody waits any more. Main thread only.
core::Task<ExtractorEnd> runExtractor(std::string program, std::string input,
                                      std::chrono::milliseconds duration,
                                      core::Cancellation cancellation);

} // namespace documents
