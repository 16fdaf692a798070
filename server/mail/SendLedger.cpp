// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/SendLedger.h"

#include "core/Base64.h"
#include "mail/CanonicalText.h"

#include <charconv>
#include <utility>

namespace mail {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;
using state::SendState;

namespace {

constexpr std::string_view filedMessageKind = "filed_message";
constexpr std::size_t messageIdBytes = 18;

/// "uidvalidity uid folder"
std::string textOf(const FiledMessage &copy)
{
    return std::to_string(copy.uidValidity) + ' ' + std::to_string(copy.uid) + ' ' + copy.folder;
}

FiledMessage copyFrom(std::string_view text)
{
    FiledMessage copy;
    const char *const end = text.data() + text.size();
    const auto [validity, validityError] = std::from_chars(text.data(), end, copy.uidValidity);
    if (validityError != std::errc() || validity == end)
        return {};
    const auto [uid, uidError] = std::from_chars(validity + 1, end, copy.uid);
    if (uidError != std::errc() || uid == end)
        return {};
    copy.folder.assign(uid + 1, end);
    return copy;
}

} // namespace

SendLedger::SendLedger(state::StateStore &store, const crypto::KeyRing &ring, core::Random &random,
                       Limits limits)
    : m_store(store)
    , m_seal(ring, filedMessageKind)
    , m_random(random)
    , m_limits(limits)
{}

SendLedger::SendLedger(state::StateStore &store, const crypto::KeyRing &ring, core::Random &random)
    : SendLedger(store, ring, random, Limits())
{}

void SendLedger::useKeyRing(const crypto::KeyRing &ring)
{
    m_seal = crypto::Jwe(ring, filedMessageKind);
}

std::shared_ptr<Turnstile> SendLedger::turnstileOf(const std::string &id)
{
    std::erase_if(m_turnstiles, [](const auto &entry) { return entry.second.expired(); });
    auto &known = m_turnstiles[id];
    auto turnstile = known.lock();
    if (!turnstile) {
        turnstile = std::make_shared<Turnstile>(
            Turnstile::Limits{.inside = 1, .waiting = m_limits.waiting});
        known = turnstile;
    }
    return turnstile;
}

Task<Result<SendLedger::Entry>> SendLedger::open(Request request, core::Cancellation cancellation)
{
    const bool hasKey = !request.idempotencyKey.empty();
    CanonicalText name;
    name.add(request.mailbox).add(hasKey ? "key" : "content");
    name.add(hasKey ? request.idempotencyKey : request.content);
    const std::string id = m_store.keyedHash("send-id", std::move(name).take());

    const auto turnstile = turnstileOf(id);
    auto permit = co_await turnstile->enter(core::deadlineIn(m_limits.wait), cancellation);
    if (!permit)
        co_return permit.error();
    Entry entry(*this, turnstile, std::move(*permit));
    entry.m_id = id;
    entry.m_window = hasKey ? m_limits.keyWindow : m_limits.contentWindow;
    const state::SendRequest asked{.id = id,
                                   .content = std::move(request.content),
                                   .window = entry.m_window,
                                   .resend = request.resend};
    auto claim = co_await m_store.beginSend(asked);
    if (!claim)
        co_return Error(ErrorKind::Unavailable,
                        "The server cannot note what it sends just now, so nothing was sent. Try "
                        "again later.",
                        claim.error().detail);
    entry.m_claim = std::move(*claim);
    CanonicalText seed;
    seed.add(id).add(std::to_string(entry.m_claim.begunAt));
    entry.m_messageId = core::encodeBase64Url(
        m_store.keyedHash("message-id", std::move(seed).take()).substr(0, messageIdBytes));
    co_return std::move(entry);
}

SendLedger::Entry::Entry(SendLedger &ledger, std::shared_ptr<Turnstile> turnstile,
                         Turnstile::Permit permit)
    : m_ledger(&ledger)
    , m_turnstile(std::move(turnstile))
    , m_permit(std::move(permit))
{}

FiledMessage SendLedger::Entry::copy() const
{
    const auto text = m_ledger->m_seal.open(m_claim.result);
    // The key it was sealed with may be gone.
    return text ? copyFrom(text->reveal()) : FiledMessage();
}

Task<Result<Done>> SendLedger::Entry::submit()
{
    return advance(SendState::Submitted, {});
}

Task<Result<Done>> SendLedger::Entry::accept()
{
    return advance(SendState::Accepted, {});
}

Task<Result<Done>> SendLedger::Entry::file(FiledMessage copy)
{
    auto sealed = m_ledger->m_seal.seal(textOf(copy), m_ledger->m_random);
    return advance(SendState::Filed, sealed ? std::move(*sealed) : std::string());
}

Task<Result<Done>> SendLedger::Entry::withdraw()
{
    return advance(SendState::Begun, {});
}

Task<Result<Done>> SendLedger::Entry::advance(SendState state, std::string result)
{
    const state::SendStep step{.id = m_id,
                               .attempt = m_claim.attempt,
                               .state = state,
                               .window = m_window,
                               .result = std::move(result)};
    const auto isCurrent = co_await m_ledger->m_store.advanceSend(step);
    if (!isCurrent)
        co_return Error(ErrorKind::Unavailable,
                        "The server cannot note what it sends just now. Try again later.",
                        isCurrent.error().detail);
    if (!*isCurrent)
        co_return Error(ErrorKind::Conflict,
                        "The same message is being sent by another call. Nothing was sent by this "
                        "one. Repeat it in a minute with the same arguments: its answer says "
                        "whether the message was sent.");
    m_claim.state = state;
    co_return Done{};
}

} // namespace mail
