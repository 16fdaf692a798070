// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace http {

/// The other end of a connection, asked from the kernel before any object is made for it.
struct Peer
{
    std::string address; ///< textual, canonical; ClientAddress::localSocket for a UNIX socket
    std::string group;   ///< what connections are counted by: the address, or an IPv6 /64
    std::uint16_t port = 0;
};

/// An unconnected descriptor gives an empty address.
Peer peerOf(qintptr descriptor);

/// The port that a socket is bound to; 0 for a UNIX socket.
std::uint16_t boundPort(qintptr descriptor);

/// Sends a few bytes without waiting and closes: for clients that get no connection object.
void turnAway(qintptr descriptor, std::string_view lastWords);

/// One try to accept a connection.
struct Accepted
{
    enum class Outcome {
        Connection,
        NobodyWaits,
        GoneAlready, ///< the client gave up while it waited; the next one may be there
        Failed,      ///< no descriptor or no memory is left
    };
    Outcome outcome = Outcome::Failed;
    qintptr descriptor = -1;
    std::string_view reason; ///< of the failure, for the log
};

/// Takes the next connection of a listening socket, without waiting. It is not inherited by
/// children.
Accepted acceptFrom(qintptr listening);

/// One more descriptor for the same socket; -1 if there is none left.
qintptr shareDescriptor(qintptr descriptor);
void closeDescriptor(qintptr descriptor);

/// Whether something has arrived that nobody has read yet.
bool hasBytesWaiting(qintptr descriptor);

/// Says that nothing more will be sent, so that the client sees the end and what it still sends
/// does not destroy an answer that is on its way.
void closeForWriting(qintptr descriptor);

/// How many descriptors this process may have open.
std::size_t descriptorLimit();

} // namespace http
