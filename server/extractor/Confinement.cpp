// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Confinement.h"

#include "extractor/Limits.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <memory>
#include <string>

namespace extractor {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;

namespace {

Error failed(std::string_view what, int code)
{
    return {ErrorKind::Internal,
            std::string(what) + ": " + std::strerror(code)}; // NOLINT(concurrency-mt-unsafe)
}

Result<Done> limit(int resource, rlim_t value, std::string_view name)
{
    // At the soft limit of its time a process gets SIGXCPU, at the hard one SIGKILL, which says
    // less.
    const rlimit both{.rlim_cur = value, .rlim_max = value + (resource == RLIMIT_CPU ? 1 : 0)};
    if (setrlimit(static_cast<__rlimit_resource_t>(resource), &both) != 0)
        return failed(name, errno);
    return Done{};
}

/// Best effort: without /proc it stays as it is.
void goFirstWhenMemoryIsScarce()
{
    const int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return;
    constexpr std::string_view first = "1000";
    [[maybe_unused]] const auto written = write(file, first.data(), first.size());
    close(file);
}

class Filter
{
public:
    Filter()
        : m_context(seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release)
    {}

    void allow(int call, auto... conditions) { add(SCMP_ACT_ALLOW, call, conditions...); }
    /// Libraries try it and do without.
    void refuse(int call, int code) { add(SCMP_ACT_ERRNO(static_cast<unsigned>(code)), call); }

    Result<Done> load()
    {
        if (m_context == nullptr)
            return failed("seccomp", ENOMEM);
        if (m_code == 0)
            m_code = seccomp_load(m_context.get());
        if (m_code != 0)
            return failed("seccomp", -m_code);
        return Done{};
    }

private:
    void add(std::uint32_t action, int call, auto... conditions)
    {
        if (m_context == nullptr || m_code != 0)
            return;
        const std::array<scmp_arg_cmp, sizeof...(conditions)> all = {conditions...};
        m_code = seccomp_rule_add_array(m_context.get(), action, call, all.size(), all.data());
    }

    std::unique_ptr<void, decltype(&seccomp_release)> m_context;
    int m_code = 0;
};

scmp_arg_cmp argument(unsigned index, scmp_datum_t value)
{
    return {.arg = index, .op = SCMP_CMP_EQ, .datum_a = value, .datum_b = 0};
}

/// The bits of `mask` in an argument are those of `value`.
scmp_arg_cmp bits(unsigned index, scmp_datum_t mask, scmp_datum_t value)
{
    return {.arg = index, .op = SCMP_CMP_MASKED_EQ, .datum_a = mask, .datum_b = value};
}

#ifdef MAIL_MCP_SANITIZED
/// The undefined-behaviour sanitizer writes what it wants to read into a pipe first, to learn
/// whether it is there.
void allowPipes(Filter &filter)
{
    const scmp_arg_cmp notStandard{
        .arg = 0, .op = SCMP_CMP_GT, .datum_a = STDERR_FILENO, .datum_b = 0};
    filter.allow(SCMP_SYS(pipe2));
    filter.allow(SCMP_SYS(write), notStandard);
    filter.allow(SCMP_SYS(close), notStandard);
}
#endif

} // namespace

Result<Done> limitResources()
{
    // Whatever the parent forgot to close.
    if (close_range(STDERR_FILENO + 1, ~0U, 0) != 0)
        return failed("close_range", errno);
    if (chdir("/") != 0)
        return failed("chdir", errno);
    goFirstWhenMemoryIsScarce();
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || prctl(PR_SET_DUMPABLE, 0) != 0
        || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return failed("prctl", errno);
    struct Row
    {
        int resource;
        rlim_t value;
        std::string_view name;
    };
    constexpr std::array rows = {
#ifndef MAIL_MCP_SANITIZED // whose shadow memory is larger than any limit
        Row{.resource = RLIMIT_AS, .value = Limits::memoryBytes, .name = "RLIMIT_AS"},
#endif
        Row{.resource = RLIMIT_CPU, .value = Limits::cpuSeconds, .name = "RLIMIT_CPU"},
        Row{.resource = RLIMIT_FSIZE, .value = 0, .name = "RLIMIT_FSIZE"},
        Row{.resource = RLIMIT_CORE, .value = 0, .name = "RLIMIT_CORE"},
        Row{.resource = RLIMIT_NPROC, .value = 0, .name = "RLIMIT_NPROC"},
    };
    for (const auto &row : rows) {
        if (auto limited = limit(row.resource, row.value, row.name); !limited)
            return limited;
    }
    return Done{};
}

Result<Done> forbidSystemCalls()
{
    Filter filter;
#ifdef MAIL_MCP_SANITIZED
    allowPipes(filter);
#else
    if (auto limited = limit(RLIMIT_NOFILE, STDERR_FILENO + 1, "RLIMIT_NOFILE"); !limited)
        return limited;
#endif
    filter.allow(SCMP_SYS(read), argument(0, STDIN_FILENO));
    filter.allow(SCMP_SYS(write), argument(0, STDOUT_FILENO));
    filter.allow(SCMP_SYS(write), argument(0, STDERR_FILENO));
    // Memory, but none that could be run.
    filter.allow(SCMP_SYS(mmap), bits(2, PROT_EXEC, 0), bits(3, MAP_ANONYMOUS, MAP_ANONYMOUS));
    filter.allow(SCMP_SYS(mprotect), bits(2, PROT_EXEC, 0));
    for (const int call :
         {SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk), SCMP_SYS(futex),
          SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask),
          SCMP_SYS(sigaltstack), SCMP_SYS(getrandom), SCMP_SYS(clock_gettime),
          SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getpid), SCMP_SYS(gettid),
          SCMP_SYS(sched_yield)})
        filter.allow(call);
    // abort() sends its signal to its own process only.
    filter.allow(SCMP_SYS(tgkill), argument(0, static_cast<scmp_datum_t>(getpid())));
    for (const int call :
         {SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(access), SCMP_SYS(faccessat),
          SCMP_SYS(faccessat2), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat),
          SCMP_SYS(statx), SCMP_SYS(readlink), SCMP_SYS(readlinkat)})
        filter.refuse(call, EACCES);
    for (const int call : {SCMP_SYS(fstat), SCMP_SYS(lseek)})
        filter.refuse(call, EBADF);
#ifndef MAIL_MCP_SANITIZED
    filter.refuse(SCMP_SYS(close), EBADF);
#endif
    filter.refuse(SCMP_SYS(ioctl), ENOTTY); // is it a terminal?
    for (const int call : {SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(sched_getaffinity),
                           SCMP_SYS(prlimit64), SCMP_SYS(rt_sigaction)})
        filter.refuse(call, EPERM);
    return filter.load();
}

} // namespace extractor
