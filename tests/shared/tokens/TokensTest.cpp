// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/tokens/SampleTokens.h"

#include "clients/KnownClients.h"
#include "core/Base64.h"
#include "crypto/Jwe.h"
#include "support/FakeClock.h"
#include "tokens/Claims.h"
#include "tokens/Tokens.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace std::chrono_literals;
using tokens::Tokens;

namespace {

using Opener = std::function<core::Result<core::Done>(const Tokens &, std::string_view)>;

template <typename Result>
core::Result<core::Done> outcomeOf(const Result &result)
{
    if (!result)
        return result.error();
    return core::Done{};
}

const std::map<std::string, Opener> openers = {
    {"client_id", [](const Tokens &t, auto text) { return outcomeOf(t.openClientId(text)); }},
    {"authreq",
     [](const Tokens &t, auto text) { return outcomeOf(t.openAuthorizationRequest(text)); }},
    {"code", [](const Tokens &t, auto text) { return outcomeOf(t.openAuthorizationCode(text)); }},
    {"access", [](const Tokens &t, auto text) { return outcomeOf(t.openAccessToken(text)); }},
    {"refresh", [](const Tokens &t, auto text) { return outcomeOf(t.openRefreshToken(text)); }},
    {"mcp_state", [](const Tokens &t, auto text) { return outcomeOf(t.openProtocolState(text)); }},
    {"attachment",
     [](const Tokens &t, auto text) { return outcomeOf(t.openAttachmentToken(text)); }},
    {"upload", [](const Tokens &t, auto text) { return outcomeOf(t.openUploadToken(text)); }},
};

bool isInvalidToken(const core::Result<core::Done> &outcome)
{
    return !outcome && outcome.error().kind == core::ErrorKind::Unauthenticated
           && outcome.error().message == "invalid token" && outcome.error().detail.empty();
}

} // namespace

class TokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_clock = support::FakeClock(); }
    void aClientIdComesBackAsItWas();
    void aPublicClientHasNoSecret();
    void aClientThatIntroducedItselfNamesNoServers();
    void anAuthorizationRequestComesBackAsItWas();
    void aStateOfAnyBytesComesBackAsItWas();
    void anAuthorizationCodeComesBackAsItWas();
    void anAccessTokenComesBackAsItWas();
    void aRefreshTokenComesBackAsItWas();
    void theWishToBeAskedComesBackAsItWas_data();
    void theWishToBeAskedComesBackAsItWas();
    void aProtocolStateComesBackAsItWas();
    void aProtocolStateIsVisibleAscii();
    void aDownloadLinkComesBackWithoutWhatSends();
    void anUploadLinkComesBackAsItWas();
    void linksFitIntoARequestLine();
    void theSmtpLoginIsLeftOutWhenItIsTheSame();
    void plainTextSurvivesAsSuch();
    void noKindPassesForAnother_data();
    void noKindPassesForAnother();
    void eachKindEndsAtItsTime_data();
    void eachKindEndsAtItsTime();
    void aRefreshTokenEndsWithItsFamily();
    void aClientIdEndsOnlyIfItSaysSo();
    void tokensOfAnotherIssuerAreRefused();
    void aTokenFromTheFutureIsRefused();
    void everyTokenHasItsOwnId();
    void theSizeOfATokenHidesTheSizeOfAPassword();
    void theLongestAccountFitsIntoEveryToken();
    void theLongestProtocolStateFits();
    void aClientOfAllKnownCallbacksFits();
    void tooManyRedirectUrisAreRefused();
    void whatIsTooLongIsRefusedWithItsName_data();
    void whatIsTooLongIsRefusedWithItsName();
    void whatIsNotUtf8IsRefused();
    void anEditedTokenUnderAnotherKeyIsRefused();
    void theKeyRingCanChange();
    void everySealIsCountedAndMayBeRefused();

private:
    std::map<std::string, std::string> oneOfEach() const;

    support::FakeClock m_clock;
    core::SystemRandom m_random;
    const Tokens m_tokens{sample::ring(), sample::issuer, {}, m_clock, m_random};
};

