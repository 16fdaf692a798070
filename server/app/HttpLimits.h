// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/HttpSettings.h"
#include "http/Limits.h"

namespace app {

/// The limits of the HTTP server as they are set. Which path takes how large a body is the router's
/// business; here is the upper bound.
http::Limits httpLimits(const config::HttpSettings &settings);

} // namespace app
