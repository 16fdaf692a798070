// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "provisioning/Provisioner.h"

namespace app {

/// What is wrong with a client or a server, for whoever typed it: the option, and why.
core::Error errorOf(const provisioning::Problem &problem);

} // namespace app