std::map<std::string, std::string> TokensTest::oneOfEach() const
{
    return {
        {"client_id", m_tokens.seal(sample::clientId())->text},
        {"authreq", m_tokens.seal(sample::authorizationRequest())->text},
        {"code", m_tokens.seal(sample::authorizationCode())->text},
        {"access", m_tokens.seal(sample::accessToken())->text},
        {"refresh", m_tokens.seal(sample::refreshToken(m_tokens.now()))->text},
        {"mcp_state", m_tokens.seal(sample::protocolState(), 5min)->text},
        {"attachment", m_tokens.seal(sample::attachmentToken())->text},
        {"upload", m_tokens.seal(sample::uploadToken())->text},
    };
}

namespace {

void compareAccounts(const account::MailAccount &actual, const account::MailAccount &expected)
{
    QVERIFY(actual.imap == expected.imap);
    QVERIFY(actual.smtp == expected.smtp);
    QCOMPARE(actual.imapLogin.username, expected.imapLogin.username);
    QCOMPARE(actual.imapLogin.password.reveal(), expected.imapLogin.password.reveal());
    QCOMPARE(actual.smtpLogin.username, expected.smtpLogin.username);
    QCOMPARE(actual.smtpLogin.password.reveal(), expected.smtpLogin.password.reveal());
    QCOMPARE(actual.emailAddress, expected.emailAddress);
    QCOMPARE(actual.fullName, expected.fullName);
}

} // namespace

void TokensTest::aClientIdComesBackAsItWas()
{
    const auto sealed = m_tokens.seal(sample::clientId());
    QVERIFY(sealed);
    const auto client = m_tokens.openClientId(sealed->text);
    QVERIFY(client);
    QVERIFY(client->imap == sample::imap());
    QVERIFY(client->smtp == sample::smtp());
    QVERIFY(client->type == tokens::ClientId::Type::Confidential);
    QVERIFY(client->hasSecret("the secret"));
    QVERIFY(!client->hasSecret("another secret"));
    QVERIFY(!client->hasSecret(""));
    QVERIFY(client->redirectUriFor("https://app.example/cb"));
    QVERIFY(client->redirectUriFor("http://127.0.0.1:51234/callback"));
    QVERIFY(!client->redirectUriFor("https://app.example/cb/"));
    QCOMPARE(client->name, std::string("Example"));
    QCOMPARE(client->maximalScopes.text(), std::string("mail.read mail.draft"));
    QVERIFY(!client->expiresAt);
    QCOMPARE(client->hash, tokens::clientHashOf(sealed->text));
    QCOMPARE(client->issuedAt, m_tokens.now());
    QVERIFY(!client->isLegacy);
}

void TokensTest::aPublicClientHasNoSecret()
{
    tokens::ClientId client = sample::clientId();
    client.type = tokens::ClientId::Type::Public;
    const auto sealed = m_tokens.seal(client);
    QVERIFY(sealed);
    const auto opened = m_tokens.openClientId(sealed->text);
    QVERIFY(opened);
    QVERIFY(opened->type == tokens::ClientId::Type::Public);
    QVERIFY(!opened->hasSecret("the secret"));
    QVERIFY(!opened->hasSecret(""));
}

void TokensTest::aClientThatIntroducedItselfNamesNoServers()
{
    auto client = sample::clientId();
    client.imap = client.smtp = {};
    const auto opened = m_tokens.openClientId(m_tokens.seal(client)->text);
    QVERIFY(opened);
    QVERIFY(!opened->namesServers());
    QVERIFY(opened->smtp.host.empty());

    auto request = sample::authorizationRequest();
    request.introduction = tokens::AuthorizationRequest::Introduction::Itself;
    request.documentHost = "app.example";
    for (const bool areServersKnown : {true, false}) {
        if (!areServersKnown)
            request.imap = request.smtp = {};
        const auto again = m_tokens.openAuthorizationRequest(m_tokens.seal(request)->text);
        QVERIFY(again);
        QVERIFY(again->introduction == tokens::AuthorizationRequest::Introduction::Itself);
        QCOMPARE(again->documentHost, std::string("app.example"));
        QCOMPARE(again->namesServers(), areServersKnown);
    }
}

