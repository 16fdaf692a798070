// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/Settings.h"
#include "core/Result.h"

namespace app {

/// Opens the audit log of this process as AUDIT_LOG and LOG_PII say. InvalidArgument, for the
/// administrator: the file cannot be opened.
core::Result<core::Done> openAuditLog(const config::Settings &settings);

} // namespace app
