// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Namespace.h"

#include "imap/Connection.h"
#include "imap/Refusal.h"
#include "imap/Session.h"
#include "imap/Text.h"
#include "imap/Tokenizer.h"

namespace imap {

using core::Error;
using core::ErrorKind;
using NString = Tokenizer::NString;

namespace {

// namespace-descr; extensions are skipped
std::optional<Namespace> parseOne(Tokenizer &tokens, NameEncoding names)
{
    std::string prefix;
    std::string delimiter;
    if (!tokens.take('(') || !tokens.takeString(prefix))
        return std::nullopt;
    tokens.skipSpaces();
    if (tokens.takeNString(delimiter) == NString::Malformed)
        return std::nullopt;
    while (true) {
        tokens.skipSpaces();
        if (tokens.take(')'))
            break;
        if (!tokens.skipValue())
            return std::nullopt;
    }
    Namespace result;
    if (!prefix.empty())
        result.prefix = MailboxName::fromServer(prefix, names).path();
    if (!delimiter.empty() && !isControlByte(delimiter.front()))
        result.delimiter = delimiter.front();
    return result;
}

// namespace
bool parseKind(Tokenizer &tokens, NameEncoding names, std::vector<Namespace> &result)
{
    tokens.skipSpaces();
    if (!tokens.take('(')) {
        std::string nothing;
        return tokens.takeNString(nothing) == NString::Nil;
    }
    while (true) {
        tokens.skipSpaces();
        if (tokens.take(')'))
            return true;
        auto one = parseOne(tokens, names);
        if (!one)
            return false;
        result.push_back(std::move(*one));
    }
}

} // namespace

std::optional<Namespaces> Namespaces::parse(Tokenizer &tokens, NameEncoding names)
{
    Namespaces result;
    for (auto *const kind : {&result.personal, &result.otherUsers, &result.shared}) {
        if (!parseKind(tokens, names, *kind))
            return std::nullopt;
    }
    return result;
}

core::Task<core::Result<Namespaces>> Connection::namespaces(core::Deadline deadline)
{
    if (!m_session->capabilities().has("NAMESPACE"))
        co_return Error(ErrorKind::Unsupported,
                        "The mail server does not tell where its folders begin (no NAMESPACE).");
    auto harvest = co_await m_session->run(Command("NAMESPACE"), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends.front().condition != StatusLine::Condition::Ok)
        co_return refusal(harvest->ends.front(), Refused::Reading);
    co_return std::move(harvest->namespaces).value_or(Namespaces());
}

} // namespace imap