void TokensTest::anAuthorizationRequestComesBackAsItWas()
{
    const auto sealed = m_tokens.seal(sample::authorizationRequest());
    QVERIFY(sealed);
    const auto request = m_tokens.openAuthorizationRequest(sealed->text);
    QVERIFY(request);
    const auto expected = sample::authorizationRequest();
    QCOMPARE(request->clientHash, expected.clientHash);
    QCOMPARE(request->clientName, expected.clientName);
    QVERIFY(request->imap == expected.imap);
    QVERIFY(request->smtp == expected.smtp);
    QCOMPARE(request->redirectUri, expected.redirectUri);
    QCOMPARE(request->state, expected.state);
    QCOMPARE(request->codeChallenge, expected.codeChallenge);
    QVERIFY(request->scopes == expected.scopes);
    QCOMPARE(request->resource, expected.resource);
    QCOMPARE(request->browserBinding, expected.browserBinding);
    QCOMPARE(request->tokenId, sealed->tokenId);
    QCOMPARE(request->issuedAt, sealed->issuedAt);
    QCOMPARE(request->expiresAt, sealed->expiresAt);
}

void TokensTest::aStateOfAnyBytesComesBackAsItWas()
{
    std::string bytes;
    for (int i = 0; i < 2048; ++i)
        bytes += static_cast<char>(i);
    for (const std::string &state : {std::string(), bytes}) {
        auto request = sample::authorizationRequest();
        request.state = state;
        const auto sealed = m_tokens.seal(request);
        QVERIFY(sealed);
        const auto opened = m_tokens.openAuthorizationRequest(sealed->text);
        QVERIFY(opened);
        QVERIFY(opened->state == state);
    }
}

void TokensTest::anAuthorizationCodeComesBackAsItWas()
{
    const auto sealed = m_tokens.seal(sample::authorizationCode());
    QVERIFY(sealed);
    QCOMPARE(sealed->expiresAt, m_tokens.now() + 60);
    const auto code = m_tokens.openAuthorizationCode(sealed->text);
    QVERIFY(code);
    const auto expected = sample::authorizationCode();
    compareAccounts(*code->account, *expected.account);
    QCOMPARE(code->clientHash, expected.clientHash);
    QCOMPARE(code->redirectUri, expected.redirectUri);
    QCOMPARE(code->codeChallenge, expected.codeChallenge);
    QVERIFY(code->scopes == expected.scopes);
    QCOMPARE(code->resource, expected.resource);
    QCOMPARE(code->family, expected.family);
    QCOMPARE(code->tokenId, sealed->tokenId);
    QCOMPARE(code->issuedAt, sealed->issuedAt);
    QCOMPARE(code->expiresAt, sealed->expiresAt);
}

void TokensTest::anAccessTokenComesBackAsItWas()
{
    const auto sealed = m_tokens.seal(sample::accessToken());
    QVERIFY(sealed);
    QCOMPARE(sealed->expiresAt, m_tokens.now() + 8 * 3600);
    const auto token = m_tokens.openAccessToken(sealed->text);
    QVERIFY(token);
    const auto expected = sample::accessToken();
    compareAccounts(*token->account, *expected.account);
    QVERIFY(token->scopes == expected.scopes);
    QCOMPARE(token->clientHash, expected.clientHash);
    QCOMPARE(token->family, expected.family);
    QCOMPARE(token->tokenId, sealed->tokenId);
    QCOMPARE(token->issuedAt, sealed->issuedAt);
    QCOMPARE(token->expiresAt, sealed->expiresAt);
    QVERIFY(!token->isLegacy);
}

void TokensTest::aRefreshTokenComesBackAsItWas()
{
    const auto expected = sample::refreshToken(m_tokens.now());
    const auto sealed = m_tokens.seal(expected);
    QVERIFY(sealed);
    QCOMPARE(sealed->expiresAt, m_tokens.now() + 30 * 86400);
    const auto token = m_tokens.openRefreshToken(sealed->text);
    QVERIFY(token);
    compareAccounts(*token->account, *expected.account);
    QVERIFY(token->scopes == expected.scopes);
    QCOMPARE(token->clientHash, expected.clientHash);
    QCOMPARE(token->family, expected.family);
    QCOMPARE(token->generation, 7U);
    QCOMPARE(token->authenticatedAt, expected.authenticatedAt);
    QCOMPARE(token->familyExpiresAt, expected.familyExpiresAt);
    QCOMPARE(token->tokenId, sealed->tokenId);
    QCOMPARE(token->expiresAt, sealed->expiresAt);
    QVERIFY(!token->isLegacy);
}

void TokensTest::theWishToBeAskedComesBackAsItWas_data()
{
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("asked") << true;
    QTest::newRow("not asked") << false;
}

