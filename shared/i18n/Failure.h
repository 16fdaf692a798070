// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "i18n/Text.h"

#include <utility>

namespace i18n {

/// A failure that can be told in every language. To those who take it for a core::Error, as the log
/// and the command line do, it is the same in English.
struct Failure : core::Error
{
    Failure(core::ErrorKind errorKind, Text errorText)
        : Error(errorKind, errorText.english())
        , text(std::move(errorText))
    {}

    Text text;
};

} // namespace i18n
