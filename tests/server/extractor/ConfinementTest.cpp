// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Confinement.h"
#include "extractor/Limits.h"

#include <QTest>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <functional>

namespace {

constexpr int notConfined = 99;

/// How a process ends that confines itself and then does this; what it returns is its exit status.
int statusOf(const std::function<int()> &deed)
{
    const auto child = fork();
    if (child == 0) {
        if (!extractor::limitResources() || !extractor::forbidSystemCalls())
            _exit(notConfined);
        _exit(deed());
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

/// 0: it could be done; else the signal.
int signalOf(const std::function<int()> &deed)
{
    const int status = statusOf(deed);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

/// errno of a deed that failed, 0 if it did not.
int errorOf(const std::function<long()> &deed)
{
    const int status = statusOf([&deed] { return deed() < 0 ? errno : 0; });
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class ConfinementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatReadingNeedsIsAllowed()
    {
        const int status = statusOf([] {
            std::string text(10UL * 1024 * 1024, 'x');
            text.shrink_to_fit();
            return text.size() == 10UL * 1024 * 1024 ? 7 : 8;
        });
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 7);
    }

    void whatItDoesNotNeedEndsTheProcess()
    {
        QCOMPARE(signalOf([] { return socket(AF_INET, SOCK_STREAM, 0); }), SIGSYS);
        QCOMPARE(signalOf([] { return socket(AF_UNIX, SOCK_STREAM, 0); }), SIGSYS);
        QCOMPARE(signalOf([] { return fork(); }), SIGSYS);
        QCOMPARE(signalOf([] { return execl("/bin/true", "true", nullptr); }), SIGSYS);
        QCOMPARE(signalOf([] { return kill(getppid(), 0); }), SIGSYS);
        QCOMPARE(signalOf([] { return unlink("/nowhere"); }), SIGSYS);
        QCOMPARE(signalOf([] { return memfd_create("m", 0); }), SIGSYS);
        QCOMPARE(signalOf([] { return setuid(0); }), SIGSYS);
        QCOMPARE(signalOf([] { return dup(0); }), SIGSYS);
        char byte = 0;
        QCOMPARE(signalOf([&byte] { return static_cast<int>(read(2, &byte, 1)); }), SIGSYS);
        QCOMPARE(signalOf([&byte] { return static_cast<int>(write(0, &byte, 1)); }), SIGSYS);
    }

    void memoryThatRunsIsNotToBeHad()
    {
        const auto map = [](int protection) {
            return [protection] {
                return mmap(nullptr, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                               == MAP_FAILED
                           ? 1
                           : 0;
            };
        };
        QCOMPARE(signalOf(map(PROT_READ | PROT_WRITE)), 0);
        QCOMPARE(signalOf(map(PROT_READ | PROT_EXEC)), SIGSYS);
        QCOMPARE(signalOf([] {
                     static char page[8192];
                     auto *const begin = reinterpret_cast<char *>(
                         (reinterpret_cast<std::uintptr_t>(page) + 4095) & ~std::uintptr_t{4095});
                     return mprotect(begin, 4096, PROT_READ | PROT_EXEC);
                 }),
                 SIGSYS);
    }

    void noFileCanBeOpened()
    {
        QCOMPARE(errorOf([] { return open("/etc/passwd", O_RDONLY); }), EACCES);
        QCOMPARE(errorOf([] { return open("/tmp/x", O_WRONLY | O_CREAT, 0600); }), EACCES);
        QCOMPARE(errorOf([] { return access("/etc/passwd", F_OK); }), EACCES);
    }

    void limitsCannotBeRaised()
    {
        const rlimit more{.rlim_cur = 1UL << 40, .rlim_max = 1UL << 40};
        QCOMPARE(errorOf([&more] { return setrlimit(RLIMIT_AS, &more); }), EPERM);
    }

    void memoryEnds()
    {
#ifdef MAIL_MCP_SANITIZED
        QSKIP("The address sanitizer has a memory of its own, larger than any limit.");
#endif
        const auto bytes = extractor::Limits::memoryBytes;
        QCOMPARE(errorOf([bytes] {
                     const auto *const memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                                                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
                     return memory == MAP_FAILED ? -1 : 0;
                 }),
                 ENOMEM);
    }

    void timeEnds()
    {
        rlimit limit = {};
        const int status = statusOf([] { return 0; });
        QCOMPARE(status, 0);
        const auto child = fork();
        if (child == 0) {
            const bool isLimited = extractor::limitResources() && getrlimit(RLIMIT_CPU, &limit) == 0
                                   && limit.rlim_cur == extractor::Limits::cpuSeconds;
            _exit(isLimited ? 0 : 1);
        }
        int ended = 1;
        waitpid(child, &ended, 0);
        QCOMPARE(ended, 0);
    }
};

QTEST_APPLESS_MAIN(ConfinementTest)
#include "ConfinementTest.moc"