void TokensTest::theWishToBeAskedComesBackAsItWas()
{
    QFETCH(bool, isAsked);
    auto client = sample::clientId();
    auto request = sample::authorizationRequest();
    auto code = sample::authorizationCode();
    auto access = sample::accessToken();
    auto refresh = sample::refreshToken(m_tokens.now());
    client.confirmsSendAndDelete = request.confirmsSendAndDelete = code.confirmsSendAndDelete =
        access.confirmsSendAndDelete = refresh.confirmsSendAndDelete = isAsked;
    const auto &t = m_tokens;
    QCOMPARE(t.openClientId(t.seal(client)->text)->confirmsSendAndDelete, isAsked);
    QCOMPARE(t.openAuthorizationRequest(t.seal(request)->text)->confirmsSendAndDelete, isAsked);
    QCOMPARE(t.openAuthorizationCode(t.seal(code)->text)->confirmsSendAndDelete, isAsked);
    QCOMPARE(t.openAccessToken(t.seal(access)->text)->confirmsSendAndDelete, isAsked);
    QCOMPARE(t.openRefreshToken(t.seal(refresh)->text)->confirmsSendAndDelete, isAsked);
}

void TokensTest::aProtocolStateComesBackAsItWas()
{
    std::string bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    const auto json = sample::protocolState().data;
    for (const std::string &data : {json, bytes, std::string()}) {
        auto state = sample::protocolState();
        state.data = data;
        const auto sealed = m_tokens.seal(state, 90s);
        QVERIFY(sealed);
        QCOMPARE(sealed->expiresAt, m_tokens.now() + 90);
        const auto opened = m_tokens.openProtocolState(sealed->text);
        QVERIFY(opened);
        QCOMPARE(opened->purpose, std::string("confirmation"));
        QCOMPARE(opened->subject, std::string("pseudonym-of-alice"));
        QVERIFY(opened->data == data);
        QCOMPARE(opened->tokenId, sealed->tokenId);
        QCOMPARE(opened->issuedAt, sealed->issuedAt);
        QCOMPARE(opened->expiresAt, sealed->expiresAt);
    }
}

void TokensTest::aProtocolStateIsVisibleAscii()
{
    const auto sealed = m_tokens.seal(sample::protocolState(), 90s);
    QVERIFY(sealed);
    QVERIFY(std::ranges::all_of(sealed->text, [](char c) { return c > ' ' && c <= '~'; }));
    QVERIFY(sealed->text.find("alice") == std::string::npos);
}

void TokensTest::aDownloadLinkComesBackWithoutWhatSends()
{
    const auto expected = sample::attachmentToken();
    const auto sealed = m_tokens.seal(expected);
    QVERIFY(sealed);
    QCOMPARE(sealed->expiresAt, m_tokens.now() + 3600);
    const auto opened = m_tokens.openAttachmentToken(sealed->text);
    QVERIFY(opened);
    QVERIFY(opened->account->imap == expected.account->imap);
    QCOMPARE(opened->account->imapLogin.username, std::string("alice"));
    QCOMPARE(opened->account->imapLogin.password.reveal(), std::string_view("imap pässword"));
    QVERIFY(opened->account->smtp.host.empty());
    QVERIFY(opened->account->smtpLogin.username.empty());
    QVERIFY(opened->account->smtpLogin.password.isEmpty());
    QCOMPARE(opened->account->family, std::string("family-1"));
    QCOMPARE(opened->clientHash, sample::clientHash);
    QCOMPARE(opened->family, std::string("family-1"));
    QCOMPARE(opened->folder, expected.folder);
    QCOMPARE(opened->uidValidity, expected.uidValidity);
    QCOMPARE(opened->uid, expected.uid);
    QCOMPARE(opened->partNumber, expected.partNumber);
    QCOMPARE(opened->fileName, expected.fileName);
    QCOMPARE(opened->contentType, expected.contentType);
    QCOMPARE(opened->encoding, expected.encoding);
    QCOMPARE(opened->encodedSize, expected.encodedSize);
    QCOMPARE(opened->issuedAt, sealed->issuedAt);
    QCOMPARE(opened->expiresAt, sealed->expiresAt);
}

