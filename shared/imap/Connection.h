// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "imap/Capabilities.h"
#include "imap/Criteria.h"
#include "imap/Fetch.h"
#include "imap/Flag.h"
#include "imap/Limits.h"
#include "imap/List.h"
#include "imap/MailboxName.h"
#include "imap/Search.h"
#include "imap/SelectedMailbox.h"
#include "imap/SequenceSet.h"
#include "net/TlsPolicy.h"
#include "sasl/Mechanism.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace imap {

class Session;
struct Harvest;

struct ConnectionOptions
{
    enum class Utf8 {
        IfOffered, ///< ENABLE UTF8=ACCEPT after the login (RFC 6855)
        Never,
    };

    Limits limits;
    Utf8 utf8 = Utf8::IfOffered;
    /// Fields of the ID command (RFC 2971), sent after the login where ID is offered. Empty: none.
    std::vector<std::pair<std::string, std::string>> clientId;
};

/// A page of a mailbox, counted from its newest message.
struct PageRequest
{
    std::uint32_t skip = 0;
    std::uint32_t count = 20;
};

struct FetchResult
{
    SelectedMailbox mailbox;
    std::vector<FetchedMessage> messages;
};

/// Where copies went (COPYUID, RFC 4315 §3). The two lists run in parallel.
struct CopiedMessages
{
    std::uint32_t uidValidity = 0;
    std::vector<std::uint32_t> sourceUids;
    std::vector<std::uint32_t> destinationUids;
};

/// Where an appended message went (APPENDUID).
struct AppendedMessage
{
    std::uint32_t uidValidity = 0;
    std::uint32_t uid = 0;
};

enum class FlagChange { Add, Remove };

/// One IMAP session (RFC 3501, RFC 9051) from the greeting on. One operation at a time; every one
/// ends by its deadline. Main thread only.
///
/// A tagged NO or BAD leaves the connection usable: NotFound (no such mailbox), PermissionDenied,
/// Busy, TooLarge (quota), Unsupported, Unavailable … After every other error isUsable() is false
/// and the connection has to be thrown away; nothing was half-read. References passed to an
/// operation must live until its task ends.
///
/// Operations that read name their mailbox and open it on the way (EXAMINE, in the same packet
/// where that is safe); if it is the open one already, a NOOP goes along instead. Operations that
/// change something work on the mailbox that select() opened, so that its UIDVALIDITY can be
/// checked first.
class Connection
{
public:
    /// Connects, reads the greeting, makes the connection confidential as `endpoint` asks, and
    /// learns the capabilities. Errors: those of net::Stream; Unsupported (no STARTTLS), Protocol
    /// (not an IMAP server, PREAUTH), Unavailable (BYE).
    static core::Task<core::Result<std::unique_ptr<Connection>>>
    open(const account::ServerEndpoint &endpoint, const net::TlsPolicy &policy,
         const ConnectionOptions &options, core::Deadline deadline,
         core::Cancellation cancellation);

    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Tries one mechanism once. Unauthenticated: refused; Unsupported: no mechanism in common, or
    /// LOGINDISABLED without TLS; UntrustedPeer: the server did not prove that it knows the
    /// password (SCRAM). Afterwards ENABLE and ID, where wanted and offered.
    core::Task<core::Result<core::Done>> login(const account::Credentials &credentials,
                                               core::Deadline deadline);

    /// All mailboxes, with special use and message counts: one round trip where LIST-STATUS is
    /// offered.
    core::Task<core::Result<MailboxList>> list(core::Deadline deadline);

    /// Opens a mailbox for reading, or checks it with NOOP when it is open.
    core::Task<core::Result<SelectedMailbox>> examine(const MailboxName &mailbox,
                                                      core::Deadline deadline);
    /// Opens a mailbox for changes. Conflict if the server opens it read-only.
    core::Task<core::Result<SelectedMailbox>> select(const MailboxName &mailbox,
                                                     core::Deadline deadline);

    /// Messages by age, newest first: one round trip when the mailbox is open, else two.
    core::Task<core::Result<FetchResult>> fetchPage(const MailboxName &mailbox, PageRequest page,
                                                    const FetchItems &items,
                                                    core::Deadline deadline);
    /// Messages by UID, in the order of `uids`, those that exist. One round trip.
    core::Task<core::Result<FetchResult>> uidFetch(const MailboxName &mailbox,
                                                   const std::vector<std::uint32_t> &uids,
                                                   const FetchItems &items,
                                                   core::Deadline deadline);
    /// One round trip; one more for non-ASCII words where the server takes neither LITERAL+ nor
    /// UTF-8. selected() tells the UIDVALIDITY.
    core::Task<core::Result<SearchResult>>
    uidSearch(const MailboxName &mailbox, const Criteria &criteria, core::Deadline deadline);

