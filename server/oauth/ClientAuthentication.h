// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "http/FormData.h"
#include "http/Request.h"
#include "oauth/ClientDirectory.h"
#include "oauth/OAuthError.h"
#include "state/StateStore.h"
#include "tokens/ClientId.h"

namespace oauth {

/// The client that proved its secret at the token or revocation endpoint (RFC 6749 §2.3.1): in the
/// Authorization header (client_secret_basic) or in the body (client_secret_post), exactly one of
/// them. A public client only names itself (RFC 6749 §3.2.1). The arguments outlive the task.
///
/// `failures` bounds how many may fail from one address; more are answered with 429. A client that
/// proves its secret is served all the same: a hosted assistant calls for all of its users from a
/// few addresses, and one misconfigured client must not lock out the others.
core::Task<core::Result<tokens::ClientId, OAuthError>>
authenticateClient(const http::Request &request, const http::FormData &form,
                   ClientDirectory &clients, state::StateStore &store, const state::Rate &failures);

/// The form of a POST to one of these endpoints. Credentials in the URL would end up in logs, so a
/// query is refused, and so is a parameter that comes twice (RFC 6749 §3.2).
core::Result<http::FormData, OAuthError> readForm(const http::Request &request);

} // namespace oauth
