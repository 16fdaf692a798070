// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/LoginProblem.h"

namespace oauth {

using core::ErrorKind;

std::string problemText(const core::Error &error, std::string_view purpose,
                        const account::ServerEndpoint &server)
{
    const std::string name =
        "The mail server for " + std::string(purpose) + " (" + server.host + ")";
    switch (error.kind) {
    case ErrorKind::Unauthenticated:
        return name
               + " did not accept this user name and password. Check both; some providers want an "
                 "app password.";
    case ErrorKind::UntrustedPeer:
        return name
               + " could not prove its identity, so your password was not sent. Tell the "
                 "administrator of this service.";
    case ErrorKind::Unavailable:
    case ErrorKind::DeadlineExceeded:
    case ErrorKind::Busy:
        return name + " cannot be reached at the moment. Try again in a minute.";
    default:
        return name
               + " did not behave as expected, so the login could not be checked. Tell the "
                 "administrator of this service.";
    }
}

} // namespace oauth
