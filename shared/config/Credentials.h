// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/EnvFile.h"
#include "core/Result.h"

#include <string>

namespace config {

/// The secrets that a service manager hands over as files, each named after its setting: what is in
/// $CREDENTIALS_DIRECTORY (systemd.exec(5), LoadCredential=). Settings that are no secrets, and
/// files that name none, are not looked at; a line end at the end of a file does not count. An
/// empty directory name means none. InvalidArgument, for the administrator: a file cannot be read.
core::Result<Variables> readCredentials(const std::string &directory);

} // namespace config
