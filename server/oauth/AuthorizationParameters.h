// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/FormData.h"
#include "oauth/Metadata.h"
#include "oauth/OAuthError.h"

#include <optional>

namespace oauth {

/// What is wrong with an authorization request whose client and redirect URI are genuine, so that
/// the client can be told (RFC 6749 §4.1.2.1, RFC 7636 §4.4.1, RFC 8707 §2).
std::optional<OAuthError> findParameterError(const http::FormData &query, const Urls &urls);

} // namespace oauth
