// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Random.h"
#include "crypto/KeyRing.h"
#include "oauth/AuthorizeEndpoint.h"
#include "oauth/BearerGuard.h"
#include "oauth/ClientDirectory.h"
#include "oauth/RegistrationEndpoint.h"
#include "oauth/RevocationEndpoint.h"
#include "oauth/TokenEndpoint.h"
#include "state/StateStore.h"
#include "support/FakeClock.h"
#include "tokens/Tokens.h"

#include <nlohmann/json.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace support {

/// A whole authorization server without a socket and without mail servers: one key, a store in
/// memory, a clock that the test moves, and two clients. What is not faked is real.
class OAuthFixture
{
public:
    using Parameters = std::map<std::string, std::string>;

    OAuthFixture();

    static constexpr std::string_view baseUrl = "https://mail.test";
    static constexpr std::string_view redirectUri = "https://app.example/cb";
    /// RFC 7636 appendix B
    static constexpr std::string_view verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    static constexpr std::string_view challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    struct Client
    {
        std::string id;
        std::string secret;
    };
    Client makeClient(const std::vector<std::string> &redirectUris, const clients::ScopeSet &scopes,
                      const std::string &name);
    /// One whose users are always asked before anything is sent or deleted.
    Client makeConfirmingClient();

    /// A GET of the login page; `changes` override the usual parameters, an empty text removes one.
    http::Response authorize(const Parameters &changes = {});
    http::Response authorizeQuery(const std::string &query);
    /// A POST of the login form that this page holds, as a browser would send it.
    http::Response logIn(const http::Response &page, const Parameters &changes = {},
                         const Parameters &headerChanges = {});
    /// The whole way to a code.
    std::string obtainCode(const Parameters &authorizeChanges = {},
                           const Parameters &loginChanges = {});
    /// POST /oauth/token
    http::Response token(const Parameters &form, const Parameters &headers = {},
                         const std::string &query = {});
    http::Response redeem(const std::string &code, const Parameters &changes = {});
    http::Response refresh(const std::string &refreshToken, const Parameters &changes = {});
    http::Response revoke(const std::string &token, const Parameters &changes = {});
    /// POST /oauth/register
    http::Response registerClient(const std::string &body,
                                  const std::string &contentType = "application/json");
    /// The answer of a host that has a client's document.
    static fetch::Response jsonDocument(const nlohmann::json &members,
                                        const std::string &cacheControl = {});
    core::Result<tokens::AccessToken, http::Response> admit(const Parameters &headers);

    static Parameters locationParameters(const http::Response &response);
    static nlohmann::json json(const http::Response &response);

    FakeClock clock;
    core::SystemRandom random;
    crypto::KeyRing ring;
    std::unique_ptr<state::StateStore> store;
    tokens::Tokens tokens;
    oauth::Urls urls;
    Client client;
    Client otherClient;
    /// What the mail servers say, and how often they were asked.
    oauth::LoginVerdict verdict;
    int loginAttempts = 0;
    account::MailAccountPtr lastAccount;
    std::string clientAddress = "192.0.2.7";
    /// What the hosts of client metadata documents say, and which were asked.
    core::Result<fetch::Response> document =
        core::Error(core::ErrorKind::Unavailable, "there is no document");
    std::vector<std::string> fetchedUrls;
    oauth::ClientMetadataDocuments documents;
    oauth::ClientDirectory directory;
    oauth::RegistrationEndpoint registrationEndpoint;
    oauth::AuthorizeEndpoint authorizeEndpoint;
    oauth::TokenEndpoint tokenEndpoint;
    oauth::RevocationEndpoint revocationEndpoint;
    oauth::BearerGuard guard;
};

} // namespace support
