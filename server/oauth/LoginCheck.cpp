// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/LoginCheck.h"

namespace oauth {

bool LoginVerdict::saysWrongPassword() const
{
    const auto isRefusal = [](const std::optional<core::Error> &error) {
        return error && error->kind == core::ErrorKind::Unauthenticated;
    };
    return isRefusal(imap) || isRefusal(smtp);
}

} // namespace oauth
