// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Presets.h"

#include <QFile>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace discovery {

namespace {

using account::Security;
using account::ServerEndpoint;
using nlohmann::json;

/// The table is ours and tests read all of it, so a mistake in it ends the program.
[[noreturn]] void broken(const std::string &where)
{
    qFatal("resources/mail/providers.json: %s", where.c_str());
}

/// HOST:PORT/tls or HOST:PORT/starttls.
ServerEndpoint endpointOf(const std::string &text)
{
    const auto colon = text.find(':');
    const auto slash = text.find('/');
    if (colon == std::string::npos || slash == std::string::npos || slash < colon)
        broken(text);
    const auto port = QString::fromStdString(text.substr(colon + 1, slash - colon - 1)).toUShort();
    const auto mode = text.substr(slash + 1);
    if (port == 0 || (mode != "tls" && mode != "starttls"))
        broken(text);
    return {.host = text.substr(0, colon),
            .port = port,
            .security = mode == "tls" ? Security::ImplicitTls : Security::StartTls};
}

UserName::Form formOf(const std::string &text)
{
    if (text == "email_address")
        return UserName::Form::EmailAddress;
    if (text == "local_part")
        return UserName::Form::LocalPart;
    broken(text);
}

Hint hintOf(const json &row, const std::string &provider)
{
    constexpr std::array kinds = {
        Hint::Kind::AppPassword,        Hint::Kind::OAuthOnly, Hint::Kind::ImapIsOff,
        Hint::Kind::SeparatePassword,   Hint::Kind::Bridge,    Hint::Kind::PaidPlan,
        Hint::Kind::OtherHostsByRegion,
    };
    const auto name = row.at("kind").get<std::string>();
    const auto kind =
        std::ranges::find_if(kinds, [&name](Hint::Kind k) { return nameOf(k) == name; });
    if (kind == kinds.end())
        broken(name);
    return {.kind = *kind, .provider = provider, .url = row.value("url", std::string())};
}

Provider providerOf(const json &row)
{
    Provider provider;
    provider.name = row.at("name").get<std::string>();
    for (const char *key : {"domains", "exchanges"}) {
        auto &list = *key == 'd' ? provider.domains : provider.exchanges;
        if (row.contains(key))
            list = row.at(key).get<std::vector<std::string>>();
    }
    for (const auto &text : row.at("imap"))
        provider.imap.push_back(endpointOf(text.get<std::string>()));
    for (const auto &text : row.at("smtp"))
        provider.smtp.push_back(endpointOf(text.get<std::string>()));
    const auto userName = row.at("user_name").get<std::string>();
    provider.imapUserName = formOf(row.value("imap_user_name", userName));
    provider.smtpUserName = formOf(row.value("smtp_user_name", userName));
    if (row.contains("hints")) {
        for (const auto &hint : row.at("hints"))
            provider.hints.push_back(hintOf(hint, provider.name));
    }
    return provider;
}

std::vector<Provider> load()
{
    QFile file(QStringLiteral(":/mail/providers.json"));
    if (!file.open(QIODevice::ReadOnly))
        broken("is missing");
    const auto table = json::parse(file.readAll().toStdString(), nullptr, false);
    if (!table.is_object())
        broken("is no JSON object");
    std::vector<Provider> all;
    for (const auto &row : table.at("providers"))
        all.push_back(providerOf(row));
    return all;
}

bool has(const std::vector<std::string> &list, std::string_view text)
{
    return std::ranges::find(list, text) != list.end();
}

bool hasServer(const Provider &provider, std::string_view host)
{
    const auto isIt = [host](const ServerEndpoint &server) { return server.host == host; };
    return std::ranges::any_of(provider.imap, isIt) || std::ranges::any_of(provider.smtp, isIt);
}

} // namespace

std::span<const Provider> providers()
{
    static const std::vector<Provider> table = load();
    return table;
}

const Provider *providerFor(const Query &query)
{
    // 127.0.0.1 is where Proton's Bridge listens, and much else.
    if (query.isAddressLiteral())
        return nullptr;
    for (const auto &provider : providers()) {
        if (has(provider.domains, query.domain())
            || (!query.isAddress() && hasServer(provider, query.domain())))
            return &provider;
    }
    return nullptr;
}

const Provider *providerOfExchange(std::string_view exchange)
{
    for (const auto &provider : providers()) {
        for (const auto &end : provider.exchanges) {
            if (exchange == end || exchange.ends_with('.' + end))
                return &provider;
        }
    }
    return nullptr;
}

UserName userNameFor(UserName::Form form, const Query &query)
{
    switch (form) {
    case UserName::Form::EmailAddress:
        return {.form = form, .text = query.emailAddress()};
    case UserName::Form::LocalPart:
        return {.form = form, .text = query.localPart()};
    case UserName::Form::Unknown:
    case UserName::Form::Other:
        break;
    }
    return {.form = form};
}

FoundSettings settingsOf(const Provider &provider, const Query &query)
{
    const Origin origin{.source = Source::Preset, .place = provider.name};
    FoundSettings found;
    found.providerName = provider.name;
    for (const auto &endpoint : provider.imap)
        found.imap.push_back({.endpoint = endpoint,
                              .userName = userNameFor(provider.imapUserName, query),
                              .origin = origin});
    for (const auto &endpoint : provider.smtp)
        found.smtp.push_back({.endpoint = endpoint,
                              .userName = userNameFor(provider.smtpUserName, query),
                              .origin = origin});
    found.hints = provider.hints;
    return found;
}

} // namespace discovery
