// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

#include <string_view>

namespace attachments {

/// Adds the fields that a stranger's file is served with: it is saved, never shown (M-15, ML-12).
/// Content-Disposition with the name in both forms (RFC 6266 §4.3, RFC 8187), a content type that
/// no browser runs, nosniff, a policy that would put it into a sandbox, and no trace in caches.
/// `fileName` is made harmless once more: links may be older than this program.
void addFileHeaders(http::Headers &headers, std::string_view fileName,
                    std::string_view contentType);

} // namespace attachments
