// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/Loop.h"

#include <QSocketNotifier>

#include <utility>
#include <vector>

namespace transfer {

namespace {

/// Ends a notifier that may be the one whose signal is being emitted.
void retire(std::unique_ptr<QSocketNotifier> &notifier)
{
    if (!notifier)
        return;
    notifier->setEnabled(false);
    notifier->disconnect();
    notifier.release()->deleteLater();
}

void initialiseLibcurl()
{
    static const CURLcode once = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_ASSERT(once == CURLE_OK);
}

} // namespace

Loop::Loop()
{
    initialiseLibcurl();
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &Loop::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &Loop::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
}

Loop::~Loop()
{
    for (const auto &[easy, finished] : m_transfers)
        curl_multi_remove_handle(m_multi, easy);
    curl_multi_cleanup(m_multi);
    for (auto &[socket, watched] : m_watches) {
        retire(watched.read);
        retire(watched.write);
    }
}

core::Completion<CURLcode> Loop::start(CURL *easy)
{
    core::Completion<CURLcode> finished;
    m_transfers.emplace(easy, finished);
    // libcurl asks for a timer that is due at once; the transfer begins there.
    curl_multi_add_handle(m_multi, easy);
    return finished;
}

void Loop::abort(CURL *easy)
{
    if (m_transfers.erase(easy) > 0)
        curl_multi_remove_handle(m_multi, easy);
}

int Loop::onSocket(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    static_cast<Loop *>(self)->watch(socket, what);
    return 0;
}

int Loop::onTimer(CURLM *, long milliseconds, void *self)
{
    auto &timer = static_cast<Loop *>(self)->m_timer;
    if (milliseconds < 0)
        timer.stop();
    else
        timer.start(static_cast<int>(milliseconds));
    return 0;
}

void Loop::watch(curl_socket_t socket, int what)
{
    auto &watched = m_watches[socket];
    const auto adjust = [&](std::unique_ptr<QSocketNotifier> &notifier, QSocketNotifier::Type type,
                            bool isWanted, int event) {
        if (!isWanted)
            return retire(notifier);
        if (notifier)
            return;
        notifier = std::make_unique<QSocketNotifier>(socket, type);
        QObject::connect(notifier.get(), &QSocketNotifier::activated, &m_timer,
                         [this, socket, event] { act(socket, event); });
    };
    adjust(watched.read, QSocketNotifier::Read, what == CURL_POLL_IN || what == CURL_POLL_INOUT,
           CURL_CSELECT_IN);
    adjust(watched.write, QSocketNotifier::Write, what == CURL_POLL_OUT || what == CURL_POLL_INOUT,
           CURL_CSELECT_OUT);
    if (what == CURL_POLL_REMOVE)
        m_watches.erase(socket);
}

void Loop::act(curl_socket_t socket, int events)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, events, &running);
    deliver();
}

void Loop::deliver()
{
    std::vector<std::pair<core::Completion<CURLcode>, CURLcode>> finished;
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        CURL *const easy = message->easy_handle; // removing it takes the message away
        const CURLcode result = message->data.result;
        const auto transfer = m_transfers.extract(easy);
        curl_multi_remove_handle(m_multi, easy);
        finished.emplace_back(transfer.mapped(), result);
    }
    // Whoever is resumed here may destroy us, so nothing of us is touched any more.
    for (const auto &[completion, result] : finished)
        completion.complete(result);
}

} // namespace transfer
