// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

#include <string>
#include <string_view>

namespace attachments {

/// Content-Disposition of a file to save, with its name in both forms (RFC 6266 §4.3, RFC 8187).
/// The name is made harmless once more: links may be older than this program.
std::string attachmentDisposition(std::string_view fileName);

/// The content type, or that of any bytes for what is none and for what a browser might run.
std::string servedType(std::string_view contentType);

/// Adds the fields that a stranger's file is served with: it is saved, never shown (M-15, ML-12).
/// attachmentDisposition(), servedType(), nosniff, a policy that would put it into a sandbox, and
/// no trace in caches.
void addFileHeaders(http::Headers &headers, std::string_view fileName,
                    std::string_view contentType);

} // namespace attachments
