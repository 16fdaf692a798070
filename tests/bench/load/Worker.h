// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Plan.h"

#include <functional>
#include <memory>

namespace load {

/// Makes one request after the other, in a thread of its own.
class Worker
{
public:
    virtual ~Worker() = default;
    /// Opens what stays open between requests. Throws std::runtime_error.
    virtual void prepare() = 0;
    /// One request, to the end of its answer. Throws std::runtime_error if it went wrong or the
    /// answer is not what the plan expects.
    virtual void request() = 0;
};

/// Makes the worker of an index from 0 on. References outlive the workers.
using WorkerFactory = std::function<std::unique_ptr<Worker>(std::size_t index)>;

WorkerFactory imapWorkers(const Plan &plan, Numbering &numbering);
WorkerFactory httpWorkers(const Plan &plan, Numbering &numbering);
/// All workers share one child process.
WorkerFactory stdioWorkers(const Plan &plan, Numbering &numbering);

} // namespace load
