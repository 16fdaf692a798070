// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/MailAccount.h"

namespace account {

Credentials Credentials::clone() const
{
    return {.username = username, .password = password.clone()};
}

MailAccount MailAccount::clone() const
{
    return {.imap = imap,
            .imapLogin = imapLogin.clone(),
            .smtp = smtp,
            .smtpLogin = smtpLogin.clone(),
            .emailAddress = emailAddress,
            .fullName = fullName,
            .family = family};
}

} // namespace account
