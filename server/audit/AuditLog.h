// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Result.h"
#include "core/Secret.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The audit log: who got in, who was kept out, and what was changed or sent in whose name. One
/// JSON object a line, append-only, apart from the log for troubleshooting. Its entries are typed,
/// and there is no field for a password, a token or anything that a mail says.
namespace audit {

/// What happened.
enum class Event {
    LoginAccepted, ///< at the login page, by both mail servers
    LoginRefused,  ///< the password was wrong
    LoginLimited,  ///< too many attempts; no mail server was asked
    CodeRedeemed,  ///< a code became tokens
    CodeReused,    ///< a code came twice: it leaked
    TokenRefreshed,
    RefreshReused, ///< an old refresh token came back: it leaked
    TokenRevoked,  ///< the client asked for it
    TokenEnded,    ///< the mail server no longer accepts the login that it stands for
    ScopeMissing,  ///< a call needed more than was granted
    ClientRefused, ///< it could not prove who it is, or was denied
    ClientDenied,  ///< by the administrator
    ClientAllowed, ///< by the administrator
    ClientRegistered,
    EveryLoginEnded, ///< by the administrator
    MessageSent,
    MessageDeleted,
    MessageMoved,
    AttachmentDownloaded,
    DownloadSentOn,    ///< to S3, from where the client fetches it
    DownloadBrokenOff, ///< the client or the mail server went before the end
    AttachmentUploaded,
    UploadRefused, ///< by its type or a limit
    LinkRefused,   ///< a genuine one, whose access was revoked
};

/// Who it was, as far as that is known.
struct Subject
{
    std::string client = {};     ///< hash of the client_id
    std::string handle = {};     ///< what the administrator calls a client
    std::string address = {};    ///< where the request came from
    std::string mailServer = {}; ///< the host of the mailbox
    std::string username = {};   ///< at that server; written as a pseudonym
    std::string family = {};     ///< of the tokens: tells one login from another; hashed

    static Subject of(const account::MailAccount &account);
};

struct SentMessage
{
    std::string messageId;
    std::vector<std::string> recipients; ///< counted and hashed, one by one
};

struct ChangedMessage
{
    std::uint32_t uid = 0;
    std::uint32_t uidValidity = 0;
};

struct DownloadedPart
{
    std::uint32_t uid = 0;
    std::uint32_t uidValidity = 0;
    std::string part;        ///< its number, e.g. "1.2"
    std::uint64_t bytes = 0; ///< that were sent
};

struct UploadedFile
{
    std::string id; ///< of its link
    std::uint64_t bytes = 0;
};

struct MissingScope
{
    std::string scope;
};

using Detail = std::variant<std::monostate, SentMessage, ChangedMessage, DownloadedPart,
                            UploadedFile, MissingScope>;

/// How people are named.
enum class People {
    Pseudonyms, ///< HMAC-SHA-256 of mail server and user name: equal for equal people
    InClear,
};

struct Options
{
    /// The name of a file, "stderr", or "none".
    std::string destination = "none";
    core::Secret pseudonymKey;
    People people = People::Pseudonyms;
};

/// Opens the log of this process; until then nothing is recorded. A new file is for its owner only
/// (0600). Unavailable: it cannot be opened for appending.
core::Result<core::Done> open(Options options);

/// Opens the file again under its name, after logrotate has moved the old one away. If that fails
/// the old one stays in use, and the log says so.
void reopen();

/// Closes it; what is recorded from now on is lost.
void close();

/// Appends one line. It never fails and never waits for a disk to be repaired: what cannot be
/// written is lost, and the log says so once. Main thread only.
void record(Event event, const Subject &subject, const Detail &detail = {});

} // namespace audit
