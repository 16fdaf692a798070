// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/Claims.h"

#include "core/Base64.h"
#include "core/JsonText.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <ostream>
#include <streambuf>
#include <utility>

using nlohmann::json;

namespace tokens {

namespace {

constexpr std::size_t sizeClass = 256;
constexpr std::int64_t lastSecondOfYear9999 = 253402300799;
constexpr std::int64_t largestInteger = (std::int64_t{1} << 53) - 1; // RFC 8259 §6
constexpr std::size_t scopesLimit = 256;
/// More than any token may hold.
constexpr std::size_t mostText = 16UL * 1024;

void wipeTexts(json &claims)
{
    for (json &claim : claims) {
        if (claim.is_string())
            core::wipe(claim.get_ref<std::string &>());
    }
}

/// Parses one flat object: members are texts, numbers, booleans, null or lists of those, and no
/// name is there twice, or two readers could each believe another of the two.
json parseFlatObject(std::string_view text)
{
    constexpr core::JsonLimits limits{.bytes = mostText, .values = 1024, .depth = 2};
    // Named, because json{x} would be a list of x.
    json refused(json::value_t::discarded);
    auto claims = core::parseJson(text, limits);
    if (!claims || !claims->is_object())
        return refused;
    const bool isFlat =
        std::ranges::none_of(*claims, [](const json &claim) { return claim.is_object(); });
    if (isFlat)
        return std::move(*claims);
    wipeTexts(*claims);
    return refused;
}

std::string named(std::string_view prefix, std::string_view name)
{
    return std::string(prefix) + std::string(name);
}

void writeLogin(ClaimsWriter &claims, std::string_view prefix, const account::Credentials &login)
{
    claims.text(named(prefix, "_username"), login.username, Limits::username);
    claims.text(named(prefix, "_password"), login.password.reveal(), Limits::password);
}

account::Credentials readLogin(ClaimsReader &claims, std::string_view prefix)
{
    account::Credentials login;
    login.username = claims.text(named(prefix, "_username"), Limits::username);
    login.password = claims.secret(named(prefix, "_password"), Limits::password);
    return login;
}

} // namespace

ClaimsWriter::ClaimsWriter()
    : m_claims(std::make_unique<json>(json::object()))
{}

ClaimsWriter::~ClaimsWriter()
{
    wipeTexts(*m_claims);
}

void ClaimsWriter::noteLength(std::string_view name, std::size_t length, std::size_t limit)
{
    if (length > limit && m_problem.empty())
        m_problem = std::string(name) + " is longer than " + std::to_string(limit) + " bytes";
}

void ClaimsWriter::text(std::string_view name, std::string_view value, std::size_t limit)
{
    noteLength(name, value.size(), limit);
    (*m_claims)[std::string(name)] = value;
}

void ClaimsWriter::bytes(std::string_view name, std::string_view value, std::size_t limit)
{
    noteLength(name, value.size(), limit);
    (*m_claims)[std::string(name)] = core::encodeBase64Url(value);
}

void ClaimsWriter::integer(std::string_view name, std::int64_t value)
{
    (*m_claims)[std::string(name)] = value;
}

void ClaimsWriter::boolean(std::string_view name, bool value)
{
    (*m_claims)[std::string(name)] = value;
}

void ClaimsWriter::flag(std::string_view name, bool value)
{
    if (value)
        boolean(name, true);
}

void ClaimsWriter::list(std::string_view name, const std::vector<std::string> &values,
                        std::size_t maximumItems, std::size_t limit)
{
    const bool fits =
        values.size() <= maximumItems && std::ranges::all_of(values, [&](const std::string &item) {
            return item.size() <= limit;
        });
    if (!fits && m_problem.empty())
        m_problem = std::string(name) + " has more than " + std::to_string(maximumItems)
                    + " entries, or one of more than " + std::to_string(limit) + " bytes";
    (*m_claims)[std::string(name)] = values;
}

namespace {

/// Where a text is written that never moves: one that grows leaves its old self behind in freed
/// memory.
class Room : public std::streambuf
{
public:
    explicit Room(std::string &text) { setp(text.data(), text.data() + text.size()); }
    std::size_t used() const { return static_cast<std::size_t>(pptr() - pbase()); }
};

} // namespace

core::Result<core::Secret> ClaimsWriter::finish()
{
    if (!m_problem.empty())
        return core::Error(core::ErrorKind::InvalidArgument, m_problem);
    try {
        std::string text(mostText, ' ');
        Room room(text);
        std::ostream stream(&room);
        stream << *m_claims;
        if (!stream.good())
            return core::Error(core::ErrorKind::TooLarge, "the token would be too long");
        text.resize((room.used() + sizeClass - 1) / sizeClass * sizeClass);
        return core::Secret(std::move(text));
    } catch (const json::type_error &) {
        return core::Error(core::ErrorKind::InvalidArgument, "a text is not valid UTF-8");
    }
}

ClaimsReader::ClaimsReader(std::string_view text)
    : m_claims(std::make_unique<json>(parseFlatObject(text)))
    , m_isGood(m_claims->is_object())
{}

ClaimsReader::~ClaimsReader()
{
    wipeTexts(*m_claims);
}

bool ClaimsReader::has(std::string_view name) const
{
    const auto found = m_claims->find(name);
    return m_claims->is_object() && found != m_claims->end() && !found->is_null();
}

const json *ClaimsReader::find(std::string_view name)
{
    if (has(name))
        return &*m_claims->find(name);
    m_isGood = false;
    return nullptr;
}

std::string ClaimsReader::text(std::string_view name, std::size_t limit)
{
    const json *claim = find(name);
    const auto *value = claim ? claim->get_ptr<const std::string *>() : nullptr;
    if (value && value->size() <= limit)
        return *value;
    m_isGood = false;
    return {};
}

std::string ClaimsReader::bytes(std::string_view name, std::size_t limit)
{
    // Four characters for three bytes (RFC 4648 §5, without padding).
    auto decoded = core::decodeBase64Url(text(name, (limit * 4 + 2) / 3));
    if (decoded)
        return std::move(*decoded);
    m_isGood = false;
    return {};
}

std::string ClaimsReader::optionalText(std::string_view name, std::size_t limit)
{
    return has(name) ? text(name, limit) : std::string();
}

core::Secret ClaimsReader::secret(std::string_view name, std::size_t limit)
{
    return core::Secret(text(name, limit));
}

std::int64_t ClaimsReader::integer(std::string_view name)
{
    const json *claim = find(name);
    // nlohmann keeps every non-negative integer as unsigned, and 1.0 or 1e3 as floating-point.
    const auto *value = claim ? claim->get_ptr<const json::number_unsigned_t *>() : nullptr;
    if (value && *value <= static_cast<std::uint64_t>(largestInteger))
        return static_cast<std::int64_t>(*value);
    m_isGood = false;
    return 0;
}

std::int64_t ClaimsReader::time(std::string_view name)
{
    const std::int64_t value = integer(name);
    if (value <= lastSecondOfYear9999)
        return value;
    m_isGood = false;
    return 0;
}

std::uint32_t ClaimsReader::number(std::string_view name)
{
    const std::int64_t value = time(name);
    if (value <= std::numeric_limits<std::uint32_t>::max())
        return static_cast<std::uint32_t>(value);
    m_isGood = false;
    return 0;
}

bool ClaimsReader::boolean(std::string_view name)
{
    const json *claim = find(name);
    if (claim && claim->is_boolean())
        return claim->get<bool>();
    m_isGood = false;
    return false;
}

bool ClaimsReader::flag(std::string_view name)
{
    if (!has(name))
        return false;
    if (!boolean(name))
        m_isGood = false;
    return m_isGood;
}

std::vector<std::string> ClaimsReader::list(std::string_view name, std::size_t maximumItems,
                                            std::size_t limit)
{
    std::vector<std::string> values;
    const json *claim = find(name);
    if (!claim || !claim->is_array() || claim->size() > maximumItems) {
        m_isGood = false;
        return values;
    }
    for (const json &item : *claim) {
        const auto *value = item.get_ptr<const std::string *>();
        if (!value || value->size() > limit) {
            m_isGood = false;
            return values;
        }
        values.push_back(*value);
    }
    return values;
}

std::string readIdentifier(ClaimsReader &claims, std::string_view name)
{
    std::string value = claims.text(name, Limits::identifier);
    if (value.empty())
        claims.fail();
    return value;
}

void writeEndpoint(ClaimsWriter &claims, std::string_view prefix,
                   const account::ServerEndpoint &endpoint)
{
    claims.text(named(prefix, "_host"), endpoint.host, Limits::host);
    claims.integer(named(prefix, "_port"), endpoint.port);
    claims.boolean(named(prefix, "_ssl"), endpoint.security == account::Security::ImplicitTls);
    claims.flag(named(prefix, "_plain"), endpoint.security == account::Security::PlainText);
}

account::ServerEndpoint readEndpoint(ClaimsReader &claims, std::string_view prefix)
{
    using account::Security;

    account::ServerEndpoint endpoint;
    endpoint.host = claims.text(named(prefix, "_host"), Limits::host);
    const std::uint32_t port = claims.number(named(prefix, "_port"));
    if (endpoint.host.empty() || port == 0 || port > std::numeric_limits<std::uint16_t>::max())
        claims.fail();
    endpoint.port = static_cast<std::uint16_t>(port);
    endpoint.security =
        claims.boolean(named(prefix, "_ssl")) ? Security::ImplicitTls : Security::StartTls;
    if (claims.flag(named(prefix, "_plain"))) {
        if (endpoint.security == Security::ImplicitTls)
            claims.fail();
        endpoint.security = Security::PlainText;
    }
    return endpoint;
}

void writeImapAccount(ClaimsWriter &claims, const account::MailAccount &account)
{
    writeEndpoint(claims, "imap", account.imap);
    writeLogin(claims, "imap", account.imapLogin);
}

std::shared_ptr<account::MailAccount> readImapAccount(ClaimsReader &claims)
{
    auto account = std::make_shared<account::MailAccount>();
    account->imap = readEndpoint(claims, "imap");
    account->imapLogin = readLogin(claims, "imap");
    if (account->imapLogin.username.empty())
        claims.fail();
    return account;
}

void writeAccount(ClaimsWriter &claims, const account::MailAccount &account)
{
    writeImapAccount(claims, account);
    writeEndpoint(claims, "smtp", account.smtp);
    if (account.smtpLogin.username != account.imapLogin.username
        || !account.smtpLogin.password.equals(account.imapLogin.password.reveal()))
        writeLogin(claims, "smtp", account.smtpLogin);
    claims.text("email", account.emailAddress, Limits::emailAddress);
    if (!account.fullName.empty())
        claims.text("full_name", account.fullName, Limits::fullName);
}

std::shared_ptr<account::MailAccount> readAccount(ClaimsReader &claims)
{
    auto account = readImapAccount(claims);
    account->smtp = readEndpoint(claims, "smtp");
    account->smtpLogin = claims.has("smtp_username") || claims.has("smtp_password")
                             ? readLogin(claims, "smtp")
                             : account->imapLogin.clone();
    account->emailAddress = claims.optionalText("email", Limits::emailAddress);
    account->fullName = claims.optionalText("full_name", Limits::fullName);
    return account;
}

void writeScopes(ClaimsWriter &claims, std::string_view name, const clients::ScopeSet &scopes)
{
    claims.text(name, scopes.text(), scopesLimit);
}

clients::ScopeSet readScopes(ClaimsReader &claims, std::string_view name)
{
    const auto scopes = clients::ScopeSet::parse(claims.text(name, scopesLimit));
    if (scopes)
        return *scopes;
    claims.fail();
    return {};
}

} // namespace tokens
