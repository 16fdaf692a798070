// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Drafts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mail {

using core::Error;
using core::ErrorKind;
using imap::SpecialUse;

namespace {

constexpr std::array forbiddenRoles = {SpecialUse::Inbox, SpecialUse::Sent, SpecialUse::Trash,
                                       SpecialUse::Junk};

} // namespace

Drafts::Drafts(MessageFiler &filer, const core::Clock &clock, core::Random &random)
    : m_filer(filer)
    , m_clock(clock)
    , m_random(random)
{}

core::Task<core::Result<Drafts::Saved>> Drafts::save(account::MailAccountPtr account,
                                                     Composition composition, std::string folder,
                                                     core::Cancellation cancellation)
{
    Saved saved;
    saved.messageId = "<" + m_random.identifier() + "@" + composition.domain() + ">";
    const auto built = co_await composition.build(saved.messageId, m_clock, m_random, cancellation);
    if (!built)
        co_return built.error();

    MessageFiler::Request request;
    if (!folder.empty()) {
        auto found = co_await m_filer.find(account, folder, cancellation);
        if (!found)
            co_return found.error();
        if (std::ranges::find(forbiddenRoles, found->role) != forbiddenRoles.end())
            co_return Error(
                ErrorKind::PermissionDenied,
                "Drafts are not saved in the folder for " + std::string(nameOf(found->role))
                    + ", where nobody would look for them. Leave \"folder\" out for the "
                      "folder of drafts.");
        request.folder = std::move(*found);
    }
    request.account = std::move(account);
    request.role = SpecialUse::Drafts;
    request.usualName = "Drafts";
    request.flags = {imap::Flag::draft(), imap::Flag::seen()};
    request.messageId = saved.messageId;
    request.message = built->withBcc();
    auto filed = co_await m_filer.file(std::move(request), cancellation);
    if (!filed)
        co_return filed.error();
    saved.message = std::move(*filed);
    co_return saved;
}

} // namespace mail
