// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace core {

class CancellationSource;

/// Tells a running task that the one who asked for it is gone. A default-made token never fires.
/// Main thread only. Copies share one state.
class Cancellation
{
public:
    /// Keeps a callback registered for as long as it lives.
    class Registration
    {
    public:
        Registration() = default;
        Registration(Registration &&) noexcept = default;
        Registration &operator=(Registration &&other) noexcept;
        Registration(const Registration &) = delete;
        Registration &operator=(const Registration &) = delete;
        ~Registration();

    private:
        friend class Cancellation;
        void release();
        std::function<void()> m_release;
    };

    Cancellation() = default;

    bool isCancelled() const;
    /// Runs `callback` once when the source is cancelled; not at all if that has happened already
    /// (ask isCancelled() first). The callback runs inside cancel(): it must not destroy the
    /// source.
    [[nodiscard]] Registration onCancel(std::function<void()> callback) const;

private:
    friend class CancellationSource;
    struct State;
    std::shared_ptr<State> m_state;
};

/// The other end: whoever owns the request owns this.
class CancellationSource
{
public:
    CancellationSource();
    Cancellation token() const { return m_token; }
    void cancel();

private:
    Cancellation m_token;
};

} // namespace core
