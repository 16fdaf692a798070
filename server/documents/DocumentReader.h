// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"
#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"
#include "documents/Extraction.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace documents {

/// Has documents read by the extractor: a process for each, which is gone when the answer is there,
/// when its time is over or when nobody waits for it any more. What it answers is checked like
/// everything that strangers say. Main thread only.
class DocumentReader
{
    struct State;

public:
    struct Limits
    {
        std::size_t documentBytes = 25UL * 1024 * 1024;
        std::size_t total = 4; ///< documents at a time, on their way here among them
        std::size_t perMailbox = 2;
        std::chrono::milliseconds duration = std::chrono::seconds(30); ///< of one process
    };

    /// The right to have one document read, until it goes.
    class Slot
    {
    private:
        friend class DocumentReader;
        struct Use;
        explicit Slot(std::shared_ptr<Use> use);
        std::shared_ptr<Use> m_use;
    };

    /// `program` is the path of mail_mcp_extract; empty: there is none, and nothing is read.
    DocumentReader(std::string program, Limits limits);

    const Limits &limits() const { return m_limits; }

    /// Busy: too many are being read, in all or for `owner`.
    core::Result<Slot> take(const std::string &owner);

    /// Reads `beginning` and what `source` has behind it. The references must live until the task
    /// ends. Errors: TooLarge: the document has more bytes than Limits::documentBytes, or needs
    /// more memory or time than it may have. Unsupported: there is no text in it for another
    /// reason, which the message names. Cancelled. Those of the source.
    core::Task<core::Result<Extraction>> read(const Slot &slot, std::string_view beginning,
                                              core::ByteSource &source,
                                              const ExtractionRequest &request,
                                              core::Cancellation cancellation) const;

    std::size_t inUse() const;

private:
    std::string m_program;
    Limits m_limits;
    std::shared_ptr<State> m_state;
};

/// Everything that `source` has behind `beginning`. TooLarge: more than `maximum` bytes in all.
/// `source` must live until the task ends.
core::Task<core::Result<std::string>> readWhole(std::string beginning, core::ByteSource &source,
                                                std::size_t maximum);

} // namespace documents
