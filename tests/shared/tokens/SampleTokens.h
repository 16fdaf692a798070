// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Base64.h"
#include "crypto/Hash.h"
#include "crypto/KeyRing.h"
#include "tokens/Tokens.h"

#include <QTest>

/// One complete token of each kind, and the key they are sealed with.
namespace sample {

inline const std::string issuer = "https://mail.test";
inline const std::string clientHash = tokens::clientHashOf("some-client-id");

inline std::string keyBytes()
{
    std::string bytes;
    for (int i = 0; i < 32; ++i)
        bytes += static_cast<char>(i);
    return bytes;
}

inline crypto::KeyRing ring(std::string_view otherKeys = {})
{
    auto ring = crypto::KeyRing::parse(core::encodeBase64(keyBytes()), otherKeys);
    if (!ring)
        qFatal("%s", ring.error().message.c_str());
    return std::move(*ring);
}

inline clients::RedirectUri redirectUri(std::string_view text)
{
    auto uri = clients::RedirectUri::parse(text);
    if (!uri)
        qFatal("%s", uri.error().message.c_str());
    return std::move(*uri);
}

inline account::ServerEndpoint imap()
{
    return {.host = "imap.example.com", .port = 993, .security = account::Security::ImplicitTls};
}

inline account::ServerEndpoint smtp()
{
    return {.host = "smtp.example.com", .port = 587, .security = account::Security::StartTls};
}

inline std::shared_ptr<account::MailAccount> account()
{
    auto account = std::make_shared<account::MailAccount>();
    account->imap = imap();
    account->imapLogin = {.username = "alice", .password = core::Secret::copyOf("imap pässword")};
    account->smtp = smtp();
    account->smtpLogin = {.username = "alice-out",
                          .password = core::Secret::copyOf("smtp \"password\"")};
    account->emailAddress = "alice@example.com";
    account->fullName = "Alice Ångström";
    return account;
}

inline clients::ScopeSet scopes(std::string_view text)
{
    auto set = clients::ScopeSet::parse(text);
    if (!set)
        qFatal("%s", set.error().message.c_str());
    return std::move(*set);
}

inline tokens::ClientId clientId()
{
    tokens::ClientId client;
    client.imap = imap();
    client.smtp = smtp();
    client.secretHash = crypto::sha256("the secret");
    client.redirectUris = {redirectUri("https://app.example/cb"),
                           redirectUri("http://127.0.0.1/callback")};
    client.name = "Example";
    client.maximalScopes = scopes("mail.read mail.draft");
    return client;
}

inline tokens::AuthorizationRequest authorizationRequest()
{
    tokens::AuthorizationRequest request;
    request.clientHash = clientHash;
    request.clientName = "Example";
    request.imap = imap();
    request.smtp = smtp();
    request.redirectUri = "https://app.example/cb";
    request.state = "st-123";
    request.codeChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    request.scopes = scopes("mail.read");
    request.resource = "https://mail.test/mcp";
    request.browserBinding = "binding";
    return request;
}

inline tokens::AuthorizationCode authorizationCode()
{
    tokens::AuthorizationCode code;
    code.account = account();
    code.clientHash = clientHash;
    code.redirectUri = "http://127.0.0.1:51234/callback";
    code.codeChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    code.scopes = scopes("mail.read mail.send");
    code.resource = "https://mail.test/mcp";
    code.family = "family-1";
    return code;
}

inline tokens::AccessToken accessToken()
{
    tokens::AccessToken token;
    token.account = account();
    token.scopes = scopes("mail.read");
    token.clientHash = clientHash;
    token.family = "family-1";
    return token;
}

inline tokens::RefreshToken refreshToken(std::int64_t now)
{
    tokens::RefreshToken token;
    token.account = account();
    token.scopes = scopes("mail.read");
    token.clientHash = clientHash;
    token.family = "family-1";
    token.generation = 7;
    token.authenticatedAt = now - 100;
    token.familyExpiresAt = now + 180 * 86400;
    return token;
}

inline tokens::ProtocolState protocolState()
{
    tokens::ProtocolState state;
    state.purpose = "confirmation";
    state.subject = "pseudonym-of-alice";
    state.data = R"({"tool":"send_mail_message","arguments":"wGrWEh0"})";
    return state;
}

inline tokens::AttachmentToken attachmentToken()
{
    tokens::AttachmentToken token;
    token.account = account();
    token.clientHash = clientHash;
    token.family = "family-1";
    token.folder = "Entwürfe/2025";
    token.uidValidity = 4'294'967'295;
    token.uid = 4711;
    token.partNumber = "2.1";
    token.fileName = "Übersicht.pdf";
    token.contentType = "application/pdf";
    token.encoding = "base64";
    token.encodedSize = 5'000'000'000;
    return token;
}

inline tokens::UploadToken uploadToken()
{
    tokens::UploadToken token;
    token.owner = "pseudonym-of-alice";
    token.clientHash = clientHash;
    token.family = "family-1";
    token.fileKey = keyBytes();
    token.fileName = "Übersicht.pdf";
    token.contentType = "application/pdf";
    return token;
}

} // namespace sample