void TokensTest::anUploadLinkComesBackAsItWas()
{
    const auto expected = sample::uploadToken();
    const auto sealed = m_tokens.seal(expected);
    QVERIFY(sealed);
    const auto opened = m_tokens.openUploadToken(sealed->text);
    QVERIFY(opened);
    QCOMPARE(opened->owner, expected.owner);
    QCOMPARE(opened->clientHash, expected.clientHash);
    QCOMPARE(opened->family, expected.family);
    QVERIFY(opened->fileKey == expected.fileKey);
    QCOMPARE(opened->fileName, expected.fileName);
    QCOMPARE(opened->contentType, expected.contentType);
    QCOMPARE(opened->tokenId, sealed->tokenId);
    QCOMPARE(opened->expiresAt, m_tokens.now() + 3600);
    auto token = expected;
    token.fileKey.pop_back();
    QVERIFY(!m_tokens.openUploadToken(m_tokens.seal(token)->text));
}

void TokensTest::linksFitIntoARequestLine()
{
    auto account = sample::account();
    account->imapLogin.username = std::string(254, 'u');
    account->imapLogin.password = core::Secret::copyOf(std::string(256, 'p'));
    account->imap.host = std::string(253, 'h');
    auto token = sample::attachmentToken();
    token.account = account;
    token.folder = std::string(1000, 'f');
    token.fileName = std::string(255, 'n');
    QVERIFY(m_tokens.seal(token)->text.size() < 8000);
    QVERIFY(m_tokens.seal(sample::attachmentToken())->text.size() < 1300);
    QVERIFY(m_tokens.seal(sample::uploadToken())->text.size() < 900);
}

void TokensTest::theSmtpLoginIsLeftOutWhenItIsTheSame()
{
    auto account = sample::account();
    account->smtpLogin = account->imapLogin.clone();
    account->imapLogin.password = core::Secret(std::string(250, 'p'));
    account->smtpLogin.password = core::Secret(std::string(250, 'p'));
    auto token = sample::accessToken();
    token.account = account;
    const auto same = m_tokens.seal(token);
    QVERIFY(same);
    const auto opened = m_tokens.openAccessToken(same->text);
    QVERIFY(opened);
    compareAccounts(*opened->account, *account);

    account->smtpLogin.password = core::Secret(std::string(250, 'q'));
    const auto different = m_tokens.seal(token);
    QVERIFY(different);
    QVERIFY(different->text.size() > same->text.size());
    const auto openedDifferent = m_tokens.openAccessToken(different->text);
    QVERIFY(openedDifferent);
    compareAccounts(*openedDifferent->account, *account);
}

void TokensTest::plainTextSurvivesAsSuch()
{
    auto client = sample::clientId();
    client.imap = {.host = "127.0.0.1", .port = 143, .security = account::Security::PlainText};
    const auto sealed = m_tokens.seal(client);
    QVERIFY(sealed);
    const auto opened = m_tokens.openClientId(sealed->text);
    QVERIFY(opened);
    QVERIFY(opened->imap == client.imap);
}

void TokensTest::noKindPassesForAnother_data() // OA-088, OA-018
{
    QTest::addColumn<std::string>("kind");
    QTest::addColumn<std::string>("place");
    for (const auto &[kind, _] : openers) {
        for (const auto &[place, __] : openers)
            QTest::addRow("OA-088 %s as %s", kind.c_str(), place.c_str()) << kind << place;
    }
}

void TokensTest::noKindPassesForAnother()
{
    QFETCH(std::string, kind);
    QFETCH(std::string, place);
    const auto outcome = openers.at(place)(m_tokens, oneOfEach().at(kind));
    if (kind == place)
        QVERIFY(outcome);
    else
        QVERIFY(isInvalidToken(outcome));
}

void TokensTest::eachKindEndsAtItsTime_data()
{
    QTest::addColumn<std::string>("kind");
    QTest::addColumn<int>("lifetime");
    QTest::newRow("login page: 10 min") << std::string("authreq") << 600;
    QTest::newRow("OA-072 code: 60 s") << std::string("code") << 60;
    QTest::newRow("access: 8 h") << std::string("access") << 8 * 3600;
    QTest::newRow("OA-097 refresh: 30 d") << std::string("refresh") << 30 * 86400;
    QTest::newRow("state: as long as its caller said") << std::string("mcp_state") << 300;
    QTest::newRow("download link: 1 h") << std::string("attachment") << 3600;
    QTest::newRow("upload link: 1 h") << std::string("upload") << 3600;
}

