// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/FoundSettings.h"

#include <QtGlobal>

namespace discovery {

using i18n::Text;

std::string_view nameOf(Protocol protocol)
{
    return protocol == Protocol::Imap ? "IMAP" : "SMTP";
}

std::string_view nameOf(Source source)
{
    switch (source) {
    case Source::Typed:
        return "typed";
    case Source::Preset:
        return "preset";
    case Source::Autoconfig:
        return "autoconfig";
    case Source::WellKnown:
        return "well_known";
    case Source::Ispdb:
        return "ispdb";
    case Source::Srv:
        return "srv";
    case Source::Guess:
        return "guess";
    }
    return {};
}

Text describe(const Origin &origin)
{
    const std::vector<Text> place = {Text::verbatim(origin.place)};
    switch (origin.source) {
    case Source::Typed:
        return QT_TRANSLATE_NOOP("pages", "You named this server, and it answers.");
    case Source::Preset:
        return {QT_TRANSLATE_NOOP("pages", "These are the known settings of %1."), place};
    case Source::Autoconfig:
    case Source::WellKnown:
        return {QT_TRANSLATE_NOOP("pages", "The domain itself publishes this at %1."), place};
    case Source::Ispdb:
        return {QT_TRANSLATE_NOOP("pages", "Thunderbird’s database says so: %1."), place};
    case Source::Srv:
        return {QT_TRANSLATE_NOOP("pages", "The name service says so, in the record %1."), place};
    case Source::Guess:
        return QT_TRANSLATE_NOOP("pages", "This is a guess by usual names; a server answers there "
                                          "with a good certificate.");
    }
    return "";
}

std::string_view nameOf(Hint::Kind kind)
{
    switch (kind) {
    case Hint::Kind::AppPassword:
        return "app_password";
    case Hint::Kind::OAuthOnly:
        return "oauth_only";
    case Hint::Kind::ImapIsOff:
        return "imap_is_off";
    case Hint::Kind::SeparatePassword:
        return "separate_password";
    case Hint::Kind::Bridge:
        return "bridge";
    case Hint::Kind::PaidPlan:
        return "paid_plan";
    case Hint::Kind::OtherHostsByRegion:
        return "other_hosts_by_region";
    }
    return {};
}

namespace {

const char *sentenceOf(Hint::Kind kind)
{
    switch (kind) {
    case Hint::Kind::AppPassword:
        return QT_TRANSLATE_NOOP("pages",
                                 "%1 does not take the password of the account here. Make an app "
                                 "password (also called authorisation code) in its security "
                                 "settings and use that.");
    case Hint::Kind::OAuthOnly:
        return QT_TRANSLATE_NOOP("pages",
                                 "%1 takes no passwords from mail programs any more, only OAuth "
                                 "logins of registered programs. Its mailboxes cannot be used "
                                 "here unless the administrator allows passwords again.");
    case Hint::Kind::ImapIsOff:
        return QT_TRANSLATE_NOOP("pages", "IMAP is off at first. Switch it on in the mail settings "
                                          "on the web pages of %1.");
    case Hint::Kind::SeparatePassword:
        return QT_TRANSLATE_NOOP("pages", "Mail programs have a password of their own at %1, which "
                                          "is set in the customer centre.");
    case Hint::Kind::Bridge:
        return QT_TRANSLATE_NOOP("pages",
                                 "The mail of %1 can only be reached through its program Bridge, "
                                 "which has to run on the same computer as this server and whose "
                                 "certificate has to be trusted.");
    case Hint::Kind::PaidPlan:
        return QT_TRANSLATE_NOOP("pages", "%1 lets mail programs in only on plans that are paid "
                                          "for.");
    case Hint::Kind::OtherHostsByRegion:
        return QT_TRANSLATE_NOOP("pages", "Accounts of %1 that were made for another region have "
                                          "servers of that region.");
    }
    return "";
}

} // namespace

Text describe(const Hint &hint)
{
    const Text sentence(sentenceOf(hint.kind), {Text::verbatim(hint.provider)});
    if (hint.url.empty())
        return sentence;
    return {QT_TRANSLATE_NOOP("pages", "%1 See %2"), {sentence, Text::verbatim(hint.url)}};
}

} // namespace discovery
