// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mime {

/// Gets VMime ready. main() calls it once, before anything else of this library.
void initialise();

} // namespace mime
