// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "net/TlsPolicy.h"

#include <QSslConfiguration>

namespace net {

/// TLS 1.2 or newer, the system's authorities and those of the policy, everything verified.
/// Internal: the file of authorities cannot be used.
core::Result<QSslConfiguration> tlsConfiguration(const TlsPolicy &policy);

} // namespace net
