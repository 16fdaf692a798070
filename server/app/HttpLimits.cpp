// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/HttpLimits.h"

#include <algorithm>

namespace app {

http::Limits httpLimits(const config::HttpSettings &settings)
{
    http::Limits limits;
    limits.request.requestLine = settings.requestLine;
    limits.request.headerBlock = settings.headerBlock;
    limits.request.headerFields = settings.headerFields;
    limits.request.headerField = settings.headerField;
    limits.request.chunks = settings.chunks;
    limits.request.body = std::max(settings.formBody, settings.mcpBody);
    limits.connections = settings.connections;
    limits.connectionsPerAddress = settings.connectionsPerAddress;
    limits.requestsPerConnection = settings.requestsPerConnection;
    limits.bufferedBodies = settings.bufferedBodies;
    limits.bufferedBodiesPerAddress = settings.bufferedBodiesPerAddress;
    limits.streamBacklog = settings.streamBacklog;
    limits.handshakeTime = settings.handshakeTime;
    limits.headerTime = settings.headerTime;
    limits.bodyTime = settings.bodyTime;
    limits.bodyRate = settings.bodyRate;
    limits.idleTime = settings.idleTime;
    limits.writeStallTime = settings.writeStallTime;
    limits.lingerTime = settings.lingerTime;
    return limits;
}

} // namespace app
