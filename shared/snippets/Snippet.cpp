// SPDX-License-Identifier: GPL-3.0-or-later
#include "snippets/Snippet.h"

#include "clients/KnownClients.h"
#include "core/Ascii.h"
#include "snippets/Escaping.h"

#include <QFile>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace snippets {

namespace {

using i18n::Text;
using nlohmann::json;

constexpr std::size_t longestServerName = 32;

/// The table is ours and tests render all of it, so a mistake in it ends the program.
[[noreturn]] void broken(const std::string &what)
{
    qFatal("resources/snippets: %s", what.c_str());
}

std::string readResource(const std::string &name)
{
    QFile file(QStringLiteral(":/snippets/") + QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly))
        broken(name + " is missing");
    return file.readAll().toStdString();
}

const json &table()
{
    static const json document = json::parse(readResource("clients.json"));
    return document;
}

Block::Language languageOf(const std::string &name)
{
    if (name == "steps")
        return Block::Language::Steps;
    if (name == "shell")
        return Block::Language::Shell;
    if (name == "json")
        return Block::Language::Json;
    if (name == "toml")
        return Block::Language::Toml;
    broken(name);
}

/// `value` as it has to stand in that language. In a template for the shell nothing is in quotes,
/// in the others every placeholder is inside of a string; a key of TOML needs none, because names
/// of servers are plain.
std::string escaped(Block::Language language, std::string_view value)
{
    return language == Block::Language::Shell ? shellWord(value) : insideQuotes(value);
}

/// Puts the values in, in one go, so that no value is taken for a placeholder.
std::string filledIn(std::string_view source, Block::Language language,
                     const Connection &connection, std::string_view secret)
{
    const auto valueOf = [&](std::string_view name) -> std::string_view {
        if (name == "serverName")
            return connection.serverName;
        if (name == "mcpUrl")
            return connection.mcpUrl;
        if (name == "clientId")
            return connection.clientId;
        if (name == "clientSecret")
            return secret;
        broken("placeholder " + std::string(name));
    };
    std::string text;
    text.reserve(source.size() + 2 * connection.clientId.size() + 1024);
    for (;;) {
        const auto begin = source.find("{{");
        text += source.substr(0, begin);
        if (begin == std::string_view::npos)
            return text;
        const auto end = source.find("}}", begin);
        if (end == std::string_view::npos)
            broken("a placeholder has no end");
        text += escaped(language, valueOf(source.substr(begin + 2, end - begin - 2)));
        source.remove_prefix(end + 2);
    }
}

std::vector<Text> textsOf(const json &row, const char *key, const std::vector<Text> &arguments)
{
    std::vector<Text> texts;
    if (row.contains(key)) {
        for (const auto &text : row.at(key))
            texts.emplace_back(text.get<std::string>(), arguments);
    }
    return texts;
}

bool isFor(const json &row, SecretPlace place)
{
    const auto when = row.value("when", std::string());
    return when.empty() || (when == "included") == (place == SecretPlace::Included);
}

Block blockOf(const json &row, const Connection &connection, SecretPlace place)
{
    Block block;
    block.language = languageOf(row.at("language").get<std::string>());
    block.title = Text(row.at("title").get<std::string>());
    block.place = row.value("place", std::string());
    if (block.language == Block::Language::Steps) {
        block.steps =
            textsOf(row, "steps",
                    {Text::verbatim(connection.serverName), Text::verbatim(connection.mcpUrl)});
        return block;
    }
    const auto source = readResource(row.at("file").get<std::string>());
    const auto placeholder = row.value("secret", std::string());
    block.holdsSecret =
        place == SecretPlace::Included && source.find("{{clientSecret}}") != std::string::npos;
    block.text = filledIn(source, block.language, connection,
                          block.holdsSecret ? connection.clientSecret.reveal()
                                            : std::string_view(placeholder));
    return block;
}

bool isServerName(std::string_view name)
{
    return !name.empty() && name.size() <= longestServerName
           && std::ranges::all_of(
               name, [](char c) { return (c >= 'a' && c <= 'z') || core::isDigit(c) || c == '-'; });
}

core::Error noSuchClient(std::string_view key)
{
    std::string known;
    for (const auto &name : clientKeys())
        known += (known.empty() ? "" : ", ") + name;
    return {core::ErrorKind::InvalidArgument,
            "There is no client \"" + std::string(key) + "\". Known are: " + known + "."};
}

} // namespace

std::span<const std::string> clientKeys()
{
    static const std::vector<std::string> keys = [] {
        std::vector<std::string> list;
        for (const auto &row : table().at("clients"))
            list.push_back(row.at("key").get<std::string>());
        return list;
    }();
    return keys;
}

core::Result<Snippet> render(std::string_view clientKey, const Connection &connection,
                             SecretPlace place)
{
    const auto &rows = table().at("clients");
    const auto row = std::ranges::find_if(
        rows, [clientKey](const json &candidate) { return candidate.at("key") == clientKey; });
    const auto *const client = clients::knownClient(clientKey);
    if (row == rows.end() || client == nullptr)
        return noSuchClient(clientKey);
    if (!isServerName(connection.serverName))
        return core::Error(core::ErrorKind::InvalidArgument,
                           "The name of the server must be 1 to "
                               + std::to_string(longestServerName)
                               + " small letters, digits and hyphens.");
    Snippet snippet;
    snippet.clientKey = client->key;
    snippet.clientName = client->name;
    snippet.asOf = table().at("as_of").get<std::string>();
    for (const auto &block : row->at("blocks")) {
        if (isFor(block, place))
            snippet.blocks.push_back(blockOf(block, connection, place));
    }
    snippet.notes = textsOf(*row, "notes", {});
    return snippet;
}

} // namespace snippets
