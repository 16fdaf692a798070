// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QSslConfiguration>

#include <string>

namespace http {

/// Reads a certificate with its chain and its key from PEM files and checks that they belong
/// together, so that a mistake shows when it is made and not at the first handshake. The
/// configuration asks for TLS 1.2 or newer and for no client certificate. Errors: InvalidArgument.
core::Result<QSslConfiguration> loadTlsIdentity(const std::string &certificateFile,
                                                const std::string &keyFile);

} // namespace http
