// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/CleanError.h"

#include "content/UnicodeHygiene.h"
#include "core/Unicode.h"

#include <string>
#include <utility>

namespace view {

namespace {

constexpr std::size_t maximumMessageBytes = 1000;

} // namespace

core::Error cleanError(const core::Error &error)
{
    auto message = content::UnicodeHygiene().clean(error.message);
    message.resize(core::truncateUtf8(message, maximumMessageBytes).size());
    return {error.kind, std::move(message), error.detail};
}

} // namespace view
