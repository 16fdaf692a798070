// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/LoginForm.h"

#include "tokens/Claims.h"

#include <QtGlobal>

#include <algorithm>

namespace oauth {

namespace {

using Limits = tokens::Limits;

bool hasControlCharacter(std::string_view text)
{
    return std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

constexpr const char *addressWanted =
    QT_TRANSLATE_NOOP("pages", "Enter your e-mail address, for example you@example.com.");

/// Enough to catch typing mistakes; whether the address exists is the mail server's business.
bool looksLikeAddress(std::string_view text)
{
    const auto at = text.rfind('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size()
           && text.find_first_of(" <>,;\"") == std::string_view::npos;
}

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

class Reader
{
public:
    Reader(const http::FormData &form, std::vector<i18n::Text> &problems)
        : m_form(form)
        , m_problems(problems)
    {}

    std::string line(std::string_view field, const char *label, std::size_t limit)
    {
        return checked(trimmed(m_form.value(field)), label, limit);
    }

    core::Secret password(std::string_view field, const char *label)
    {
        return core::Secret(checked(std::string(m_form.value(field)), label, Limits::password));
    }

private:
    std::string checked(std::string text, const char *label, std::size_t limit)
    {
        if (text.size() > limit) {
            m_problems.emplace_back(
                QT_TRANSLATE_NOOP("pages", "%1 is too long: at most %2 bytes can be used."),
                std::vector<i18n::Text>{label, i18n::Text::verbatim(std::to_string(limit))});
        } else if (hasControlCharacter(text)) {
            m_problems.emplace_back(
                QT_TRANSLATE_NOOP(
                    "pages", "%1 holds a line break or another character that cannot be used."),
                std::vector<i18n::Text>{label});
        } else {
            return text;
        }
        core::wipe(text);
        return {};
    }

    const http::FormData &m_form;
    std::vector<i18n::Text> &m_problems;
};

} // namespace

LoginForm LoginForm::parse(const http::FormData &form, const clients::ScopeSet &offeredScopes)
{
    LoginForm login;
    Reader reader(form, login.problems);
    auto &account = login.account;
    account.fullName =
        reader.line("full_name", QT_TRANSLATE_NOOP("pages", "The name"), Limits::fullName);
    account.emailAddress = reader.line("email", QT_TRANSLATE_NOOP("pages", "The e-mail address"),
                                       Limits::emailAddress);
    account.imapLogin.username =
        reader.line("imap_username", QT_TRANSLATE_NOOP("pages", "The user name"), Limits::username);
    account.imapLogin.password =
        reader.password("imap_password", QT_TRANSLATE_NOOP("pages", "The password"));
    login.useSameCredentials = !form.value("use_same_credentials").empty();
    if (!login.useSameCredentials) {
        account.smtpLogin.username =
            reader.line("smtp_username", QT_TRANSLATE_NOOP("pages", "The user name for sending"),
                        Limits::username);
        account.smtpLogin.password = reader.password(
            "smtp_password", QT_TRANSLATE_NOOP("pages", "The password for sending"));
    }
    for (const auto &name : form.values("scope")) {
        if (offeredScopes.contains(name))
            login.scopes.insert(name);
    }
    login.confirmsSendAndDelete = !form.value("confirm").empty();
    if (!login.problems.empty())
        return login;

    if (!looksLikeAddress(account.emailAddress))
        login.problems.emplace_back(addressWanted);
    if (account.imapLogin.password.isEmpty())
        login.problems.emplace_back(
            QT_TRANSLATE_NOOP("pages", "Enter the password of your mailbox."));
    if (!login.useSameCredentials && account.smtpLogin.password.isEmpty())
        login.problems.emplace_back(QT_TRANSLATE_NOOP(
            "pages", "Enter the password for sending, or tick “Use the same login”."));
    if (login.scopes.isEmpty())
        login.problems.emplace_back(
            QT_TRANSLATE_NOOP("pages", "Tick at least one thing that the assistant may do."));
    if (account.imapLogin.username.empty())
        account.imapLogin.username = account.emailAddress;
    if (login.useSameCredentials)
        account.smtpLogin = account.imapLogin.clone();
    else if (account.smtpLogin.username.empty())
        account.smtpLogin.username = account.emailAddress;
    return login;
}

std::string readEmailAddress(const http::FormData &form, std::vector<i18n::Text> &problems)
{
    Reader reader(form, problems);
    std::string address = reader.line("email", QT_TRANSLATE_NOOP("pages", "The e-mail address"),
                                      Limits::emailAddress);
    if (problems.empty() && !looksLikeAddress(address))
        problems.emplace_back(addressWanted);
    return address;
}

} // namespace oauth
