// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "clients/Scope.h"
#include "http/FormData.h"
#include "i18n/Text.h"

#include <string>
#include <vector>

namespace oauth {

/// What the mailbox owner typed, checked field by field before any mail server is asked.
struct LoginForm
{
    account::MailAccount account; ///< the servers are not the form's: the caller fills them in
    bool useSameCredentials = true;
    clients::ScopeSet scopes;           ///< what was ticked and is offered
    bool confirmsSendAndDelete = false; ///< the owner wants to be asked before either
    std::vector<i18n::Text> problems;   ///< sentences for the banner; empty = usable

    static LoginForm parse(const http::FormData &form, const clients::ScopeSet &offeredScopes);
};

/// The e-mail address of a form; `problems` grows by a sentence if it is not usable.
std::string readEmailAddress(const http::FormData &form, std::vector<i18n::Text> &problems);

} // namespace oauth
