// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Ascii.h"
#include "mailconnect/Explanation.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <string>

namespace mailconnect {

namespace {

struct Provider
{
    std::string_view signs; ///< lower case, separated by '|': parts of the host name or its words
    const char *hint;
};

constexpr std::array providers{
    Provider{"gmail.com|googlemail.com|gimap|gsmtp|application-specific password required",
             QT_TRANSLATE_NOOP("pages", "Google wants an app password: switch 2-Step Verification "
                                        "on, then create one at "
                                        "https://myaccount.google.com/apppasswords.")},
    Provider{"outlook.|office365.com|hotmail.|microsoft exchange|microsoft esmtp|5.7.139",
             QT_TRANSLATE_NOOP("pages",
                               "Microsoft has switched passwords off for most mailboxes. For "
                               "sending, an administrator of Microsoft 365 can allow authenticated "
                               "SMTP for a mailbox; reading needs OAuth.")},
    Provider{"yahoo.|aol.com|ymail.com",
             QT_TRANSLATE_NOOP("pages", "Yahoo and AOL want an app password: create one under "
                                        "Account security.")},
    Provider{"mail.me.com|icloud.com",
             QT_TRANSLATE_NOOP("pages", "Apple wants an app-specific password: create one at "
                                        "https://account.apple.com. The user name of IMAP is the "
                                        "part before the @.")},
    Provider{"gmx.|web.de",
             QT_TRANSLATE_NOOP("pages", "GMX and WEB.DE: switch on access by IMAP in the settings "
                                        "of the mailbox (POP3/IMAP); with two-factor login create "
                                        "an app password.")},
    Provider{"fastmail.",
             QT_TRANSLATE_NOOP("pages", "Fastmail wants an app password: create one under Privacy "
                                        "& Security.")},
    Provider{"zoho.",
             QT_TRANSLATE_NOOP("pages", "Zoho: switch on access by IMAP in the settings of the "
                                        "mailbox; with two-factor login create an app password.")},
    Provider{"yandex.|mail.ru",
             QT_TRANSLATE_NOOP("pages", "Switch on access by mail programs in the settings of the "
                                        "mailbox, and create an app password.")},
    Provider{"protonmail|proton.me",
             QT_TRANSLATE_NOOP("pages", "Proton needs Proton Mail Bridge on this computer; use the "
                                        "password that Bridge shows.")},
};

bool hasSign(std::string_view signs, const std::string &text)
{
    while (!signs.empty()) {
        const auto end = std::min(signs.find('|'), signs.size());
        if (text.find(signs.substr(0, end)) != std::string::npos)
            return true;
        signs.remove_prefix(std::min(end + 1, signs.size()));
    }
    return false;
}

} // namespace

std::optional<i18n::Text> providerHint(std::string_view host, std::string_view serverWords)
{
    const auto text = core::toLower(host) + "\n" + core::toLower(serverWords);
    const auto *const found = std::ranges::find_if(
        providers, [&text](const Provider &provider) { return hasSign(provider.signs, text); });
    if (found == providers.end())
        return std::nullopt;
    return i18n::Text(found->hint);
}

} // namespace mailconnect
