// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Download.h"

#include "crypto/Hash.h"

#include <QMetaObject>
#include <QObject>

namespace s3 {

using Ended = core::Result<core::Done>;

/// What the task that receives and the one that reads have in common.
struct Download::State : std::enable_shared_from_this<Download::State>
{
    State(std::size_t windowSize, Slots::Slot ownSlot)
        : window(windowSize)
        , slot(std::move(ownSlot))
        , home(new QObject)
    {}
    ~State() { home->deleteLater(); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    /// From inside libcurl, where nobody may be resumed: the reader is woken in a turn of its own.
    void wakeLater()
    {
        const auto wakeIfAlive = [weak = weak_from_this()] {
            if (const auto state = weak.lock())
                state->wake();
        };
        QMetaObject::invokeMethod(home, wakeIfAlive, Qt::QueuedConnection);
    }
    void wake()
    {
        if (const auto waiting = std::exchange(reader, std::nullopt))
            waiting->complete(true);
    }
    std::size_t take(std::string_view piece)
    {
        hasBegun = true;
        isPaused = !buffer.empty() && buffer.size() + piece.size() > window;
        if (isPaused)
            return CURL_WRITEFUNC_PAUSE;
        buffer.append(piece);
        wakeLater();
        return piece.size();
    }

    std::size_t window;
    Slots::Slot slot;
    QObject *home; ///< of queued calls
    core::CancellationSource stop;
    core::Cancellation::Registration registration;
    transfer::Transfer *transfer = nullptr; ///< while it runs
    std::string buffer;
    std::optional<std::uint64_t> size;
    std::optional<core::Completion<bool>> reader;
    std::optional<Ended> ended;
    bool hasHead = false;
    bool hasBegun = false; ///< bytes have gone to the reader
    bool isPaused = false;
};

Download::Download(std::shared_ptr<State> state)
    : m_state(std::move(state))
{}

Download::~Download()
{
    m_state->stop.cancel();
}

core::Task<core::Result<std::unique_ptr<core::ByteSource>>>
Download::start(Requester &requester, std::string key, Slots::Slot slot, core::Deadline deadline,
                core::Cancellation cancellation)
{
    const auto state = std::make_shared<State>(requester.limits().window, std::move(slot));
    std::unique_ptr<core::ByteSource> download(new Download(state));
    state->registration = cancellation.onCancel([&stop = state->stop] { stop.cancel(); });
    core::start(run(requester, std::move(key), state, deadline));
    while (!state->hasHead && !state->ended) {
        state->reader.emplace();
        const auto waiting = *state->reader;
        co_await waiting;
    }
    if (!state->hasHead && !*state->ended)
        co_return state->ended->error();
    co_return download;
}

core::Task<void> Download::run(Requester &requester, std::string key, std::shared_ptr<State> state,
                               core::Deadline deadline)
{
    Call call;
    call.method = "GET";
    call.key = std::move(key);
    call.payloadHash = crypto::hexadecimal(crypto::sha256({}));
    call.mayRepeat = [state] { return !state->hasBegun; };
    call.prepare = [state](transfer::Transfer &transfer) {
        state->transfer = &transfer;
        transfer.setSink([state](std::string_view piece) { return state->take(piece); });
        transfer.setOnHead([state](const transfer::Response &response) {
            if (response.status / 100 != 2)
                return;
            state->hasHead = true;
            state->size = contentLength(response);
            state->wakeLater();
        });
    };
    const auto response = co_await requester.send(call, deadline, state->stop.token());
    state->transfer = nullptr;
    state->ended = response ? Ended(core::Done{}) : Ended(response.error());
    state->wake();
}

core::Task<core::Result<std::string>> Download::read(std::size_t maximum)
{
    const auto state = m_state;
    while (state->buffer.empty() && !state->ended) {
        state->reader.emplace();
        const auto waiting = *state->reader;
        co_await waiting;
    }
    if (state->buffer.empty()) {
        if (!*state->ended)
            co_return state->ended->error();
        co_return std::string();
    }
    std::string piece = state->buffer.substr(0, maximum);
    state->buffer.erase(0, piece.size());
    if (state->isPaused && state->transfer != nullptr) {
        state->isPaused = false;
        state->transfer->resume(); // may fill the buffer
    }
    co_return piece;
}

std::optional<std::uint64_t> Download::size() const
{
    return m_state->size;
}

} // namespace s3