    /// On the open mailbox; Conflict unless it is open for changes. Nothing comes back for UIDs
    /// that do not exist.
    core::Task<core::Result<core::Done>> uidStore(const SequenceSet &uids, FlagChange change,
                                                  const std::vector<Flag> &flags,
                                                  core::Deadline deadline);
    /// Removes those of `uids` that are \Deleted. Unsupported without UIDPLUS.
    core::Task<core::Result<core::Done>> uidExpunge(const SequenceSet &uids,
                                                    core::Deadline deadline);
    /// Removes every \Deleted message of the open mailbox, whoever marked it: only for servers
    /// without UIDPLUS, and only after a search has shown that no other message is marked.
    core::Task<core::Result<core::Done>> expungeAll(core::Deadline deadline);
    /// \Deleted and UID EXPUNGE in one round trip (UIDPLUS).
    core::Task<core::Result<core::Done>> uidDelete(const SequenceSet &uids,
                                                   core::Deadline deadline);
    /// Nothing if the server does not say where the copies went. NotFound: no such destination.
    core::Task<core::Result<std::optional<CopiedMessages>>>
    uidCopy(const SequenceSet &uids, const MailboxName &destination, core::Deadline deadline);
    /// Unsupported without MOVE (RFC 6851).
    core::Task<core::Result<std::optional<CopiedMessages>>>
    uidMove(const SequenceSet &uids, const MailboxName &destination, core::Deadline deadline);

    /// Stores a message. Nothing if the server does not say which UID it got. NotFound, TooLarge.
    core::Task<core::Result<std::optional<AppendedMessage>>> append(const MailboxName &mailbox,
                                                                    const std::vector<Flag> &flags,
                                                                    std::string message,
                                                                    core::Deadline deadline);
    core::Task<core::Result<core::Done>> create(const MailboxName &mailbox,
                                                core::Deadline deadline);

    core::Task<core::Result<core::Done>> noop(core::Deadline deadline);
    /// Says goodbye; the connection is closed afterwards, whatever the server answers.
    core::Task<core::Result<core::Done>> logout(core::Deadline deadline);

    /// Who may cancel the operations from now on.
    void setCancellation(core::Cancellation cancellation);

    /// False after an error that was not a tagged NO or BAD. True proves nothing: a noop() does.
    bool isUsable() const;
    bool isEncrypted() const;
    const Capabilities &capabilities() const;
    /// The open mailbox, or nothing.
    const std::optional<SelectedMailbox> &selected() const;
    /// How names typed by people will be encoded.
    NameEncoding nameEncoding() const;

private:
    Connection(std::unique_ptr<Session> session, account::Security security,
               ConnectionOptions options);

    core::Task<core::Result<SelectedMailbox>> openMailbox(const MailboxName &mailbox, Access access,
                                                          core::Deadline deadline);
    core::Task<core::Result<core::Done>> secure(const account::ServerEndpoint &endpoint,
                                                core::Deadline deadline);
    core::Task<core::Result<core::Done>> askForCapabilities(core::Deadline deadline);
    core::Task<core::Result<core::Done>> authenticate(const account::Credentials &credentials,
                                                      core::Deadline deadline);
    core::Task<core::Result<core::Done>> exchange(sasl::Mechanism mechanism,
                                                  const account::Credentials &credentials,
                                                  core::Deadline deadline);
    core::Task<core::Result<core::Done>> loginCommand(const account::Credentials &credentials,
                                                      core::Deadline deadline);
    core::Task<core::Result<core::Done>> introduce(core::Deadline deadline);
    core::Task<core::Result<core::Done>> addStatuses(MailboxList &list, core::Deadline deadline);
    core::Task<core::Result<core::Done>> change(Command command, core::Deadline deadline);
    core::Task<core::Result<std::optional<CopiedMessages>>> transfer(Command command,
                                                                     core::Deadline deadline);

    std::unique_ptr<Session> m_session;
    account::Security m_security;
    ConnectionOptions m_options;
};

} // namespace imap
