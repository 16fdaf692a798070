// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/ErrorBoundary.h"

#include "view/CleanError.h"

#include <utility>

namespace tools {

mcp::Tool withCleanErrors(mcp::Tool tool)
{
    tool.run = view::withCleanErrors(std::move(tool.run));
    if (tool.findQuestion)
        tool.findQuestion = view::withCleanErrors(std::move(tool.findQuestion));
    return tool;
}

} // namespace tools
