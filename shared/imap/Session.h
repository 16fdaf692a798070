// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "imap/Capabilities.h"
#include "imap/Command.h"
#include "imap/FetchResponse.h"
#include "imap/Limits.h"
#include "imap/List.h"
#include "imap/MailboxEvent.h"
#include "imap/Namespace.h"
#include "imap/Quota.h"
#include "imap/Refusal.h"
#include "imap/Response.h"
#include "imap/SelectedMailbox.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace net {
class Conversation;
class Stream;
struct TlsReport;
} // namespace net

namespace imap {

/// What a batch of commands brought in.
struct Harvest
{
    std::vector<StatusLine> ends; ///< how each command ended, in the order of the commands
    /// Each UID once. They stay where they were read: moving one costs as much as a small message.
    std::vector<std::unique_ptr<FetchResponse>> fetched;
    std::vector<ListEntry> list;
    bool isListTruncated = false;
    std::vector<response::MailboxStatusOf> statuses;
    std::optional<response::Search> search;
    std::optional<response::ExtendedSearch> extendedSearch;
    std::optional<Namespaces> namespaces;
    std::vector<Quota> quotas;
    std::vector<StatusLine> remarks; ///< untagged OK with a response code that is not state
    bool isWatchedGone = false;      ///< the server has said that Batch::watched was removed
    bool mailboxChanged = false;     ///< messages came or went while it was open

    /// What was told of a mailbox, all in all: it may have changed while it was asked for.
    std::optional<MailboxStatus> statusOf(const MailboxName &mailbox) const;
};

enum class LineLength { Normal, Long };

enum class TimeLimit {
    Command, ///< Limits::command
    Caller,  ///< only the caller's deadline: how long it takes depends on what is sent
};

/// Answers the challenges of AUTHENTICATE.
class Responder
{
public:
    virtual ~Responder() = default;
    /// Challenge and answer are base64. An error ends the connection.
    virtual core::Task<core::Result<std::string>> respond(std::string challenge) = 0;
};

/// Commands that go out together.
struct Batch
{
    /// The mailbox that the first command opens, if it is SELECT or EXAMINE.
    std::optional<SelectedMailbox> opens;
    std::vector<Command> commands;
    /// Whether answers may have lines up to Limits::longLineBytes.
    LineLength lineLength = LineLength::Normal;
    TimeLimit timeLimit = TimeLimit::Command;
    /// UID of a message that one of the commands fetches and another removes.
    std::uint32_t watched = 0;
    Responder *responder = nullptr; ///< for AUTHENTICATE; must outlive the run
};

/// The machine below Connection: tags, pipelining, literals, limits, and the state that untagged
/// responses change. Every error it returns kills the
/// connection; a NO or BAD is not an error here.
class Session
{
public:
    /// `conversation` outlives the session, if there is one.
    Session(std::unique_ptr<net::Stream> stream, const Limits &limits,
            net::Conversation *conversation);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    /// The greeting, in the server's words. Anything but `* OK` is an error.
    core::Task<core::Result<std::string>> greet(core::Deadline deadline);
    /// Sends all commands at once, as far as literals allow, and reads until all have ended.
    core::Task<core::Result<Harvest>> run(Batch batch, core::Deadline deadline);
    /// The same for one command.
    core::Task<core::Result<Harvest>> run(Command command, core::Deadline deadline);
    /// Lets a command travel with the next batch, in front of it: one whose end nobody asks for,
    /// and which is not worth a round trip.
    void sendAhead(Command command) { m_ahead.push_back(std::move(command)); }
    /// One IDLE, from its beginning to `until` or `stop`; how it ended.
    core::Task<core::Result<StatusLine>> idle(const MailboxListener &listener, core::Deadline until,
                                              core::Cancellation stop);
    /// What comes while no command is under way, to `until` or `stop`.
    core::Task<core::Result<core::Done>> listen(const MailboxListener &listener,
                                                core::Deadline until, core::Cancellation stop);
    /// After a STARTTLS that was answered with OK: encrypts, and forgets what was said before.
    core::Task<core::Result<core::Done>> startTls(core::Deadline deadline);

    /// A batch whose first command opens `mailbox`, or is a NOOP if it is the open one.
    Batch batchOn(const MailboxName &mailbox, Access access) const;

    /// No mailbox is open any more: the server has confirmed it.
    void forgetSelected() { m_selected.reset(); }
    void setCancellation(core::Cancellation cancellation);
    /// From now on the connection is dead, for this reason.
    core::Error fail(core::Error error);
    void expectGoodbye() { m_expectsGoodbye = true; }

    bool isUsable() const;
    bool isEncrypted() const;
    net::TlsReport tlsReport() const;
    const Limits &limits() const { return m_limits; }
    const Capabilities &capabilities() const { return m_capabilities; }
    /// False once something happened that changes them and the server has not told them again.
    bool areCapabilitiesCurrent() const { return m_areCapabilitiesCurrent; }
    void markCapabilitiesStale() { m_areCapabilitiesCurrent = false; }
    const std::optional<SelectedMailbox> &selected() const { return m_selected; }
    NameEncoding nameEncoding() const { return m_names; }
    Command::Dialect dialect() const;

private:
    class Operation;
    struct Progress;

    std::optional<core::Error> whyNotNow() const;
    core::Task<core::Result<core::Done>> hold(core::Task<core::Result<core::Done>> hearing);
    core::Task<core::Result<core::Done>> idleUntil(Progress &progress, core::Deadline until,
                                                   const core::Cancellation &stop);
    core::Task<core::Result<core::Done>> hear(Progress &progress, core::Deadline until,
                                              const core::Cancellation &stop);
    core::Task<core::Result<core::Done>> exchange(Batch &batch, Progress &progress,
                                                  core::Deadline deadline);
    /// `index`: of its end in the harvest, if it is wanted there.
    core::Task<core::Result<core::Done>> send(const Command &command,
                                              std::optional<std::size_t> index, Progress &progress,
                                              core::Deadline deadline);
    /// Reads one response. True: the server asks for more of the command ("+").
    core::Task<core::Result<bool>> step(Progress &progress, core::Deadline deadline);
    core::Task<core::Result<RawResponse>> readResponse(core::Deadline deadline);
    /// What step() does with what was read.
    core::Result<bool> take(core::Result<RawResponse> raw, Progress &progress);
    core::Result<Response> understand(RawResponse &raw, Quoting quoting);
    core::Task<core::Result<core::Done>> answerChallenge(Progress &progress);

    void setCapabilities(Capabilities capabilities);
    core::Result<core::Done> take(Response &&response, Progress &progress);
    core::Result<core::Done> takeEnd(const response::Tagged &tagged, Progress &progress);
    void takeStatus(const StatusLine &status, Progress &progress);
    void takeRemark(const StatusLine &status, Progress &progress);
    void takeFetch(std::unique_ptr<FetchResponse> fetched, Progress &progress);
    void takeExpunge(std::uint32_t sequence, Progress &progress);
    void takeExists(std::uint32_t count, Progress &progress);

    std::unique_ptr<net::Stream> m_stream;
    Limits m_limits;
    net::Conversation *m_conversation;
    core::Cancellation m_cancellation;
    Capabilities m_capabilities;
    std::optional<SelectedMailbox> m_selected;
    std::vector<Command> m_ahead;
    NameEncoding m_names = NameEncoding::ModifiedUtf7;
    std::uint64_t m_lastTag = 0;
    std::optional<core::Error> m_failure;
    bool m_areCapabilitiesCurrent = false;
    bool m_isBusy = false;
    bool m_expectsGoodbye = false;
};

} // namespace imap
