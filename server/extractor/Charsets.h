// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace extractor {

/// Loads what the C library needs to convert the charsets of mail, for it can open no file once the
/// process is confined. Without one of them its texts are read as the charsets that are there.
void loadCharsets();

} // namespace extractor
