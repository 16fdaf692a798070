// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/List.h"

#include "core/Ascii.h"

#include <algorithm>
#include <array>

namespace imap {

namespace {

template <typename Number>
bool takeOver(std::optional<Number> &known, const std::optional<Number> &later)
{
    if (!later)
        return false;
    const bool isDifferent = known && *known != *later;
    known = later;
    return isDifferent;
}

} // namespace

std::string_view nameOf(SpecialUse use)
{
    switch (use) {
    case SpecialUse::None:
        return "";
    case SpecialUse::Inbox:
        return "inbox";
    case SpecialUse::All:
        return "all";
    case SpecialUse::Archive:
        return "archive";
    case SpecialUse::Drafts:
        return "drafts";
    case SpecialUse::Flagged:
        return "flagged";
    case SpecialUse::Important:
        return "important";
    case SpecialUse::Junk:
        return "junk";
    case SpecialUse::Sent:
        return "sent";
    case SpecialUse::Trash:
        return "trash";
    }
    return "";
}

bool MailboxStatus::update(const MailboxStatus &later)
{
    const std::array differences = {
        takeOver(messages, later.messages), takeOver(unseen, later.unseen),
        takeOver(uidNext, later.uidNext), takeOver(uidValidity, later.uidValidity),
        takeOver(highestModSeq, later.highestModSeq)};
    return std::ranges::find(differences, true) != differences.end();
}

bool ListEntry::hasAttribute(std::string_view attribute) const
{
    return std::ranges::any_of(attributes, [attribute](const std::string &own) {
        return core::equalsIgnoringCase(own, attribute);
    });
}

bool ListEntry::isSelectable() const
{
    return !hasAttribute("\\Noselect") && !hasAttribute("\\NonExistent");
}

} // namespace imap
