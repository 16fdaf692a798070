// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Random.h"
#include "core/Result.h"
#include "core/Task.h"
#include "crypto/KeyRing.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace state {

/// What can be used only once.
enum class ClaimKind {
    AuthorizationCode,
    AuthorizationRequest,
    LegacyRefreshToken,
    ProtocolState, ///< a confirmation, or the state of a request that waited for input
};
std::string_view nameOf(ClaimKind kind);
/// A store that has lost its memory must not let this kind through.
bool needsCompleteMemory(ClaimKind kind);

/// A login: all tokens that come of it by rotation, until it ends or is revoked.
struct Family
{
    std::string id;         ///< unguessable
    std::string clientHash; ///< of the client it was granted to
    std::string clientName; ///< for the administrator's list
    std::int64_t expiresAt = 0;
};

enum class RotationOutcome {
    Rotated, ///< the newest refresh token was shown; a new generation began
    Grace,   ///< the one before it, shortly after: a client that lost an answer. Same generation
    Reuse,   ///< an old one: it leaked. The family has just been revoked
    Revoked, ///< revoked, expired or unknown
};
std::string_view nameOf(RotationOutcome outcome);

struct Rotation
{
    RotationOutcome outcome = RotationOutcome::Revoked;
    /// The generation of the refresh token to hand out (Rotated and Grace).
    std::uint32_t generation = 0;
};

/// A rate limit as a bucket: `burst` at once, and one more every `interval`.
struct Rate
{
    std::chrono::microseconds interval{};
    std::uint32_t burst = 0; ///< at least 1

    /// "120 a minute, 40 at once" is perPeriod(120, 1min, 40).
    static constexpr Rate perPeriod(std::uint32_t count, std::chrono::microseconds period,
                                    std::uint32_t burst)
    {
        return {.interval = period / count, .burst = burst};
    }
};

struct Allowance
{
    bool isAllowed = false;
    std::chrono::milliseconds retryAfter{}; ///< when refused: the time until one is allowed
};

/// How far a message on its way out has come. Only what makes a difference after a crash is told
/// apart.
enum class SendState {
    Begun,     ///< nothing of it has left: it may be sent (again)
    Submitted, ///< it may have got through, or not
    Accepted,  ///< the mail server has taken it over
    Filed,     ///< and there is a copy in the sender's folder
};

/// Whether a message may be sent although an earlier attempt may have got through.
enum class Resend { Never, Forced };

/// Somebody wants to send a message.
struct SendRequest
{
    std::string id;      ///< of the message, among all of all users
    std::string content; ///< all of it; only a keyed hash is kept
    std::chrono::seconds window{};
    Resend resend = Resend::Never;
};

enum class SendDecision {
    Send,      ///< go on, as `attempt`
    Duplicate, ///< it was sent: `state` is Accepted or Filed
    Unknown,   ///< it may have been sent
    Conflict,  ///< another content has this id
};

struct SendClaim
{
    SendDecision decision = SendDecision::Unknown;
    SendState state = SendState::Begun;
    std::uint32_t attempt = 0;
    std::int64_t begunAt = 0; ///< when the first attempt began
    std::string result = {};  ///< what the last step noted
};

/// What has become of an attempt.
struct SendStep
{
    std::string id;
    std::uint32_t attempt = 0;
    /// Begun: the mail server does not have it, and says so.
    SendState state = SendState::Begun;
    std::chrono::seconds window{}; ///< how long it is remembered from now on
    std::string result = {};       ///< opaque to the store; nothing in clear
};

/// A provisioned client that the store has met, for the administrator.
struct KnownClient
{
    std::string handle; ///< names it to administrators; derived from the client's hash
    std::string name;
    std::int64_t firstSeenAt = 0;
    std::int64_t lastUsedAt = 0;
    std::uint32_t activeFamilies = 0;
    bool isDenied = false;
};

/// The last used first; among equals, by handle.
void sortByLastUse(std::vector<KnownClient> &clients);

/// What the server must remember although its tokens carry everything else: used codes, the
/// generation of refresh families, what was revoked, how often somebody tried, and which messages
/// were sent.
///
/// It never holds a credential or a token. Whatever names something is stored as a keyed hash
/// (HMAC-SHA-256), so a copy of the store says nothing about mailboxes and forges nothing.
///
/// Main thread only; tasks finish on the main thread. Texts are copied before a call returns. Any
/// operation may fail with Unavailable, and callers then refuse what they were asked for.
class StateStore
{
public:
    /// A refresh token one generation old still works this long and this often (see rotate()).
    static constexpr std::chrono::seconds graceTime{60};
    static constexpr std::uint32_t graceUses = 3;
    /// How old the answer of isFamilyRevoked(), isClientDenied() and notBefore() may be when
    /// another process revokes. What this process revokes counts at once.
    static constexpr std::chrono::seconds revocationDelay{5};
    /// While the store cannot be read, older answers serve this long; then Unavailable.
    static constexpr std::chrono::seconds revocationPatience{30};
    /// A revocation is remembered this long: longer than any family may live.
    static constexpr std::chrono::hours revocationMemory{24 * 400};
    /// A claim is remembered so much longer than what it claims is valid, for clocks that go back.
    static constexpr std::chrono::seconds claimMargin{300};
    /// A message that may have got through is remembered at least this long.
    static constexpr std::chrono::hours uncertaintyMemory{24};

    StateStore() = default;
    StateStore(const StateStore &) = delete;
    StateStore &operator=(const StateStore &) = delete;
    virtual ~StateStore() = default;

