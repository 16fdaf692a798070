// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/LoginProblem.h"

#include <QtGlobal>

namespace oauth {

using core::ErrorKind;

i18n::Text problemText(const core::Error &error, MailPurpose purpose,
                       const account::ServerEndpoint &server)
{
    const i18n::Text name(purpose == MailPurpose::Reading
                              ? QT_TRANSLATE_NOOP("pages", "The mail server for reading (%1)")
                              : QT_TRANSLATE_NOOP("pages", "The mail server for sending (%1)"),
                          {i18n::Text::verbatim(server.host)});
    switch (error.kind) {
    case ErrorKind::Unauthenticated:
        return {QT_TRANSLATE_NOOP("pages", "%1 did not accept this user name and password. Check "
                                           "both; some providers want an app password."),
                {name}};
    case ErrorKind::UntrustedPeer:
        return {QT_TRANSLATE_NOOP("pages", "%1 could not prove its identity, so your password was "
                                           "not sent. Tell the administrator of this service."),
                {name}};
    case ErrorKind::Unavailable:
    case ErrorKind::DeadlineExceeded:
    case ErrorKind::Busy:
        return {QT_TRANSLATE_NOOP("pages",
                                  "%1 cannot be reached at the moment. Try again in a minute."),
                {name}};
    default:
        return {QT_TRANSLATE_NOOP("pages",
                                  "%1 did not behave as expected, so the login could not be "
                                  "checked. Tell the administrator of this service."),
                {name}};
    }
}

} // namespace oauth