void TokensTest::eachKindEndsAtItsTime()
{
    QFETCH(std::string, kind);
    QFETCH(int, lifetime);
    const std::string token = oneOfEach().at(kind);
    m_clock.advance(std::chrono::seconds(lifetime - 1));
    QVERIFY(openers.at(kind)(m_tokens, token));
    m_clock.advance(1s);
    QVERIFY(isInvalidToken(openers.at(kind)(m_tokens, token)));
}

void TokensTest::aRefreshTokenEndsWithItsFamily()
{
    auto token = sample::refreshToken(m_tokens.now());
    token.familyExpiresAt = m_tokens.now() + 100;
    const auto sealed = m_tokens.seal(token);
    QVERIFY(sealed);
    QCOMPARE(sealed->expiresAt, m_tokens.now() + 100);
    m_clock.advance(100s);
    QVERIFY(!m_tokens.openRefreshToken(sealed->text));
}

void TokensTest::aClientIdEndsOnlyIfItSaysSo()
{
    auto client = sample::clientId();
    const auto forever = m_tokens.seal(client);
    client.expiresAt = m_tokens.now() + 3600;
    const auto limited = m_tokens.seal(client);
    QVERIFY(forever && limited);
    QCOMPARE(forever->expiresAt, 0);
    QCOMPARE(m_tokens.openClientId(limited->text)->expiresAt, client.expiresAt);
    m_clock.advance(std::chrono::hours(24 * 3650));
    QVERIFY(m_tokens.openClientId(forever->text));
    QVERIFY(isInvalidToken(outcomeOf(m_tokens.openClientId(limited->text))));
}

void TokensTest::tokensOfAnotherIssuerAreRefused()
{
    const Tokens other(sample::ring(), "https://other.test", {}, m_clock, m_random);
    for (const auto &[kind, token] : oneOfEach())
        QVERIFY(isInvalidToken(openers.at(kind)(other, token)));
}

void TokensTest::aTokenFromTheFutureIsRefused() // JW-28
{
    support::FakeClock ahead;
    const Tokens other(sample::ring(), sample::issuer, {}, ahead, m_random);
    ahead.advance(60s);
    const auto slightlyAhead = other.seal(sample::accessToken());
    ahead.advance(1s);
    const auto tooFarAhead = other.seal(sample::accessToken());
    QVERIFY(slightlyAhead && tooFarAhead);
    QVERIFY(m_tokens.openAccessToken(slightlyAhead->text));
    QVERIFY(isInvalidToken(outcomeOf(m_tokens.openAccessToken(tooFarAhead->text))));
}

void TokensTest::everyTokenHasItsOwnId()
{
    std::set<std::string> ids;
    for (int i = 0; i < 100; ++i) {
        const auto sealed = m_tokens.seal(sample::authorizationCode());
        QVERIFY(sealed);
        QCOMPARE(m_tokens.openAuthorizationCode(sealed->text)->tokenId, sealed->tokenId);
        ids.insert(sealed->tokenId);
        ids.insert(m_tokens.newFamily());
    }
    QCOMPARE(ids.size(), 200U);
}

void TokensTest::theSizeOfATokenHidesTheSizeOfAPassword() // JW-39
{
    std::set<std::size_t> sizes;
    auto token = sample::accessToken();
    for (std::size_t length = 1; length <= 64; ++length) {
        auto account = sample::account();
        account->imapLogin.password = core::Secret(std::string(length, 'p'));
        token.account = account;
        sizes.insert(m_tokens.seal(token)->text.size());
    }
    // 64 lengths cross the edge of a 256-byte class once at most.
    QVERIFY(sizes.size() <= 2);
}

