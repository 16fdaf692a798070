// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Process.h"

#include "core/MemoryDumps.h"

#include <malloc.h>
#include <sys/resource.h>

namespace app {

void hardenProcess()
{
    core::forbidMemoryDumps();
    rlimit files = {};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

void returnMemorySoon()
{
    constexpr int largeBytes = 64 * 1024;
    mallopt(M_MMAP_THRESHOLD, largeBytes);
    mallopt(M_TRIM_THRESHOLD, 2 * largeBytes);
}

} // namespace app
