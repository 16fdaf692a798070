// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Response.h"

#include "core/Ascii.h"
#include "imap/Flag.h"
#include "imap/Text.h"

#include <algorithm>
#include <array>
#include <limits>

namespace imap {

namespace {

using NString = Tokenizer::NString;
using Condition = StatusLine::Condition;

core::Error malformed(std::string_view what)
{
    return {core::ErrorKind::Protocol, "The mail server sent an answer that is not IMAP.",
            "malformed " + std::string(what)};
}

std::optional<Condition> conditionOf(std::string_view word)
{
    struct Name
    {
        std::string_view word;
        Condition condition;
    };
    constexpr std::array names = {Name{"OK", Condition::Ok}, Name{"NO", Condition::No},
                                  Name{"BAD", Condition::Bad}, Name{"BYE", Condition::Bye},
                                  Name{"PREAUTH", Condition::PreAuth}};
    const auto *const found = std::ranges::find_if(
        names, [word](const Name &name) { return core::equalsIgnoringCase(name.word, word); });
    if (found == names.end())
        return std::nullopt;
    return found->condition;
}

// resp-text; servers may leave it out
StatusLine parseStatusText(Condition condition, std::string_view text)
{
    StatusLine status;
    status.condition = condition;
    while (text.starts_with(' '))
        text.remove_prefix(1);
    auto end = text.find(']');
    const auto list = text.find('(');
    if (end != std::string_view::npos && list < end)
        end = text.find("]",
                        std::min(text.find(')', list), text.size())); // keywords may hold a bracket
    if (text.starts_with('[') && end != std::string_view::npos) {
        const auto code = text.substr(1, end - 1);
        const auto space = std::min(code.find(' '), code.size());
        status.code = toUpper(code.substr(0, space));
        status.codeArguments = code.substr(std::min(space + 1, code.size()));
        text.remove_prefix(end + 1);
        while (text.starts_with(' '))
            text.remove_prefix(1);
    }
    status.text = text;
    return status;
}

std::optional<std::vector<std::string>> takeList(Tokenizer &tokens)
{
    if (!tokens.take('('))
        return std::nullopt;
    std::vector<std::string> items;
    while (true) {
        tokens.skipSpaces();
        if (tokens.take(')'))
            return items;
        if (tokens.takeNString(items.emplace_back()) == NString::Malformed)
            return std::nullopt;
    }
}

std::optional<MailboxName> takeMailbox(Tokenizer &tokens, NameEncoding names)
{
    tokens.skipSpaces();
    std::string name;
    if (!tokens.takeString(name)) {
        if (tokens.peek() == '"')
            return std::nullopt;
        name = tokens.takeWord();
    }
    if (name.empty())
        return std::nullopt;
    return MailboxName::fromServer(name, names);
}

SpecialUse specialUseOf(const ListEntry &entry)
{
    struct Attribute
    {
        std::string_view name;
        SpecialUse use;
    };
    // RFC 6154 §2, RFC 8457 §2
    constexpr std::array attributes = {
        Attribute{"\\All", SpecialUse::All},       Attribute{"\\Archive", SpecialUse::Archive},
        Attribute{"\\Drafts", SpecialUse::Drafts}, Attribute{"\\Flagged", SpecialUse::Flagged},
        Attribute{"\\Junk", SpecialUse::Junk},     Attribute{"\\Sent", SpecialUse::Sent},
        Attribute{"\\Trash", SpecialUse::Trash},   Attribute{"\\Important", SpecialUse::Important},
    };
    if (entry.name.isInbox())
        return SpecialUse::Inbox;
    for (const auto &attribute : attributes) {
        if (entry.hasAttribute(attribute.name))
            return attribute.use;
    }
    return SpecialUse::None;
}

// mailbox-list
core::Result<Response> parseList(Tokenizer &tokens, NameEncoding names)
{
    tokens.skipSpaces();
    auto attributes = takeList(tokens);
    if (!attributes)
        return malformed("LIST");
    ListEntry entry;
    entry.attributes = std::move(*attributes);
    tokens.skipSpaces();
    std::string delimiter;
    switch (tokens.takeNString(delimiter)) {
    case NString::Malformed:
        return malformed("LIST");
    case NString::Nil:
        break;
    case NString::Text:
        if (!delimiter.empty() && !isControlByte(delimiter.front()))
            entry.delimiter = delimiter.front();
        break;
    }
    auto name = takeMailbox(tokens, names);
    if (!name)
        return Response(response::Other{}); // an empty name: the answer about the root
    entry.name = std::move(*name);
    entry.specialUse = specialUseOf(entry);
    return Response(std::move(entry));
}

void setStatusItem(MailboxStatus &status, std::string_view item, std::uint64_t value)
{
    if (core::equalsIgnoringCase(item, "HIGHESTMODSEQ"))
        status.highestModSeq = value;
    if (value > UINT32_MAX)
        return;
    const auto number = static_cast<std::uint32_t>(value);
    if (core::equalsIgnoringCase(item, "MESSAGES"))
        status.messages = number;
    else if (core::equalsIgnoringCase(item, "UNSEEN"))
        status.unseen = number;
    else if (core::equalsIgnoringCase(item, "UIDNEXT"))
        status.uidNext = number;
    else if (core::equalsIgnoringCase(item, "UIDVALIDITY"))
        status.uidValidity = number;
}

// mailbox-data: STATUS
core::Result<Response> parseStatus(Tokenizer &tokens, NameEncoding names)
{
    auto name = takeMailbox(tokens, names);
    tokens.skipSpaces();
    if (!name || !tokens.take('('))
        return malformed("STATUS");
    response::MailboxStatusOf result;
    result.name = std::move(*name);
    while (true) {
        tokens.skipSpaces();
        if (tokens.take(')'))
            return Response(std::move(result));
        const auto item = tokens.takeAtom();
        tokens.skipSpaces();
        const auto number = tokens.takeNumber();
        if (item.empty() || (!number && !tokens.skipValue()))
            return malformed("STATUS");
        if (number)
            setStatusItem(result.status, item, *number);
    }
}

// mailbox-data: SEARCH, perhaps with (MODSEQ n) at the end (RFC 7162 §3.1.5)
core::Result<Response> parseSearch(Tokenizer &tokens, std::size_t maximumResults)
{
    response::Search result;
    while (true) {
        tokens.skipSpaces();
        if (tokens.isAtEnd())
            return Response(std::move(result));
        if (tokens.peek() == '(') {
            if (!tokens.skipValue())
                return malformed("SEARCH");
            continue;
        }
        const auto number = tokens.takeNonZero32();
        if (!number || (!tokens.isAtEnd() && tokens.peek() != ' '))
            return malformed("SEARCH");
        ++result.count;
        // All of them, so that the newest can be chosen whatever the order; four times the limit is
        // more than any mailbox answers.
        if (result.count > 4 * maximumResults)
            return core::Error(core::ErrorKind::TooLarge,
                               "The search found too many messages. Narrow it down.");
        result.numbers.push_back(*number);
    }
}

// esearch-response (RFC 4466 §2.6.2)
core::Result<Response> parseExtendedSearch(Tokenizer &tokens)
{
    response::ExtendedSearch result;
    tokens.skipSpaces();
    if (tokens.take('(')) {
        const auto name = tokens.takeAtom();
        tokens.skipSpaces();
        if (!core::equalsIgnoringCase(name, "TAG")
            || tokens.takeNString(result.tag) == NString::Malformed)
            return malformed("ESEARCH");
        tokens.skipSpaces();
        if (!tokens.take(')'))
            return malformed("ESEARCH");
    }
    while (true) {
        tokens.skipSpaces();
        if (tokens.isAtEnd())
            return Response(std::move(result));
        const auto name = tokens.takeAtom();
        if (core::equalsIgnoringCase(name, "UID"))
            continue;
        tokens.skipSpaces();
        if (core::equalsIgnoringCase(name, "COUNT")) {
            result.count = tokens.takeNumber();
            if (!result.count)
                return malformed("ESEARCH COUNT");
        } else if (core::equalsIgnoringCase(name, "ALL")) {
            const auto set = SequenceSet::parse(tokens.takeAtom());
            if (!set || set->isOpen())
                return malformed("ESEARCH ALL");
            result.all = *set;
        } else if (name.empty() || !tokens.skipValue()) {
            return malformed("ESEARCH");
        }
    }
}

core::Result<Response> parseFlags(Tokenizer &tokens)
{
    tokens.skipSpaces();
    auto list = takeList(tokens);
    if (!list)
        return malformed("FLAGS");
    response::Flags flags;
    for (const auto &flag : *list)
        flags.flags.push_back(canonicalFlag(flag));
    return Response(std::move(flags));
}

// message-data, and the two kinds of mailbox-data that begin with a number
core::Result<Response> parseNumbered(Tokenizer &tokens)
{
    const auto number = tokens.takeNumber();
    if (!number)
        tokens.takeAtom(); // beyond 64 bits
    tokens.skipSpaces();
    const auto name = tokens.takeAtom();
    const bool isExists = core::equalsIgnoringCase(name, "EXISTS");
    const bool isExpunge = core::equalsIgnoringCase(name, "EXPUNGE");
    const bool isFetch = core::equalsIgnoringCase(name, "FETCH");
    if (!isExists && !isExpunge && !isFetch)
        return Response(response::Other{});
    if (!number || *number > UINT32_MAX || (*number == 0 && !isExists))
        return malformed("message number");
    const auto value = static_cast<std::uint32_t>(*number);
    if (isExists)
        return Response(response::Exists{value});
    if (isExpunge)
        return Response(response::Expunge{value});
    tokens.skipSpaces();
    auto fetched = FetchResponse::parse(tokens);
    if (!fetched)
        return malformed("FETCH");
    fetched->message.sequence = value;
    return Response(std::move(fetched));
}

core::Result<Response> parseUntagged(Tokenizer &tokens, NameEncoding names,
                                     std::size_t maximumSearchResults)
{
    tokens.skipSpaces();
    if (core::isDigit(tokens.peek()))
        return parseNumbered(tokens);
    const auto name = tokens.takeAtom();
    if (const auto condition = conditionOf(name))
        return Response(response::Status{parseStatusText(*condition, tokens.rest())});
    if (core::equalsIgnoringCase(name, "LIST"))
        return parseList(tokens, names);
    if (core::equalsIgnoringCase(name, "STATUS"))
        return parseStatus(tokens, names);
    if (core::equalsIgnoringCase(name, "SEARCH"))
        return parseSearch(tokens, maximumSearchResults);
    if (core::equalsIgnoringCase(name, "ESEARCH"))
        return parseExtendedSearch(tokens);
    if (core::equalsIgnoringCase(name, "FLAGS"))
        return parseFlags(tokens);
    if (core::equalsIgnoringCase(name, "CAPABILITY"))
        return Response(Capabilities::parse(tokens.rest()));
    if (core::equalsIgnoringCase(name, "ENABLED"))
        return Response(response::Enabled{Capabilities::parse(tokens.rest())});
    if (core::equalsIgnoringCase(name, "NAMESPACE")) {
        if (auto namespaces = Namespaces::parse(tokens, names))
            return Response(std::move(*namespaces));
    } else if (core::equalsIgnoringCase(name, "QUOTA")) {
        if (auto quota = Quota::parse(tokens))
            return Response(std::move(*quota));
    }
    return Response(response::Other{});
}

} // namespace

core::Result<Response> parseResponse(RawResponse &raw, NameEncoding names,
                                     std::size_t maximumSearchResults)
{
    Tokenizer tokens(raw);
    if (tokens.take('+')) {
        tokens.skipSpaces();
        return Response(response::Continuation{std::string(tokens.rest())});
    }
    if (tokens.rest().starts_with("* ")) {
        tokens.take('*');
        return parseUntagged(tokens, names, maximumSearchResults);
    }
    const auto tag = tokens.takeWord();
    tokens.skipSpaces();
    const auto condition = conditionOf(tokens.takeWord());
    if (tag.empty() || !condition || *condition == Condition::Bye
        || *condition == Condition::PreAuth)
        return malformed("line");
    return Response(response::Tagged{std::string(tag), parseStatusText(*condition, tokens.rest())});
}

bool isStatusText(std::string_view line)
{
    if (!line.starts_with("* "))
        return true; // a tagged line or a continuation
    line.remove_prefix(2);
    return conditionOf(line.substr(0, line.find(' '))).has_value();
}

std::optional<std::uint64_t> announcedLiteral(std::string_view line)
{
    if (!line.ends_with('}'))
        return std::nullopt;
    line.remove_suffix(1);
    if (line.ends_with('+'))
        line.remove_suffix(1);
    const auto brace = line.rfind('{');
    if (brace == std::string_view::npos)
        return std::nullopt;
    const auto digits = line.substr(brace + 1);
    if (digits.empty() || !std::ranges::all_of(digits, core::isDigit))
        return std::nullopt;
    return parseNumber<std::uint64_t>(digits).value_or(std::numeric_limits<std::uint64_t>::max());
}

} // namespace imap
