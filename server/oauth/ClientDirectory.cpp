// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/ClientDirectory.h"

namespace oauth {

core::Task<core::Result<tokens::ClientId>> ClientDirectory::find(std::string clientId,
                                                                 std::string clientAddress,
                                                                 core::Cancellation cancellation)
{
    if (ClientMetadataDocuments::recognises(clientId)) {
        if (m_documents == nullptr)
            co_return core::Error(core::ErrorKind::InvalidArgument,
                                  "This server works only with assistants that its administrator "
                                  "has set up, and with none that introduce themselves.");
        co_return co_await m_documents->find(std::move(clientId), std::move(clientAddress),
                                             std::move(cancellation));
    }
    auto client = m_tokens.openClientId(clientId);
    // Registered at a time when that was possible.
    if (client && !client->namesServers() && m_documents == nullptr)
        co_return crypto::Jwe::invalidToken();
    co_return client;
}

} // namespace oauth
