// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mailconnect/Diagnosis.h"

#include <string>

namespace mailconnect {

/// The same report without what is private in it: the user names and the address, wherever they
/// stand, and the names of folders that have no role.
DiagnosisReport redacted(DiagnosisReport report);

} // namespace mailconnect
