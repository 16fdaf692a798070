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
#include "imap/MailboxEvent.h"
#include "imap/MailboxName.h"
#include "imap/Namespace.h"
#include "imap/Quota.h"
#include "imap/Search.h"
#include "imap/SelectedMailbox.h"
#include "imap/SequenceSet.h"
#include "net/TlsPolicy.h"
#include "sasl/Mechanism.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace net {
class Conversation;
class Stream;
struct TlsReport;
} // namespace net

namespace imap {

class Session;
struct Batch;
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
    /// IDLE begins anew after so long: servers may log out after 30 minutes (RFC 2177 §3).
    std::chrono::milliseconds idleRenewal = std::chrono::minutes(28);
    /// Hears everything that is said; outlives the connection.
    net::Conversation *conversation = nullptr;
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

/// Where a new message is (APPENDUID and COPYUID, RFC 4315 §3).
struct AppendedMessage
{
    std::uint32_t uidValidity = 0;
    std::uint32_t uid = 0;
};

/// How a copy or a move ended.
struct Transfer
{
    bool isFound = false; ///< false: there is no such message, and nothing happened
    /// The server's word that the copy exists. Missing where it does not give it.
    std::optional<AppendedMessage> copy;
};

/// How a deletion ended.
enum class Removal {
    NoSuchMessage,
    Removed,
    MarkedOnly, ///< it carries \Deleted; removing it would have removed others as well
};

struct FlagChanges
{
    std::vector<Flag> add = {};
    std::vector<Flag> remove = {};
};

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

    /// What open() does, in steps, for those who look at each one: over() on a fresh stream, then
    /// greet(), learnCapabilities(), and with STARTTLS startTls() and learnCapabilities() again.
    static std::unique_ptr<Connection> over(std::unique_ptr<net::Stream> stream,
                                            account::Security security,
                                            const ConnectionOptions &options,
                                            core::Cancellation cancellation);
    /// The server's own words.
    core::Task<core::Result<std::string>> greet(core::Deadline deadline);
    /// Asks for the capabilities, unless the server has just told them by itself.
    core::Task<core::Result<core::Done>> learnCapabilities(core::Deadline deadline);
    core::Task<core::Result<core::Done>> startTls(core::Deadline deadline);

    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Tries one mechanism once. Unauthenticated: refused; Unsupported: no mechanism in common, or
    /// LOGINDISABLED without TLS; UntrustedPeer: the server did not prove that it knows the
    /// password (SCRAM). Afterwards ENABLE and ID, where wanted and offered.
    core::Task<core::Result<core::Done>>
    login(const account::Credentials &credentials, core::Deadline deadline,
          sasl::SecretKind secret = sasl::SecretKind::Password);

    /// All mailboxes, with special use and message counts: one round trip where LIST-STATUS is
    /// offered.
    core::Task<core::Result<MailboxList>> list(core::Deadline deadline);

    /// Opens a mailbox for reading, or checks it with NOOP when it is open.
    core::Task<core::Result<SelectedMailbox>> examine(const MailboxName &mailbox,
                                                      core::Deadline deadline);
    /// Closes the mailbox that examine() opened.
    core::Task<core::Result<core::Done>> unselect(core::Deadline deadline);
    /// Opens a mailbox for changes. Conflict if the server opens it read-only.
    core::Task<core::Result<SelectedMailbox>> select(const MailboxName &mailbox,
                                                     core::Deadline deadline);

    /// Messages by age, newest first: one round trip when the mailbox is open, else two.
    core::Task<core::Result<FetchResult>> fetchPage(const MailboxName &mailbox, PageRequest page,
                                                    const FetchItems &items,
                                                    core::Deadline deadline);
    /// Messages by UID, in the order of `uids`, those that exist. One round trip; one more if some
    /// are missing and the server reported meanwhile that messages came or went.
    core::Task<core::Result<FetchResult>> uidFetch(const MailboxName &mailbox,
                                                   const std::vector<std::uint32_t> &uids,
                                                   const FetchItems &items,
                                                   core::Deadline deadline);
    /// More of messages of the mailbox that is open, directly after uidFetch(): the same without
    /// asking for news once more. Conflict: no mailbox is open.
    core::Task<core::Result<FetchResult>> uidFetchMore(const std::vector<std::uint32_t> &uids,
                                                       const FetchItems &items,
                                                       core::Deadline deadline);
    /// One round trip; one more for non-ASCII words where the server takes neither LITERAL+ nor
    /// UTF-8. selected() tells the UIDVALIDITY.
    core::Task<core::Result<SearchResult>>
    uidSearch(const MailboxName &mailbox, const Criteria &criteria, core::Deadline deadline);

    /// These work on the open mailbox, one message each, in one round trip if nothing else is said;
    /// Conflict unless it is open for changes. An error after which isUsable() is false leaves open
    /// what the server did.

    /// Its flags as they are afterwards, or nothing if there is no such message. InvalidArgument
    /// for no change at all.
    core::Task<core::Result<std::optional<std::vector<std::string>>>>
    uidStore(std::uint32_t uid, const FlagChanges &changes, core::Deadline deadline);
    /// Marks the message \Deleted and removes it and no other one: with UID EXPUNGE (UIDPLUS).
    /// Where that is missing it takes a second round trip, which is not made if others are marked,
    /// too: EXPUNGE would remove them all. PermissionDenied: the server did not do it.
    core::Task<core::Result<Removal>> uidDelete(std::uint32_t uid, core::Deadline deadline);
    /// NotFound: no such destination. Works in mailboxes opened for reading, too.
    core::Task<core::Result<Transfer>> uidCopy(std::uint32_t uid, const MailboxName &destination,
                                               core::Deadline deadline);
    /// The same; Unsupported without MOVE (RFC 6851).
    core::Task<core::Result<Transfer>> uidMove(std::uint32_t uid, const MailboxName &destination,
                                               core::Deadline deadline);