    /// True for exactly one caller, however many ask at the same time. `issuedAt` is the time the
    /// thing was made: a code or request older than the memory of this store is refused, since it
    /// may have been used before. `lifetime` is how long it stays valid after that.
    virtual core::Task<core::Result<bool>> claimOnce(ClaimKind kind, std::string_view id,
                                                     std::int64_t issuedAt,
                                                     std::chrono::seconds lifetime) = 0;

    /// Begins a family at generation 0. Conflict when it exists or was revoked before it began (a
    /// code that came twice).
    virtual core::Task<core::Result<core::Done>> createFamily(const Family &family) = 0;

    /// A refresh token of `generation` was shown. Decides what it gets and moves on, in one step.
    virtual core::Task<core::Result<Rotation>> rotate(std::string_view family,
                                                      std::uint32_t generation) = 0;

    /// Ends a family and everything that comes of it, known here or not.
    virtual core::Task<core::Result<core::Done>> revokeFamily(std::string_view family) = 0;

    /// Asked on every request, so answered from memory. False for an empty text.
    virtual core::Task<core::Result<bool>> isFamilyRevoked(std::string_view family) = 0;

    /// The client and all its tokens are refused from now on.
    virtual core::Task<core::Result<core::Done>> denyClient(std::string_view clientHash) = 0;
    /// The same by KnownClient::handle. NotFound when no client has it.
    virtual core::Task<core::Result<core::Done>> denyClientByHandle(std::string_view handle) = 0;
    virtual core::Task<core::Result<core::Done>> allowClient(std::string_view clientHash) = 0;
    virtual core::Task<core::Result<core::Done>> allowClientByHandle(std::string_view handle) = 0;
    /// Asked on every request, so answered from memory. False for an empty text.
    virtual core::Task<core::Result<bool>> isClientDenied(std::string_view clientHash) = 0;

    /// Every token issued before this time is refused (seconds since 1970; 0: none is). It only
    /// moves forward.
    virtual core::Task<core::Result<core::Done>> setNotBefore(std::int64_t time) = 0;
    virtual core::Task<core::Result<std::int64_t>> notBefore() = 0;

    /// Takes one from the bucket `key` of `purpose` (a literal such as "login-account").
    virtual core::Task<core::Result<Allowance>> take(std::string_view purpose, std::string_view key,
                                                     Rate rate) = 0;
    /// Puts one back: what was taken beforehand for an attempt that turned out well. Takes and
    /// returns instead of looking and taking, so that parallel attempts cannot slip through.
    virtual core::Task<core::Result<core::Done>> giveBack(std::string_view purpose,
                                                          std::string_view key, Rate rate) = 0;

    /// Decides what becomes of a message that somebody wants to send, and begins an attempt if it
    /// may be sent. Whoever had begun one before can submit nothing any more.
    virtual core::Task<core::Result<SendClaim>> beginSend(const SendRequest &request) = 0;
    /// Notes what has become of an attempt. False when a later one has begun, or it is forgotten:
    /// then the message must not be submitted.
    virtual core::Task<core::Result<bool>> advanceSend(const SendStep &step) = 0;
    /// Counts what was sealed with the key `keyId` of the key ring, over all processes that share
    /// the store, and returns the new total. It is never forgotten: what limits the use of a key
    /// (NIST SP 800-38D §8.3: 2^32 encryptions with random IVs) must survive everything else.
    /// Whoever reserves ahead adds what he is going to use before he uses it.
    virtual core::Task<core::Result<std::uint64_t>> addSeals(std::string_view keyId,
                                                             std::uint32_t count) = 0;

    /// Whether other processes may use this memory, too.
    virtual bool isShared() const { return false; }
    /// Leaves a text for whichever process takes it under this name, for so long. One that is there
    /// is replaced. What must not be read or made by others has to be sealed. Only where the memory
    /// is shared.
    virtual core::Task<core::Result<core::Done>>
    leaveMessage(std::string_view name, std::string text, std::chrono::seconds lifetime);
    /// Takes what was left, for exactly one caller; empty: nothing.
    virtual core::Task<core::Result<std::string>> takeMessage(std::string_view name);
    /// What was left, which stays there for everybody; empty: nothing.
    virtual core::Task<core::Result<std::string>> readMessage(std::string_view name);

    /// HMAC-SHA-256 under the key of this store, raw: for names that nobody can guess and that stay
    /// the same. `purpose` is a literal.
    virtual std::string keyedHash(std::string_view purpose, std::string_view text) const = 0;

    /// All clients that a family was created for, the last used first.
    virtual core::Task<core::Result<std::vector<KnownClient>>> listClients() = 0;

    /// The key ring has changed: seals anew what the store keeps sealed with it, so that the old
    /// keys can be dropped later. After an error the old ring must stay in use. The ring is not
    /// needed any more when this returns.
    virtual core::Task<core::Result<core::Done>> useKeyRing(const crypto::KeyRing &ring,
                                                            core::Random &random) = 0;

    /// A cheap write and read, for /ready.
    virtual core::Task<core::Result<core::Done>> checkHealth() = 0;
};

/// What a token says about where it comes from; empty texts for what it does not have.
struct TokenOrigin
{
    std::string family;
    std::string clientHash;
    std::int64_t issuedAt = 0;

    // A constructor, because GCC 12 miscompiles aggregates passed by value into coroutines.
    TokenOrigin(std::string familyId, std::string hashOfClient, std::int64_t issueTime);
};

/// The token's family was revoked, its client denied, or it is from before the not-before time.
core::Task<core::Result<bool>> isRevoked(StateStore &store, TokenOrigin origin);

} // namespace state
