// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/SnippetOutput.h"

#include "app/Console.h"
#include "clients/KnownClients.h"
#include "i18n/Language.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace app {

namespace {

const QString forOption = QStringLiteral("for");
const QString secretOption = QStringLiteral("secret-in-snippet");

QString knownKeys()
{
    QStringList keys;
    for (const auto &key : snippets::clientKeys())
        keys += QString::fromStdString(key);
    return keys.join(QStringLiteral(", "));
}

std::string english(const i18n::Text &text)
{
    return i18n::Language::english().render(text);
}

std::string_view nameOf(snippets::Block::Language language)
{
    using Language = snippets::Block::Language;
    switch (language) {
    case Language::Steps:
        return "steps";
    case Language::Shell:
        return "shell";
    case Language::Json:
        return "json";
    case Language::Toml:
        return "toml";
    }
    return {};
}

void printBlock(const snippets::Block &block)
{
    printLine('\n' + english(block.title) + (block.place.empty() ? "" : " (" + block.place + ")")
              + ":\n");
    int number = 0;
    for (const auto &step : block.steps)
        printLine(std::to_string(++number) + ". " + english(step));
    std::string_view text = block.text;
    if (text.ends_with('\n'))
        text.remove_suffix(1);
    if (!text.empty())
        printLine(text);
}

} // namespace

void addSnippetOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {forOption,
         QStringLiteral("Also print how CLIENT is connected, and register its callbacks only; "
                        "repeatable. Known: %1.")
             .arg(knownKeys()),
         QStringLiteral("CLIENT")});
    parser.addOption(
        {secretOption, QStringLiteral("With --for: put the client secret into what is printed. "
                                      "Default: the client asks for it or reads it from its "
                                      "environment, where it can.")});
}

core::Result<std::vector<std::string>> callbacksOfWantedClients(const QCommandLineParser &parser)
{
    std::vector<std::string> uris;
    for (const auto &key : parser.values(forOption)) {
        const auto *const client = clients::knownClient(key.toStdString());
        if (client == nullptr)
            return core::Error(core::ErrorKind::InvalidArgument,
                               "--for: there is no client \"" + key.toStdString()
                                   + "\". Known are: " + knownKeys().toStdString() + '.');
        for (const auto uri : client->redirectUris) {
            if (std::ranges::find(uris, uri) == uris.end())
                uris.emplace_back(uri);
        }
    }
    return uris;
}

std::vector<snippets::Snippet> renderWantedSnippets(const QCommandLineParser &parser,
                                                    const provisioning::ProvisionedClient &made)
{
    const auto place = parser.isSet(secretOption) ? snippets::SecretPlace::Included
                                                  : snippets::SecretPlace::Placeholder;
    snippets::Connection connection;
    connection.mcpUrl = made.mcpUrl;
    connection.clientId = made.clientId;
    connection.clientSecret = made.clientSecret.clone();
    std::vector<snippets::Snippet> wanted;
    for (const auto &key : parser.values(forOption)) {
        if (auto snippet = snippets::render(key.toStdString(), connection, place))
            wanted.push_back(std::move(*snippet));
    }
    return wanted;
}

void printSnippets(const std::vector<snippets::Snippet> &snippets)
{
    for (const auto &snippet : snippets) {
        printLine("\n--- " + snippet.clientName + " (as of " + snippet.asOf + ") ---");
        for (const auto &block : snippet.blocks)
            printBlock(block);
        for (const auto &note : snippet.notes)
            printLine('\n' + english(note));
    }
}

nlohmann::json snippetsJson(const std::vector<snippets::Snippet> &snippets)
{
    auto list = nlohmann::json::array();
    for (const auto &snippet : snippets) {
        nlohmann::json row = {{"client", snippet.clientKey},
                              {"as_of", snippet.asOf},
                              {"blocks", nlohmann::json::array()},
                              {"notes", nlohmann::json::array()}};
        for (const auto &block : snippet.blocks) {
            auto steps = nlohmann::json::array();
            for (const auto &step : block.steps)
                steps.push_back(english(step));
            row["blocks"].push_back({{"language", nameOf(block.language)},
                                     {"title", english(block.title)},
                                     {"place", block.place},
                                     {"text", block.text},
                                     {"steps", steps}});
        }
        for (const auto &note : snippet.notes)
            row["notes"].push_back(english(note));
        list.push_back(std::move(row));
    }
    return list;
}

} // namespace app
