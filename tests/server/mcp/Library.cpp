// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/Library.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace peer {

using core::Error;
using core::ErrorKind;
using mcp::CallContext;
using nlohmann::json;

namespace {

constexpr const char *emma = "book:emma";
constexpr const char *ulysses = "book:ulysses";

core::Task<core::Result<mcp::ResourcePage>> listBooks(const CallContext &,
                                                      const std::string &position)
{
    mcp::ResourcePage page;
    if (position.empty()) {
        page.resources.push_back({.uri = emma,
                                  .name = "emma",
                                  .title = "Emma",
                                  .description = "A novel.",
                                  .mimeType = "text/plain",
                                  .size = 7,
                                  .icon = "book"});
        page.next = "1";
    } else {
        page.resources.push_back({.uri = ulysses, .name = "ulysses"});
    }
    co_return page;
}

core::Task<core::Result<mcp::ResourceReading>> readBook(const CallContext &context,
                                                        const std::string &uri)
{
    using Form = mcp::ResourceContents::Form;
    mcp::ResourceReading reading;
    reading.lifetime = std::chrono::seconds(5);
    if (uri == emma)
        reading.contents.push_back(
            {.uri = uri, .mimeType = "text/plain", .form = Form::Text, .bytes = "Emma W."});
    else if (uri == ulysses)
        reading.contents.push_back({.uri = uri,
                                    .mimeType = "application/octet-stream",
                                    .form = Form::Binary,
                                    .bytes = std::string("\0\xff", 2)});
    else if (uri == "book:stolen")
        co_return Error(ErrorKind::Unauthenticated, "The library card has expired.");
    else if (uri == "book:afar")
        co_return Error(ErrorKind::Unavailable, "The shelf cannot be reached.");
    else
        co_return Error(ErrorKind::NotFound,
                        "There is no such book for " + context.caller.subject + ".");
    co_return reading;
}

class BookWatch : public mcp::ResourceWatch
{
public:
    BookWatch(std::shared_ptr<std::map<int, Library::Watch>> watches, Library::Watch watch)
        : m_watches(std::move(watches))
        , m_key(m_watches->empty() ? 0 : m_watches->rbegin()->first + 1)
    {
        m_watches->emplace(m_key, std::move(watch));
    }
    ~BookWatch() override { m_watches->erase(m_key); }

private:
    std::shared_ptr<std::map<int, Library::Watch>> m_watches;
    int m_key;
};

core::Task<core::Result<std::unique_ptr<mcp::ResourceWatch>>>
watchBook(std::shared_ptr<std::map<int, Library::Watch>> watches, std::string uri,
          mcp::ResourceListener listener)
{
    if (uri == "book:busy")
        co_return Error(ErrorKind::Busy, "Too many readers.");
    if (uri != emma && uri != ulysses)
        co_return Error(ErrorKind::NotFound, "There is no such book.");
    Library::Watch watch{.uri = uri, .listener = std::move(listener)};
    std::unique_ptr<mcp::ResourceWatch> result =
        std::make_unique<BookWatch>(std::move(watches), std::move(watch));
    co_return std::move(result);
}

core::Task<core::Result<std::vector<std::string>>>
completeTitle(const CallContext &, const std::string &value, const json &others)
{
    std::vector<std::string> titles;
    if (value == "many")
        titles.assign(150, "many");
    else if (others.contains("author"))
        titles = {others["author"].get<std::string>() + "'s " + value};
    else
        titles = {value + "mma"};
    co_return titles;
}

core::Task<core::Result<std::vector<mcp::PromptMessage>>> recommend(const CallContext &,
                                                                    const json &arguments)
{
    std::vector<mcp::PromptMessage> messages = {
        mcp::PromptMessage::text("Tell me about " + arguments["title"].get<std::string>() + "."),
        mcp::PromptMessage::text("Well.", mcp::PromptMessage::Role::Assistant)};
    co_return messages;
}

/// Burning a book is for librarians who have said so.
core::Task<core::Result<json>> burn(std::shared_ptr<std::vector<std::string>> burnt,
                                    const json &arguments)
{
    burnt->push_back(arguments["uri"].get<std::string>());
    co_return json{{"burnt", arguments["uri"]}};
}

core::Task<core::Result<std::optional<std::string>>> burningQuestion(const CallContext &,
                                                                     const json &arguments)
{
    if (arguments["uri"] == "book:trash")
        co_return std::optional<std::string>();
    co_return std::optional("Burn " + arguments["uri"].get<std::string>() + "?");
}

/// Asks for a name, then for a second one, and greets both.
core::Task<core::Result<std::optional<mcp::InputRequired>>> askForNames(const CallContext &context,
                                                                        const json &)
{
    const auto ask = [](const char *key, json state) {
        mcp::InputRequest request{.key = key};
        request.params = {{"message", "Who?"}};
        mcp::InputRequired needed;
        needed.requests.push_back(std::move(request));
        needed.state = std::move(state);
        return needed;
    };
    if (context.input.find("second") != nullptr)
        co_return std::optional<mcp::InputRequired>();
    if (const auto *const first = context.input.find("first"))
        co_return std::optional(ask("second", {{"first", (*first)["name"]}}));
    co_return std::optional(ask("first", nullptr));
}

core::Task<core::Result<json>> greet(const CallContext &context, const json &)
{
    co_return json{{"text", context.input.state["first"].get<std::string>() + " and "
                                + (*context.input.find("second"))["name"].get<std::string>()}};
}

core::Task<core::Result<std::optional<mcp::InputRequired>>> askTheModel(const CallContext &context,
                                                                        const json &)
{
    if (context.input.find("answer") != nullptr)
        co_return std::optional<mcp::InputRequired>();
    mcp::InputRequired needed;
    needed.requests.push_back({.key = "answer", .kind = mcp::InputRequest::Kind::Sampling});
    co_return std::optional(std::move(needed));
}

/// Is never content.
core::Task<core::Result<std::optional<mcp::InputRequired>>> askAgain(const CallContext &,
                                                                     const json &)
{
    mcp::InputRequired needed;
    needed.requests.push_back({.key = "again"});
    co_return std::optional(std::move(needed));
}

core::Task<core::Result<json>> complain(const CallContext &context, const json &)
{
    context.log(mcp::LogLevel::Debug, "a whisper");
    context.log(mcp::LogLevel::Error, "a cry");
    co_return json::object();
}

} // namespace

