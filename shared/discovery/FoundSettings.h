// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "i18n/Text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace discovery {

enum class Protocol { Imap, Smtp };

/// "IMAP" or "SMTP".
std::string_view nameOf(Protocol protocol);

/// Who said it, the most trustworthy first; candidates are in this order.
enum class Source {
    Typed,      ///< the person named this very host
    Preset,     ///< the table of large providers that comes with this program
    Autoconfig, ///< autoconfig.DOMAIN, over https
    WellKnown,  ///< DOMAIN/.well-known/autoconfig, over https
    Ispdb,      ///< Thunderbird's database
    Srv,        ///< SRV records (RFC 6186, RFC 8314 §5.1)
    Guess,      ///< a usual name, which answered
};

/// Stable snake_case name for scripts.
std::string_view nameOf(Source source);

struct Origin
{
    Source source = Source::Guess;
    /// Where exactly: a URL, the name of a record or of a provider; the protocol for Typed and
    /// Guess.
    std::string place;

    bool operator==(const Origin &) const = default;
};

/// The sentence that tells people where a value is from.
i18n::Text describe(const Origin &origin);

/// What people log in with.
struct UserName
{
    enum class Form {
        Unknown,
        EmailAddress,
        LocalPart, ///< what stands before the @
        Other,     ///< something that the provider gives out
    };

    Form form = Form::Unknown;
    /// The name itself, when an e-mail address was given and the form tells; else empty.
    std::string text = {};

    bool operator==(const UserName &) const = default;
};

/// One server that may be the right one.
struct ServerCandidate
{
    account::ServerEndpoint endpoint;
    UserName userName = {};
    Origin origin = {};
    /// It answered just now in its protocol, and its certificate is good.
    bool isVerified = false;
    /// DNS, which is not authenticated, named a server outside the domain that was asked for
    /// (RFC 6186 §6): the person has to confirm the host before a password goes there.
    bool needsConfirmation = false;
};

/// What people have to know beforehand about a provider.
struct Hint
{
    enum class Kind {
        AppPassword,        ///< the account's password does not work, an app password does
        OAuthOnly,          ///< no password works at all
        ImapIsOff,          ///< IMAP has to be switched on first
        SeparatePassword,   ///< mail programs have a password of their own
        Bridge,             ///< a program on one's own computer is needed
        PaidPlan,           ///< mail programs only for those who pay
        OtherHostsByRegion, ///< accounts of other regions have other hosts
    };

    Kind kind;
    std::string provider; ///< its name
    std::string url;      ///< the provider's own page about it; may be empty

    bool operator==(const Hint &) const = default;
};

/// Stable snake_case name for scripts.
std::string_view nameOf(Hint::Kind kind);

/// The sentence for people; the page is in it when there is one.
i18n::Text describe(const Hint &hint);

/// The outcome of looking for mail settings. Lists are best first and name each endpoint once; an
/// empty one means that nothing was found.
struct FoundSettings
{
    /// "Gmail"; empty when nobody says.
    std::string providerName;
    std::vector<ServerCandidate> imap;
    std::vector<ServerCandidate> smtp;
    std::vector<Hint> hints;

    bool isEmpty() const { return imap.empty() && smtp.empty(); }
    bool isComplete() const { return !imap.empty() && !smtp.empty(); }
};

} // namespace discovery
