// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Async.h"

#include "core/Log.h"

#include <QTimer>

namespace core {

namespace {

const Log logger("core");

/// The frame that owns a started task and destroys itself at the end.
struct Root
{
    struct promise_type // NOLINT(readability-identifier-naming): the language prescribes the name
    {
        Root get_return_object() const noexcept { return {}; }
        std::suspend_never initial_suspend() const noexcept { return {}; }
        std::suspend_never final_suspend() const noexcept { return {}; }
        void return_void() const noexcept {}
        void unhandled_exception() const noexcept { std::terminate(); }
    };
};

Root run(Task<void> task)
{
    try {
        co_await std::move(task);
    } catch (const std::exception &exception) {
        logger.error("task_failed", {{"what", exception.what()}});
    }
}

} // namespace

void start(Task<void> task)
{
    run(std::move(task));
}

Task<Result<Done>> sleepFor(std::chrono::milliseconds duration, Cancellation cancellation)
{
    if (cancellation.isCancelled())
        co_return Error(ErrorKind::Cancelled, "cancelled");
    const Completion<bool> woken;
    // The timer outlives the emission that resumes us, so it dies by deleteLater.
    auto *timer = new QTimer;
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, timer, [woken] { woken.complete(true); });
    const auto registration = cancellation.onCancel([woken] { woken.complete(false); });
    timer->start(duration);
    const bool inFull = co_await woken;
    timer->stop();
    timer->deleteLater();
    if (!inFull)
        co_return Error(ErrorKind::Cancelled, "cancelled");
    co_return Done{};
}

namespace {

struct Latch
{
    std::size_t left;
    Completion<Done> opened;
};

Task<void> countDown(Task<void> task, std::shared_ptr<Latch> latch)
{
    co_await std::move(task);
    if (--latch->left == 0)
        latch->opened.complete(Done{});
}

} // namespace

Task<void> all(std::vector<Task<void>> tasks)
{
    if (tasks.empty())
        co_return;
    const auto latch = std::make_shared<Latch>();
    latch->left = tasks.size();
    for (auto &task : tasks)
        start(countDown(std::move(task), latch));
    co_await latch->opened;
}

} // namespace core
