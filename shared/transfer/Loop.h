// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"

#include <QTimer>

#include <curl/curl.h>

#include <map>
#include <memory>

class QSocketNotifier;

namespace transfer {

/// Drives libcurl's multi interface (multi_socket_action) with the event loop of this thread:
/// socket notifiers and one timer in place of threads and polling.
class Loop
{
public:
    Loop();
    /// Transfers that still run are broken off; nobody is told.
    ~Loop();
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    /// Starts a transfer. Its result is delivered from the event loop, never inside this call.
    core::Completion<CURLcode> start(CURL *easy);
    /// Ends a transfer if it still runs; nobody is told.
    void abort(CURL *easy);

private:
    /// What libcurl waits for on one socket.
    struct Watch
    {
        std::unique_ptr<QSocketNotifier> read;
        std::unique_ptr<QSocketNotifier> write;
    };

    static int onSocket(CURL *easy, curl_socket_t socket, int what, void *self, void *unused);
    static int onTimer(CURLM *multi, long milliseconds, void *self);
    void watch(curl_socket_t socket, int what);
    void act(curl_socket_t socket, int events);
    void deliver();

    CURLM *m_multi;
    QTimer m_timer;
    std::map<curl_socket_t, Watch> m_watches;
    std::map<CURL *, core::Completion<CURLcode>> m_transfers;
};

} // namespace transfer