    /// Stores a message. Nothing if the server does not say which UID it got. NotFound, TooLarge.
    core::Task<core::Result<std::optional<AppendedMessage>>> append(const MailboxName &mailbox,
                                                                    const std::vector<Flag> &flags,
                                                                    std::string message,
                                                                    core::Deadline deadline);
    core::Task<core::Result<core::Done>> create(const MailboxName &mailbox,
                                                core::Deadline deadline);

    /// Where the mailboxes of this person, of others and of everybody begin. Unsupported without
    /// NAMESPACE.
    core::Task<core::Result<Namespaces>> namespaces(core::Deadline deadline);
    /// The limits that hold for a mailbox; none may be set. Unsupported without QUOTA.
    core::Task<core::Result<std::vector<Quota>>> quota(const MailboxName &mailbox,
                                                       core::Deadline deadline);

    /// How these mailboxes are, in their order and in one round trip; each may fail by itself, as
    /// with NotFound. The open mailbox should not be among them (RFC 9051 §6.3.11).
    core::Task<core::Result<std::vector<core::Result<MailboxStatus>>>>
    status(const std::vector<MailboxName> &mailboxes, core::Deadline deadline);

    /// Hands on what the server reports about the open mailbox, as it comes, until `stop` is
    /// cancelled or the time is `until`: then the connection can be used again. Beginning and
    /// ending have a deadline, Limits::command. The listener must not destroy the connection.
    /// Unsupported without IDLE.
    core::Task<core::Result<core::Done>> idle(const MailboxListener &listener,
                                              core::Cancellation stop,
                                              core::Deadline until = core::Deadline::max());
    /// From now on the server shall report to listen() when messages come, go or get other flags
    /// in these mailboxes, and in no others (RFC 5465). How they are, in their order; missing:
    /// the server knows no such mailbox. The open mailbox should not be among them; with none it
    /// shall report nothing any more. Unsupported without NOTIFY, or if the server does not report
    /// all of that.
    core::Task<core::Result<std::vector<std::optional<MailboxStatus>>>>
    notify(const std::vector<MailboxName> &mailboxes, core::Deadline deadline);
    /// What idle() does, but for what notify() asked for, and without any command.
    core::Task<core::Result<core::Done>> listen(const MailboxListener &listener,
                                                core::Cancellation stop, core::Deadline until);
    core::Task<core::Result<core::Done>> noop(core::Deadline deadline);
    /// Says goodbye; the connection is closed afterwards, whatever the server answers.
    core::Task<core::Result<core::Done>> logout(core::Deadline deadline);

    /// Who may cancel the operations from now on.
    void setCancellation(core::Cancellation cancellation);

    /// False after an error that was not a tagged NO or BAD. True proves nothing: a noop() does.
    bool isUsable() const;
    bool isEncrypted() const;
    /// What the TLS handshake told, also when it failed.
    net::TlsReport tlsReport() const;
    /// How login() tried it: the name of a mechanism or "LOGIN command"; empty before.
    const std::string &loginMethod() const { return m_loginMethod; }
    const Capabilities &capabilities() const;
    /// The open mailbox, or nothing.
    const std::optional<SelectedMailbox> &selected() const;
    /// How names typed by people will be encoded.
    NameEncoding nameEncoding() const;

private:
    core::Task<core::Result<Harvest>> runUidFetch(Batch batch,
                                                  const std::vector<std::uint32_t> &uids,
                                                  const FetchItems &items, core::Deadline deadline);
    Connection(std::unique_ptr<Session> session, account::Security security,
               ConnectionOptions options);

    core::Task<core::Result<SelectedMailbox>> openMailbox(const MailboxName &mailbox, Access access,
                                                          core::Deadline deadline);
    core::Task<core::Result<core::Done>> begin(core::Deadline deadline);
    core::Task<core::Result<core::Done>> askForCapabilities(core::Deadline deadline);
    core::Task<core::Result<core::Done>> authenticate(const account::Credentials &credentials,
                                                      sasl::SecretKind secret,
                                                      core::Deadline deadline);
    core::Task<core::Result<core::Done>> exchange(sasl::Mechanism mechanism,
                                                  const account::Credentials &credentials,
                                                  core::Deadline deadline);
    core::Task<core::Result<core::Done>> loginCommand(const account::Credentials &credentials,
                                                      core::Deadline deadline);
    core::Task<core::Result<core::Done>> introduce(core::Deadline deadline);
    core::Task<core::Result<core::Done>> addStatuses(MailboxList &list, core::Deadline deadline);
    core::Task<core::Result<Removal>> expungeOne(std::uint32_t uid, core::Deadline deadline);
    core::Task<core::Result<Removal>> expungeIfAlone(std::uint32_t uid, core::Deadline deadline);
    core::Task<core::Result<Removal>> lookAgain(std::uint32_t uid, core::Deadline deadline);
    core::Task<core::Result<Transfer>> transfer(std::uint32_t uid, Command command,
                                                core::Deadline deadline);

    std::unique_ptr<Session> m_session;
    account::Security m_security;
    ConnectionOptions m_options;
    std::string m_loginMethod;
};

} // namespace imap
