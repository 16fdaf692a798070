// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/Grant.h"

namespace oauth {

/// RFC 6749 §4.1.3 with PKCE (RFC 7636 §4.6): redeems a code, once. A code that comes a second time
/// has leaked, so everything that came of it is revoked (RFC 6749 §4.1.2).
core::Task<GrantResult> redeemAuthorizationCode(const GrantContext &context);

} // namespace oauth
