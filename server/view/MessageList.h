// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/MessageHeaders.h"
#include "mcp/Tool.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

/// One page of a folder, as the tool and the resource show it.
namespace view {

std::vector<mcp::Field> messageListFields();
/// `folder` is what the caller named. `messages` is prepared text (core::preparedJson).
nlohmann::json messageListJson(std::string folder, const mail::MessagePage &page);

} // namespace view
