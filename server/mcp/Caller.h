// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <set>
#include <string>

namespace mcp {

/// Who is behind a request, as far as tools, prompts and resources care. The library that provides
/// them derives from it; this one only carries it from the guard to them.
class Principal
{
public:
    virtual ~Principal() = default;
};

/// A verified caller. Only a guard makes one, so a handler cannot be entered without it.
struct Caller
{
    std::string subject;          ///< stable pseudonym of the account, for limits and logs
    std::set<std::string> scopes; ///< granted OAuth scopes
    std::shared_ptr<const Principal> principal;

    /// True for no scope at all.
    bool has(const std::string &scope) const { return scope.empty() || scopes.contains(scope); }
};

} // namespace mcp
