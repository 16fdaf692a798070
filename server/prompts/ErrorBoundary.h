// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Prompt.h"

namespace prompts {

/// The same prompt, whose errors are clean (view::cleanError).
mcp::Prompt withCleanErrors(mcp::Prompt prompt);

} // namespace prompts
