// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/Grant.h"

namespace oauth {

/// RFC 6749 §6 with rotation (RFC 9700 §4.14.2): every refresh hands out a new refresh token. An
/// old one shown again soon after is taken for a lost answer, later for a theft, which ends the
/// family.
core::Task<GrantResult> refreshTokens(const GrantContext &context);

} // namespace oauth
