// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Cors.h"
#include "http/Exchange.h"

namespace http {

/// The handler, with the fields of the CORS protocol on each of its answers. `exposed` as for
/// Cors::addTo.
Handler withCors(Handler handler, Cors cors, HeaderValue exposed);

/// Answers OPTIONS for such a handler: the permission for a preflight, 204 for anything else.
Handler corsPreflight(Cors cors, HeaderValue methods, HeaderValue allowedHeaders);

} // namespace http
