// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Process.h"

#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace app {

void hardenProcess()
{
    const rlimit none = {.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
    // What libraries free is overwritten: requests, answers of mail servers, pieces of JSON. (Short
    // pieces stay in the allocator's cache as they are; whoever holds a password in one wipes it.)
    constexpr int anyByteButZero = 0x5a;
    mallopt(M_PERTURB, anyByteButZero);
    rlimit files = {};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

} // namespace app
