// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ByteSource.h"
#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"

#include <memory>
#include <string>

namespace mail {

/// A file on its way into a message.
struct OpenEnclosure
{
    std::unique_ptr<core::ByteSource> source;
    std::string contentType;
};

/// A file that a new message encloses. Where its bytes come from is the business of whoever made
/// it; they are fetched when the message is built, not before. Immutable.
class Enclosure
{
public:
    virtual ~Enclosure() = default;

    /// Equal for the same bytes under the same name, however often a link to them was made: it is
    /// part of what makes a message this message.
    virtual std::string identity() const = 0;
    virtual std::string fileName() const = 0;
    /// Errors are for whoever wants to send the message.
    virtual core::Task<core::Result<OpenEnclosure>> open(core::Cancellation cancellation) const = 0;
};

using EnclosurePtr = std::shared_ptr<const Enclosure>;

} // namespace mail
