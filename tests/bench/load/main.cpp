// SPDX-License-Identifier: GPL-3.0-or-later
// bench_load: closed-loop load for tests/bench. Reads a plan (JSON, see Plan.h) from standard input
// and writes what came of it to standard output, times in milliseconds:
//   {"requests", "total" (with those of the warm-up), "errors", "firstError", "seconds", "rps",
//   "p50", "p95", "p99", "most", "cpu"}
// Each worker is a thread that makes one request after the other, so that the load itself costs
// little.
#include "Plan.h"
#include "Worker.h"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <cmath>
#include <exception>
#include <iostream>
#include <mutex>
#include <thread>

namespace load {

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;
using nlohmann::json;

/// What all workers found.
struct Findings
{
    std::mutex mutex;
    std::vector<double> latencies;
    std::uint64_t total = 0;
    std::uint64_t errors = 0;
    std::string firstError;
    Clock::time_point last;
    std::atomic<std::uint64_t> begun{0}; ///< requests, if their number is limited
    std::atomic<bool> isHopeless{false}; ///< somebody could not even begin

    void note(const std::string &error)
    {
        const std::scoped_lock lock(mutex);
        if (errors++ == 0)
            firstError = error;
    }
};

double quantile(const std::vector<double> &sorted, double share)
{
    if (sorted.empty())
        return 0;
    const auto rank = std::ceil(share * static_cast<double>(sorted.size()));
    return sorted[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

double processorSeconds()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// A pause after an error, so that a server that refuses everything is not stormed.
constexpr std::chrono::milliseconds pauseAfterError{5};

/// Milliseconds that each request took.
std::vector<double> work(Worker &worker, const Plan &plan, Clock::time_point until,
                         Findings &findings)
{
    std::vector<double> latencies;
    for (auto due = Clock::now(); Clock::now() < until; due += plan.interval) {
        if (plan.requests > 0 && findings.begun++ >= plan.requests)
            break;
        std::this_thread::sleep_until(due);
        const auto began = plan.interval.count() > 0 ? due : Clock::now();
        try {
            worker.request();
            latencies.push_back(Milliseconds(Clock::now() - began).count());
        } catch (const std::exception &error) {
            findings.note(error.what());
            std::this_thread::sleep_for(pauseAfterError);
        }
    }
    return latencies;
}

json run(const Plan &plan, const WorkerFactory &makeWorker)
{
    Findings findings;
    Clock::time_point began;
    double processorBefore = 0;
    const auto workers = static_cast<std::ptrdiff_t>(plan.workers);
    std::barrier ready(workers);
    std::barrier start(workers, [&]() noexcept {
        began = Clock::now();
        processorBefore = processorSeconds();
    });
    const auto body = [&](std::size_t index) {
        const auto worker = makeWorker(index);
        try {
            worker->prepare();
        } catch (const std::exception &error) {
            findings.note(error.what());
            findings.isHopeless = true;
        }
        ready.arrive_and_wait();
        if (findings.isHopeless)
            return;
        const auto warmed = work(*worker, plan, Clock::now() + plan.warmUp, findings);
        start.arrive_and_wait();
        const auto latencies = work(*worker, plan, began + plan.duration, findings);
        const auto ended = Clock::now();
        const std::scoped_lock lock(findings.mutex);
        findings.latencies.insert(findings.latencies.end(), latencies.begin(), latencies.end());
        findings.total += warmed.size() + latencies.size();
        findings.last = std::max(findings.last, ended);
    };
    std::vector<std::thread> threads;
    for (std::size_t index = 0; index < plan.workers; ++index)
        threads.emplace_back(body, index);
    for (auto &thread : threads)
        thread.join();

    auto &sorted = findings.latencies;
    std::ranges::sort(sorted);
    const double seconds = std::chrono::duration<double>(findings.last - began).count();
    const auto count = static_cast<double>(sorted.size());
    return {{"requests", sorted.size()},
            {"total", findings.total},
            {"errors", findings.errors},
            {"firstError", findings.firstError},
            {"seconds", seconds},
            {"rps", sorted.empty() ? 0 : count / seconds},
            {"p50", quantile(sorted, 0.5)},
            {"p95", quantile(sorted, 0.95)},
            {"p99", quantile(sorted, 0.99)},
            {"most", sorted.empty() ? 0 : sorted.back()},
            {"cpu", sorted.empty() ? 0 : 1000 * (processorSeconds() - processorBefore) / count}};
}

WorkerFactory workersFor(const Plan &plan, Numbering &numbering)
{
    switch (plan.protocol) {
    case Plan::Protocol::Imap:
        return imapWorkers(plan, numbering);
    case Plan::Protocol::Http:
        return httpWorkers(plan, numbering);
    case Plan::Protocol::Stdio:
        return stdioWorkers(plan, numbering);
    }
    return {};
}

} // namespace

} // namespace load

int main()
{
    try {
        const auto plan = load::Plan::parse(nlohmann::json::parse(std::cin));
        load::Numbering numbering(plan.cycle);
        std::cout << load::run(plan, load::workersFor(plan, numbering)) << '\n';
        return 0;
    } catch (const std::exception &error) {
        std::cerr << "bench_load: " << error.what() << '\n';
        return 1;
    }
}