void TokensTest::theLongestAccountFitsIntoEveryToken() // OA-066
{
    auto account = std::make_shared<account::MailAccount>();
    account->imap = sample::imap();
    account->imap.host = std::string(253, 'h');
    account->smtp = sample::smtp();
    account->smtp.host = std::string(253, 'h');
    account->imapLogin.username = std::string(254, 'u');
    account->imapLogin.password = core::Secret(std::string(256, 'p'));
    account->smtpLogin = account->imapLogin.clone();
    account->emailAddress = std::string(254, 'e');
    account->fullName = std::string(128, 'n');
    auto access = sample::accessToken();
    access.account = account;
    access.scopes = clients::ScopeSet::all();
    const auto sealed = m_tokens.seal(access);
    QVERIFY(sealed);
    QVERIFY2(sealed->text.size() <= 3072, std::to_string(sealed->text.size()).c_str());

    auto code = sample::authorizationCode();
    code.account = account;
    code.redirectUri = std::string(512, 'r');
    QVERIFY(m_tokens.seal(code));

    auto client = sample::clientId();
    client.redirectUris.clear();
    for (int i = 0; i < 8; ++i)
        client.redirectUris.push_back(
            sample::redirectUri("https://app.example/" + std::string(492, 'p')));
    client.name = std::string(128, 'n');
    QVERIFY(m_tokens.seal(client));
}

void TokensTest::theLongestProtocolStateFits()
{
    // The resource, "/mcp" longer than the issuer, has a limit of 512 as well.
    const std::string issuer = "https://" + std::string(500, 'i');
    const Tokens tokens(sample::ring("a_16_byte_key_id:" + core::encodeBase64(sample::keyBytes())),
                        issuer, {}, m_clock, m_random);
    tokens::ProtocolState state;
    state.purpose = std::string(64, 'p');
    state.subject = std::string(64, 's');
    state.data = std::string(3072, '"');
    const auto sealed = tokens.seal(state, 24h);
    QVERIFY(sealed);
    QVERIFY(tokens.openProtocolState(sealed->text)->data == state.data);
}

void TokensTest::aClientOfAllKnownCallbacksFits()
{
    auto client = sample::clientId();
    client.redirectUris.clear();
    for (const std::string &uri : clients::defaultRedirectUris())
        client.redirectUris.push_back(sample::redirectUri(uri));
    const auto sealed = m_tokens.seal(client);
    QVERIFY(sealed);
    const auto opened = m_tokens.openClientId(sealed->text);
    QVERIFY(opened);
    QCOMPARE(opened->redirectUris.size(), client.redirectUris.size());
}

void TokensTest::tooManyRedirectUrisAreRefused()
{
    auto client = sample::clientId();
    client.redirectUris.assign(16, sample::redirectUri("https://app.example/cb"));
    QVERIFY(m_tokens.seal(client));
    client.redirectUris.push_back(sample::redirectUri("https://app.example/cb"));
    const auto refused = m_tokens.seal(client);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, core::ErrorKind::InvalidArgument);
    // Each may be as long as a redirect URI can be, but the token has a limit of its own.
    client.redirectUris.assign(16,
                               sample::redirectUri("https://app.example/" + std::string(492, 'p')));
    QCOMPARE(m_tokens.seal(client).error().kind, core::ErrorKind::TooLarge);
}

void TokensTest::whatIsTooLongIsRefusedWithItsName_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<int>("limit");
    QTest::newRow("e-mail") << std::string("email") << 254;
    QTest::newRow("full name") << std::string("full_name") << 128;
    QTest::newRow("IMAP user") << std::string("imap_username") << 254;
    QTest::newRow("IMAP password") << std::string("imap_password") << 256;
    QTest::newRow("SMTP user") << std::string("smtp_username") << 254;
    QTest::newRow("SMTP password") << std::string("smtp_password") << 256;
    QTest::newRow("host") << std::string("imap_host") << 253;
    QTest::newRow("state") << std::string("state") << 2048;
    QTest::newRow("redirect URI") << std::string("redirect_uri") << 512;
    QTest::newRow("client name") << std::string("name") << 128;
    QTest::newRow("purpose") << std::string("purpose") << 64;
    QTest::newRow("subject") << std::string("sub") << 64;
    QTest::newRow("data of a protocol state") << std::string("data") << 3072;
}

