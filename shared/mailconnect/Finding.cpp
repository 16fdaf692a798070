// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/Finding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mailconnect {

namespace {

using enum Finding;

constexpr std::array names{
    std::pair{None, std::string_view("none")},
    std::pair{InvalidHost, std::string_view("invalid_host")},
    std::pair{HostNotFound, std::string_view("host_not_found")},
    std::pair{NameServiceFailed, std::string_view("name_service_failed")},
    std::pair{ConnectionRefused, std::string_view("connection_refused")},
    std::pair{Unreachable, std::string_view("unreachable")},
    std::pair{ConnectionTimedOut, std::string_view("connection_timed_out")},
    std::pair{PlainTextForbidden, std::string_view("plain_text_forbidden")},
    std::pair{NotTls, std::string_view("not_tls")},
    std::pair{TlsAtOnce, std::string_view("tls_at_once")},
    std::pair{TlsTooOld, std::string_view("tls_too_old")},
    std::pair{TlsFailed, std::string_view("tls_failed")},
    std::pair{TlsTimedOut, std::string_view("tls_timed_out")},
    std::pair{CertificateExpired, std::string_view("certificate_expired")},
    std::pair{CertificateNotYetValid, std::string_view("certificate_not_yet_valid")},
    std::pair{CertificateWrongName, std::string_view("certificate_wrong_name")},
    std::pair{CertificateSelfSigned, std::string_view("certificate_self_signed")},
    std::pair{CertificateUnknownAuthority, std::string_view("certificate_unknown_authority")},
    std::pair{CertificateUntrusted, std::string_view("certificate_untrusted")},
    std::pair{CertificateEndsSoon, std::string_view("certificate_ends_soon")},
    std::pair{AuthorityFileUnusable, std::string_view("authority_file_unusable")},
    std::pair{NoAnswer, std::string_view("no_answer")},
    std::pair{ConnectionLost, std::string_view("connection_lost")},
    std::pair{NotThisProtocol, std::string_view("not_this_protocol")},
    std::pair{Rejected, std::string_view("rejected")},
    std::pair{NoStartTls, std::string_view("no_starttls")},
    std::pair{StartTlsRefused, std::string_view("starttls_refused")},
    std::pair{Tampering, std::string_view("tampering")},
    std::pair{PasswordsInTheClear, std::string_view("passwords_in_the_clear")},
    std::pair{LoginDisabled, std::string_view("login_disabled")},
    std::pair{NoAuthentication, std::string_view("no_authentication")},
    std::pair{NoMechanism, std::string_view("no_mechanism")},
    std::pair{OAuthOnly, std::string_view("oauth_only")},
    std::pair{WrongCredentials, std::string_view("wrong_credentials")},
    std::pair{AppPasswordNeeded, std::string_view("app_password_needed")},
    std::pair{PasswordLoginsOff, std::string_view("password_logins_off")},
    std::pair{LoginNotNow, std::string_view("login_not_now")},
    std::pair{ServerNotProven, std::string_view("server_not_proven")},
    std::pair{FoldersUnreadable, std::string_view("folders_unreadable")},
    std::pair{QuotaUnknown, std::string_view("quota_unknown")},
    std::pair{QuotaNearlyUsed, std::string_view("quota_nearly_used")},
    std::pair{QuotaUsedUp, std::string_view("quota_used_up")},
    std::pair{SenderRefused, std::string_view("sender_refused")},
    std::pair{RecipientRefused, std::string_view("recipient_refused")},
    std::pair{Greylisted, std::string_view("greylisted")},
    std::pair{MessageRefused, std::string_view("message_refused")},
    std::pair{DeliveryUnknown, std::string_view("delivery_unknown")},
    std::pair{MessageNotFound, std::string_view("message_not_found")},
    std::pair{MessageInJunk, std::string_view("message_in_junk")},
    std::pair{MessageNotDeleted, std::string_view("message_not_deleted")},
    std::pair{Slow, std::string_view("slow")},
    std::pair{TimeIsUp, std::string_view("time_is_up")},
    std::pair{Cancelled, std::string_view("cancelled")},
    std::pair{Failed, std::string_view("failed")},
};

} // namespace

std::string_view nameOf(Finding finding)
{
    const auto *const found =
        std::ranges::find(names, finding, &std::pair<Finding, std::string_view>::first);
    return found == names.end() ? std::string_view() : found->second;
}

} // namespace mailconnect
