// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/MemoryDumps.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace core {

void forbidMemoryDumps()
{
    const rlimit none = {.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
    // Also where the kernel hands cores to a program, which the limit does not stop.
    prctl(PR_SET_DUMPABLE, 0);
}

} // namespace core
