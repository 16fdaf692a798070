// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/MemoryDumps.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace core {

void forbidMemoryDumps()
{
#ifdef Q_OS_UNIX
    const rlimit none = {.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    // Also where the kernel hands cores to a program, which the limit does not stop.
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace core
