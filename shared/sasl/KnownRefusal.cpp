// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/KnownRefusal.h"

#include "core/Ascii.h"

#include <algorithm>
#include <array>

namespace sasl {

namespace {

/// The more special ones first.
constexpr std::array known{
    // Gmail
    std::string_view("Application-specific password required"),
    std::string_view("Please log in via your web browser"),
    std::string_view("Your account is not enabled for IMAP use"),
    std::string_view("Username and Password not accepted"),
    std::string_view("Invalid credentials"),
    // Microsoft
    std::string_view("basic authentication is disabled"),
    std::string_view("SmtpClientAuthentication is disabled for the Tenant"),
    std::string_view("SmtpClientAuthentication is disabled for the Mailbox"),
    std::string_view("user credentials were incorrect"),
    std::string_view("Authentication unsuccessful"),
    std::string_view("User is authenticated but not connected"),
    // Yahoo, AOL, iCloud, GMX and others
    std::string_view("app-specific password"),
    std::string_view("app password"),
    std::string_view("application password"),
    std::string_view("IMAP access is disabled"),
    std::string_view("not enabled for IMAP"),
    std::string_view("POP3/IMAP"),
    std::string_view("Too many login failures"),
    std::string_view("Too many login attempts"),
    std::string_view("Account is locked"),
    // Dovecot, Cyrus, Postfix, Exim
    std::string_view("Plaintext authentication disallowed"),
    std::string_view("Authentication failed"),
    std::string_view("authentication failure"),
    std::string_view("Authentication credentials invalid"),
    std::string_view("Incorrect authentication data"),
    std::string_view("Temporary authentication failure"),
    std::string_view("LOGIN failed"),
    std::string_view("AUTHENTICATE failed"),
    std::string_view("Login failed"),
};

} // namespace

std::string_view knownRefusal(std::string_view serverText)
{
    const auto text = core::toLower(serverText);
    const auto *const found = std::ranges::find_if(known, [&text](std::string_view words) {
        return text.find(core::toLower(words)) != std::string::npos;
    });
    return found == known.end() ? std::string_view() : *found;
}

} // namespace sasl
