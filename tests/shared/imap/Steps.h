// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ScriptedConnection.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What a test does with a connection, step by step, each with its outcome as one line: "5 validity
/// 42", "not_found", "unavailable dead" (the connection cannot be used any more).
namespace steps {

inline const std::vector<std::uint32_t> seven{7};
inline const imap::MailboxName inbox = imap::MailboxName::inbox();

inline std::string failure(const core::Error &error, const ScriptedConnection &)
{
    return std::string(core::nameOf(error.kind));
}

template <typename Value, typename Describe>
inline std::string describe(const core::Result<Value> &result, ScriptedConnection &connection,
                            Describe description)
{
    const std::string state = connection->isUsable() ? "" : " dead";
    if (!result)
        return failure(result.error(), connection) + state;
    return description(*result) + state;
}

inline std::string ok(const core::Done &)
{
    return "ok";
}

inline std::string numbers(const std::vector<std::uint32_t> &values)
{
    std::string text;
    for (const auto value : values)
        text += (text.empty() ? "" : ",") + std::to_string(value);
    return text;
}

inline std::string messages(const imap::FetchResult &result)
{
    std::string text = "of " + std::to_string(result.mailbox.exists) + ":";
    for (const auto &message : result.messages) {
        text += ' ' + std::to_string(message.uid);
        if (message.envelope)
            text += '=' + message.envelope->subject;
        for (const auto &[key, bytes] : message.sections)
            text += '[' + key + ']' + bytes;
    }
    return text;
}

inline std::string found(const imap::SearchResult &result)
{
    return numbers(result.uids) + " count " + std::to_string(result.count)
           + (result.isTruncated ? " truncated" : "");
}

/// What a step of a session gives, as one line.
using Step = std::function<std::string(ScriptedConnection &)>;

inline Step page(imap::PageRequest request)
{
    return [request](ScriptedConnection &c) {
        const imap::FetchItems items{.envelope = true};
        return describe(support::await(c->fetchPage(inbox, request, items, c.deadline())), c,
                        messages);
    };
}

inline Step fetch(std::vector<std::uint32_t> uids = seven)
{
    return [uids = std::move(uids)](ScriptedConnection &c) {
        imap::FetchItems items;
        items.sections.push_back(imap::Section::wholeMessage());
        return describe(support::await(c->uidFetch(inbox, uids, items, c.deadline())), c, messages);
    };
}

inline Step search(std::string text)
{
    return [text = std::move(text)](ScriptedConnection &c) {
        const auto criteria = imap::Criteria::parse(text);
        if (!criteria)
            return std::string("bad criteria");
        return describe(support::await(c->uidSearch(inbox, *criteria, c.deadline())), c, found);
    };
}

inline Step examine(const imap::MailboxName &mailbox = inbox)
{
    return [mailbox](ScriptedConnection &c) {
        return describe(support::await(c->examine(mailbox, c.deadline())), c,
                        [](const imap::SelectedMailbox &selected) {
                            return std::to_string(selected.exists) + " validity "
                                   + std::to_string(selected.uidValidity);
                        });
    };
}

inline Step highestModSeq(const imap::MailboxName &mailbox)
{
    return [mailbox](ScriptedConnection &c) {
        return describe(support::await(c->examine(mailbox, c.deadline())), c,
                        [](const imap::SelectedMailbox &selected) {
                            return selected.highestModSeq ? std::to_string(*selected.highestModSeq)
                                                          : std::string("none");
                        });
    };
}

inline std::string select(ScriptedConnection &c)
{
    return describe(support::await(c->select(inbox, c.deadline())), c,
                    [](const imap::SelectedMailbox &selected) {
                        return std::to_string(selected.exists) + " next "
                               + std::to_string(selected.uidNext);
                    });
}

inline std::string list(ScriptedConnection &c)
{
    return describe(support::await(c->list(c.deadline())), c, [](const imap::MailboxList &result) {
        std::string text;
        for (const auto &entry : result.mailboxes) {
            text += (text.empty() ? "" : " ") + entry.name.path();
            if (const auto use = nameOf(entry.specialUse); !use.empty())
                text += '=' + std::string(use);
            if (entry.status)
                text += ':' + std::to_string(entry.status->messages.value_or(0)) + '/'
                        + std::to_string(entry.status->unseen.value_or(0));
        }
        return text + (result.isTruncated ? " …" : "");
    });
}

inline std::string noop(ScriptedConnection &c)
{
    return describe(support::await(c->noop(c.deadline())), c, ok);
}

inline std::string logout(ScriptedConnection &c)
{
    return describe(support::await(c->logout(c.deadline())), c, ok);
}

inline Step store(imap::FlagChanges changes)
{
    return [changes = std::move(changes)](ScriptedConnection &c) {
        const auto stored = support::await(c->uidStore(7, changes, c.deadline()));
        return describe(stored, c, [](const std::optional<std::vector<std::string>> &flags) {
            if (!flags)
                return std::string("no such message");
            std::string text = "flags";
            for (const auto &flag : *flags)
                text += ' ' + flag;
            return text;
        });
    };
}

inline std::string remove(ScriptedConnection &c)
{
    return describe(support::await(c->uidDelete(7, c.deadline())), c, [](imap::Removal removal) {
        switch (removal) {
        case imap::Removal::NoSuchMessage:
            return "no such message";
        case imap::Removal::Removed:
            return "removed";
        case imap::Removal::MarkedOnly:
            return "marked only";
        }
        return "";
    });
}

inline std::string transferred(const imap::Transfer &transfer)
{
    if (!transfer.copy)
        return transfer.isFound ? "unknown" : "no such message";
    return std::to_string(transfer.copy->uidValidity) + ' ' + std::to_string(transfer.copy->uid);
}

inline std::string copy(ScriptedConnection &c)
{
    const auto destination = imap::MailboxName::fromText("Archive");
    return describe(support::await(c->uidCopy(7, *destination, c.deadline())), c, transferred);
}

inline std::string move(ScriptedConnection &c)
{
    const auto destination = imap::MailboxName::fromText("Archive");
    return describe(support::await(c->uidMove(7, *destination, c.deadline())), c, transferred);
}

inline std::string append(ScriptedConnection &c)
{
    const auto drafts = imap::MailboxName::fromText("Entwürfe");
    const std::vector<imap::Flag> flags{imap::Flag::draft(), imap::Flag::seen()};
    return describe(support::await(c->append(*drafts, flags, "a: b\r\n\r\nc", c.deadline())), c,
                    [](const std::optional<imap::AppendedMessage> &appended) {
                        return appended ? std::to_string(appended->uidValidity) + ' '
                                              + std::to_string(appended->uid)
                                        : std::string("unknown");
                    });
}

inline std::string namespaces(ScriptedConnection &c)
{
    return describe(
        support::await(c->namespaces(c.deadline())), c, [](const imap::Namespaces &result) {
            std::string text;
            for (const auto *const kind : {&result.personal, &result.otherUsers, &result.shared}) {
                for (const auto &one : *kind)
                    text += '<' + one.prefix + '>' + (one.delimiter ? *one.delimiter : '-');
                text += '|';
            }
            return text;
        });
}

inline std::string quota(ScriptedConnection &c)
{
    return describe(support::await(c->quota(inbox, c.deadline())), c,
                    [](const std::vector<imap::Quota> &quotas) {
                        std::string text;
                        for (const auto &one : quotas) {
                            text += '<' + one.root + '>';
                            for (const auto &resource : one.resources)
                                text += ' ' + resource.name + ' ' + std::to_string(resource.usage)
                                        + '/' + std::to_string(resource.limit);
                        }
                        return text;
                    });
}

/// "INBOX messages 5 next 100", as far as it is told.
inline std::string describe(const imap::MailboxStatus &status)
{
    std::string text;
    const auto add = [&text](const char *name, const auto &value) {
        if (value)
            text += ' ' + std::string(name) + ' ' + std::to_string(*value);
    };
    add("messages", status.messages);
    add("unseen", status.unseen);
    add("next", status.uidNext);
    add("validity", status.uidValidity);
    add("modseq", status.highestModSeq);
    return text;
}

inline std::string describe(const imap::MailboxEvent &event)
{
    using Kind = imap::MailboxEvent::Kind;
    switch (event.kind) {
    case Kind::Exists:
        return "exists " + std::to_string(event.number);
    case Kind::Expunge:
        return "expunge " + std::to_string(event.number);
    case Kind::Flags: {
        auto text = "flags " + std::to_string(event.number);
        for (const auto &flag : event.flags)
            text += ' ' + flag;
        return text;
    }
    case Kind::Status:
        return event.mailbox.path() + describe(event.status);
    case Kind::Overflow:
        return "overflow";
    }
    return {};
}

/// Runs `operation(connection, listener, stop)` until so many events have come.
template <typename Operation>
inline Step hear(std::size_t enough, Operation operation)
{
    return [enough, operation](ScriptedConnection &c) {
        core::CancellationSource stop;
        if (enough == 0)
            stop.cancel();
        std::size_t count = 0;
        std::string events;
        const imap::MailboxListener listener = [&](const imap::MailboxEvent &event) {
            events += describe(event) + ", ";
            if (++count == enough)
                stop.cancel();
        };
        const auto outcome = describe(support::await(operation(*c, listener, stop.token())), c, ok);
        return events + outcome;
    };
}

inline Step idle(std::size_t enough, std::chrono::milliseconds time = std::chrono::hours(1))
{
    return hear(enough, [time](imap::Connection &connection, const imap::MailboxListener &listener,
                               core::Cancellation stop) {
        return connection.idle(listener, std::move(stop), core::deadlineIn(time));
    });
}

inline Step listen(std::size_t enough, std::chrono::milliseconds time = std::chrono::hours(1))
{
    return hear(enough, [time](imap::Connection &connection, const imap::MailboxListener &listener,
                               core::Cancellation stop) {
        return connection.listen(listener, std::move(stop), core::deadlineIn(time));
    });
}

inline std::string unselect(ScriptedConnection &c)
{
    return describe(support::await(c->unselect(c.deadline())), c, ok);
}

inline std::string open(ScriptedConnection &c)
{
    const auto opened = c.open();
    return opened ? "ok" : std::string(core::nameOf(opened.error().kind));
}

inline std::string login(ScriptedConnection &c)
{
    return describe(c.login(), c, ok);
}

/// One session after the login: what the server does, what the client does, what comes of it.
struct Scenario
{
    std::string name;
    std::string capabilities;
    std::string script;
    std::vector<std::pair<Step, std::string>> steps;
    std::function<void(imap::ConnectionOptions &)> configure = nullptr;
};

inline const std::string examineInbox = R"(
    C: TAG EXAMINE "INBOX"
    S: * 5 EXISTS
    S: * FLAGS (\Seen)
    S: * OK [UIDVALIDITY 42] .
    S: * OK [UIDNEXT 100] .
    S: TAG OK [READ-ONLY] done
)";
inline const std::string selectInbox = R"(
    C: TAG SELECT "INBOX"
    S: * 5 EXISTS
    S: * OK [UIDVALIDITY 42] .
    S: * OK [UIDNEXT 100] .
    S: TAG OK [READ-WRITE] done
)";
/// EXAMINE and UID FETCH in one packet, up to where the answer to the second begins.
inline const std::string examineAndFetch = R"(
    C: TAG EXAMINE "INBOX"
    C: TAG2 UID FETCH 7 (UID BODY.PEEK[])
    S: * 5 EXISTS
    S: TAG OK done
)";
inline const std::string examineAndSearch = R"(
    C: TAG EXAMINE "INBOX"
    C: TAG2 UID SEARCH UNSEEN
    S: * 5 EXISTS
    S: TAG OK done
)";

/// The script of a scenario from the greeting on.
inline std::string fromTheGreeting(const Scenario &scenario)
{
    return "S: * OK [CAPABILITY IMAP4rev1] ready\nC: TAG LOGIN \"alice\" \"pw\"\n"
           "S: TAG OK [CAPABILITY IMAP4rev1 "
           + scenario.capabilities + "] in\n" + scenario.script;
}

} // namespace steps
