// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Task.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace attachments {

/// The type of a file of which nothing is known.
constexpr std::string_view anyBytes = "application/octet-stream";

/// How much of a file is looked at.
constexpr std::size_t sniffedBytes = 64UL * 1024;

/// What the beginning of a file looks like, e.g. "application/pdf", or anyBytes. The bytes may be
/// hostile: libmagic sees no more than sniffedBytes of them, follows few references, and its
/// parsers of compressed, ELF, OLE, JSON and CSV files stay off. It reads its data base from the
/// disk, so call this on a worker thread.
std::string sniffContentType(std::string_view beginning);

/// The same on a worker thread.
core::Task<std::string> sniff(std::string beginning);

/// Whether a file was plainly declared as something that it is not, in a way that could deceive its
/// recipient. `found` is what sniffContentType() says. Types are fuzzy, so only this counts:
/// - declared as a picture, sound, film or PDF, but found to be a program, a script, a web page, an
///   archive, or another one of these four;
/// - declared as text or an office document, but found to be a program in machine code.
bool contradicts(std::string_view declared, std::string_view found);

/// Whether a type was declared that says anything.
bool isDeclared(std::string_view type);

/// The type that a file is sent with: what was declared, if anything was, else what was found.
std::string effectiveType(std::string_view declared, std::string_view found);

} // namespace attachments
