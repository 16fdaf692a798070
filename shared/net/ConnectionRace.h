// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace net {

/// Sockets may be destroyed by what they called, so they always die in a later turn.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};
using SocketPointer = std::unique_ptr<QTcpSocket, DeleteLater>;

/// Where to connect to, resolved.
struct RaceCourse
{
    std::string server; ///< "host:port" for messages
    std::vector<QHostAddress> addresses;
    std::uint16_t port = 0;
    /// Head start of every attempt before the next address is tried as well (RFC 8305 §5).
    std::chrono::milliseconds stagger{250};
    /// Hears why an attempt failed, before the others go on. Must not destroy anything.
    std::function<void(const QHostAddress &, QAbstractSocket::SocketError)> onFailure = {};
};

/// Connects to the address that answers first (RFC 8305, happy eyeballs); the others are closed.
/// The socket is connected and unbuffered: what it is asked for comes from the system directly, and
/// readyRead() is emitted again only after a read. Errors: Unavailable, DeadlineExceeded,
/// Cancelled.
core::Task<core::Result<SocketPointer>>
connectToFirst(const RaceCourse &course, core::Deadline deadline, core::Cancellation cancellation);

} // namespace net