Library::Library() = default;

mcp::Features Library::features() const
{
    mcp::Features features;
    features.hasLogging = true;
    features.listChanges = m_listChanges;
    const mcp::Effect burns{
        .scope = "mail.send", .isReadOnly = false, .isDestructive = true, .isIdempotent = false};
    const auto burnIt = [burnt = m_burnt](const CallContext &, const json &arguments) {
        return burn(burnt, arguments);
    };
    features.tools.push_back({.name = "burn",
                              .title = "Burn",
                              .description = "Burns a book.",
                              .effect = burns,
                              .parameters = {{.name = "uri"}},
                              .result = {{.name = "burnt"}},
                              .run = burnIt,
                              .icon = "fire",
                              .findQuestion = burningQuestion});
    features.tools.push_back({.name = "greet",
                              .title = "Greet",
                              .description = "Greets two people.",
                              .effect = {},
                              .parameters = {},
                              .result = {{.name = "text"}},
                              .run = greet,
                              .findNeededInput = askForNames});
    features.tools.push_back({.name = "think",
                              .title = "Think",
                              .description = "Lets the model think.",
                              .effect = {},
                              .parameters = {},
                              .result = {},
                              .run = complain,
                              .findNeededInput = askTheModel});
    features.tools.push_back({.name = "nag",
                              .title = "Nag",
                              .description = "Asks again and again.",
                              .effect = {},
                              .parameters = {},
                              .result = {},
                              .run = complain,
                              .findNeededInput = askAgain});
    features.tools.push_back({.name = "complain",
                              .title = "Complain",
                              .description = "Complains.",
                              .effect = {},
                              .parameters = {},
                              .result = {},
                              .run = complain});
    features.tools.push_back({.name = "shelve",
                              .title = "Shelve",
                              .description = "Needs a header.",
                              .effect = {},
                              .parameters = {{.name = "room",
                                              .presence = mcp::Field::Presence::Optional,
                                              .header = "Room"},
                                             {.name = "number",
                                              .type = mcp::Field::Type::Integer,
                                              .presence = mcp::Field::Presence::Optional,
                                              .header = "Number"}},
                              .result = {},
                              .run = complain});
    features.prompts.push_back(
        {.name = "recommend",
         .title = "Recommend a book",
         .description = "Talks about a book.",
         .scope = "mail.read",
         .arguments = {{.name = "title",
                        .title = "Title",
                        .description = "Of the book.",
                        .maximumLength = 10,
                        .complete = completeTitle},
                       {.name = "tone", .presence = mcp::PromptArgument::Presence::Optional}},
         .run = recommend});
    features.prompts.push_back({.name = "secret",
                                .title = "Secret",
                                .description = "For the staff.",
                                .scope = "mail.send",
                                .run = recommend});
    mcp::Resources resources;
    resources.scope = "mail.read";
    resources.templates.push_back({.uriTemplate = "book:{title}",
                                   .name = "book",
                                   .title = "A book",
                                   .description = "By its title.",
                                   .mimeType = "text/plain",
                                   .variables = {{.name = "title", .complete = completeTitle}}});
    resources.list = listBooks;
    resources.read = readBook;
    resources.watch = [watches = m_watches](const CallContext &, const std::string &uri,
                                            mcp::ResourceListener listener) {
        return watchBook(watches, uri, std::move(listener));
    };
    features.resources = std::move(resources);
    return features;
}

void Library::change(const std::string &uri, mcp::ResourceChange change) const
{
    const auto watches = *m_watches;
    for (const auto &[key, watch] : watches) {
        if (watch.uri == uri)
            watch.listener(change);
    }
}

} // namespace peer
