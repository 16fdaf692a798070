// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mailconnect/Inspection.h"
#include "smtp/Connection.h"

#include <memory>

namespace mailconnect {

/// All steps of SMTP but those of the round trip. The connection is logged in, or null.
core::Task<std::unique_ptr<smtp::Connection>> inspectSmtp(Inspection &inspection);

} // namespace mailconnect
