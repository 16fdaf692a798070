// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/ClientMetadataDocuments.h"
#include "tokens/Tokens.h"

namespace oauth {

/// Finds the client behind a client_id, in whichever way it became one: sealed by the
/// administrator, sealed by registering itself (RFC 7591), or the URL of a document.
class ClientDirectory
{
public:
    /// `documents` is null where clients may not introduce themselves. Both outlive it.
    ClientDirectory(const tokens::Tokens &tokens, ClientMetadataDocuments *documents)
        : m_tokens(tokens)
        , m_documents(documents)
    {}

    /// Unauthenticated: no client of this server; PermissionDenied: see LegacyTokens; for URLs the
    /// errors of ClientMetadataDocuments.
    core::Task<core::Result<tokens::ClientId>> find(std::string clientId, std::string clientAddress,
                                                    core::Cancellation cancellation);

private:
    const tokens::Tokens &m_tokens;
    ClientMetadataDocuments *m_documents;
};

} // namespace oauth
