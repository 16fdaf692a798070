// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompts/ErrorBoundary.h"

#include "view/CleanError.h"

#include <utility>

namespace prompts {

mcp::Prompt withCleanErrors(mcp::Prompt prompt)
{
    prompt.run = view::withCleanErrors(std::move(prompt.run));
    return prompt;
}

} // namespace prompts
