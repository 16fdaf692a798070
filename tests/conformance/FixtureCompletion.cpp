// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixtureCompletion.h"

#include <utility>

namespace conformance {

namespace {

core::Task<core::Result<std::vector<std::string>>> matching(std::vector<std::string> values,
                                                            std::string typed)
{
    std::erase_if(values, [&typed](const auto &value) { return !value.starts_with(typed); });
    co_return values;
}

} // namespace

mcp::Complete completeFrom(std::vector<std::string> values)
{
    return [values = std::move(values)](const mcp::CallContext &, const std::string &typed,
                                        const nlohmann::json &) { return matching(values, typed); };
}

} // namespace conformance
