// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Method.h"

namespace mcp {

std::optional<std::string> missingScope(const std::string &scope, const Caller &caller)
{
    return caller.has(scope) ? std::optional<std::string>() : scope;
}

Refusal failed(const core::Error &error, RequestContext &context)
{
    context.outcome = core::nameOf(error.kind);
    context.areCredentialsRefused = error.kind == core::ErrorKind::Unauthenticated;
    return refusalOf(error);
}

} // namespace mcp
