// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Resource.h"
#include "resources/Services.h"

namespace resources {

/// The folders and messages of the caller's mailbox under the URIs of view::MailUri. The folders
/// are listed, messages are found through the template: there are too many of them. Only folders
/// can be watched, because a message never changes. They need the scope mail.read.
mcp::Resources mailResources(const Services &services);

} // namespace resources