void TokensTest::whatIsTooLongIsRefusedWithItsName()
{
    QFETCH(std::string, name);
    QFETCH(int, limit);
    const auto attempt = [&](std::size_t length) -> core::Result<tokens::SealedToken> {
        const std::string value(length, 'v');
        if (name == "state" || name == "redirect_uri" || name == "name") {
            auto request = sample::authorizationRequest();
            (name == "state"          ? request.state
             : name == "redirect_uri" ? request.redirectUri
                                      : request.clientName) = value;
            return m_tokens.seal(request);
        }
        if (name == "purpose" || name == "sub" || name == "data") {
            auto state = sample::protocolState();
            (name == "purpose" ? state.purpose
             : name == "sub"   ? state.subject
                               : state.data) = value;
            return m_tokens.seal(state, 90s);
        }
        auto account = sample::account();
        if (name == "email")
            account->emailAddress = value;
        else if (name == "full_name")
            account->fullName = value;
        else if (name == "imap_username")
            account->imapLogin.username = value;
        else if (name == "imap_password")
            account->imapLogin.password = core::Secret::copyOf(value);
        else if (name == "smtp_username")
            account->smtpLogin.username = value;
        else if (name == "smtp_password")
            account->smtpLogin.password = core::Secret::copyOf(value);
        else
            account->imap.host = value;
        auto token = sample::accessToken();
        token.account = account;
        return m_tokens.seal(token);
    };
    QVERIFY(attempt(static_cast<std::size_t>(limit)));
    const auto refused = attempt(static_cast<std::size_t>(limit) + 1);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, core::ErrorKind::InvalidArgument);
    QVERIFY(refused.error().message.starts_with(name + ' '));
    QVERIFY(refused.error().message.find("vvv") == std::string::npos);
}

void TokensTest::whatIsNotUtf8IsRefused()
{
    auto account = sample::account();
    account->imapLogin.password = core::Secret::copyOf("pass\xffword");
    auto token = sample::accessToken();
    token.account = account;
    const auto sealed = m_tokens.seal(token);
    QVERIFY(!sealed);
    QCOMPARE(sealed.error().kind, core::ErrorKind::InvalidArgument);
    QVERIFY(sealed.error().message.find("pass") == std::string::npos);
}

void TokensTest::anEditedTokenUnderAnotherKeyIsRefused() // JW-31
{
    const auto ring = crypto::KeyRing::parse(core::encodeBase64(std::string(31, 'x') + 'y'), "");
    QVERIFY(ring);
    const Tokens attacker(*ring, sample::issuer, {}, m_clock, m_random);
    auto account = sample::account();
    account->imap.host = "imap.evil.example";
    auto token = sample::accessToken();
    token.account = account;
    const auto sealed = attacker.seal(token);
    QVERIFY(sealed);
    QVERIFY(isInvalidToken(outcomeOf(m_tokens.openAccessToken(sealed->text))));
}

void TokensTest::theKeyRingCanChange() // JW-17, JW-42
{
    Tokens tokens(sample::ring(), sample::issuer, {}, m_clock, m_random);
    const std::string another = core::encodeBase64(std::string(31, 'k') + 'x');
    const auto old = oneOfEach();
    tokens.useKeyRing(sample::ring("k2:" + another));
    const std::string fresh = tokens.seal(sample::accessToken())->text;
    for (const auto &[kind, text] : old)
        QVERIFY2(openers.at(kind)(tokens, text), kind.c_str());
    QVERIFY(isInvalidToken(outcomeOf(m_tokens.openAccessToken(fresh))));

    tokens.useKeyRing(*crypto::KeyRing::parse({}, "k2:" + another));
    for (const auto &[kind, text] : old)
        QVERIFY2(isInvalidToken(openers.at(kind)(tokens, text)), kind.c_str());
    QVERIFY(tokens.openAccessToken(fresh));
}

namespace {

class Allowing : public crypto::SealCounter
{
public:
    explicit Allowing(int seals)
        : m_seals(seals)
    {}
    bool count(std::string_view keyId) override
    {
        keys.emplace(keyId);
        return m_seals-- > 0;
    }

    std::set<std::string> keys;

private:
    int m_seals;
};

} // namespace

void TokensTest::everySealIsCountedAndMayBeRefused()
{
    Allowing counter(2);
    Tokens tokens(sample::ring("k2:" + core::encodeBase64(std::string(31, 'k') + 'x')),
                  sample::issuer, {}, m_clock, m_random);
    tokens.countSealsWith(counter);
    QVERIFY(tokens.seal(sample::accessToken()));
    QVERIFY(tokens.seal(sample::clientId()));
    const auto refused = tokens.seal(sample::accessToken());
    QVERIFY(!refused && refused.error().kind == core::ErrorKind::Unavailable);
    QVERIFY(counter.keys == std::set<std::string>{"k2"});
}

QTEST_APPLESS_MAIN(TokensTest)
#include "TokensTest.moc"
