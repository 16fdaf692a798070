// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/Explanation.h"

#include "mailconnect/ShownText.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <utility>

namespace mailconnect {

namespace {

using enum Finding;

struct Words
{
    Finding finding;
    const char *summary; ///< %1 is the server; of Slow, what the step says without that
    const char *cause;   ///< null: it is not known, or the summary says it
    const char *remedy;
};

constexpr std::array table{
    Words{InvalidHost, QT_TRANSLATE_NOOP("pages", "“%1” is no server."),
          QT_TRANSLATE_NOOP("pages", "A host name and a port from 1 to 65535 are needed."),
          QT_TRANSLATE_NOOP("pages", "Check the host name and the port.")},
    Words{HostNotFound, QT_TRANSLATE_NOOP("pages", "There is no server named %1."),
          QT_TRANSLATE_NOOP("pages", "The name is misspelt, or its DNS entry is missing."),
          QT_TRANSLATE_NOOP("pages", "Check the spelling of the host name; it often begins with "
                                     "“imap.”, “smtp.” or “mail.”.")},
    Words{NameServiceFailed, QT_TRANSLATE_NOOP("pages", "The name %1 could not be looked up."),
          QT_TRANSLATE_NOOP("pages", "The name service of this computer did not answer."),
          QT_TRANSLATE_NOOP("pages",
                            "Check this computer's network and DNS settings, then try again.")},
    Words{ConnectionRefused, QT_TRANSLATE_NOOP("pages", "%1 refuses connections."),
          QT_TRANSLATE_NOOP("pages", "The server is there, but nothing listens on this port."),
          QT_TRANSLATE_NOOP("pages",
                            "Check the port: usually 993 or 143 for IMAP, 465 or 587 for SMTP.")},
    Words{Unreachable, QT_TRANSLATE_NOOP("pages", "%1 cannot be reached over the network."),
          QT_TRANSLATE_NOOP("pages", "There is no way to this address, or a firewall refuses it."),
          QT_TRANSLATE_NOOP("pages",
                            "Check this computer's network, its IPv6 included, and its firewall.")},
    Words{
        ConnectionTimedOut, QT_TRANSLATE_NOOP("pages", "%1 does not answer."),
        QT_TRANSLATE_NOOP(
            "pages",
            "A firewall usually drops such connections silently; some providers block mail ports."),
        QT_TRANSLATE_NOOP("pages",
                          "Check the port, and whether a firewall lets connections to it out.")},
    Words{PlainTextForbidden, QT_TRANSLATE_NOOP("pages", "%1 may not be used without encryption."),
          QT_TRANSLATE_NOOP("pages", "Only a server on this very computer may be spoken to without "
                                     "TLS: the password would be readable on the way."),
          QT_TRANSLATE_NOOP("pages", "Choose TLS or STARTTLS.")},
    Words{NotTls, QT_TRANSLATE_NOOP("pages", "%1 does not begin with TLS."),
          QT_TRANSLATE_NOOP("pages", "The port begins in the clear: it is one for STARTTLS."),
          QT_TRANSLATE_NOOP(
              "pages",
              "Choose STARTTLS for this port, or the port for TLS: 993 for IMAP, 465 for SMTP.")},
    Words{
        TlsAtOnce, QT_TRANSLATE_NOOP("pages", "%1 waits for TLS."),
        QT_TRANSLATE_NOOP("pages", "The port begins with TLS at once; STARTTLS is not used on it."),
        QT_TRANSLATE_NOOP(
            "pages",
            "Choose TLS for this port, or the port for STARTTLS: 143 for IMAP, 587 for SMTP.")},
    Words{TlsTooOld, QT_TRANSLATE_NOOP("pages", "%1 only offers encryption that is too old."),
          QT_TRANSLATE_NOOP("pages", "TLS 1.2 or newer with safe ciphers and keys is needed."),
          QT_TRANSLATE_NOOP("pages", "Update the mail server's TLS settings.")},
    Words{TlsFailed, QT_TRANSLATE_NOOP("pages", "The TLS handshake with %1 failed."), nullptr,
          QT_TRANSLATE_NOOP("pages", "Look at the mail server's log; it usually says why.")},
    Words{TlsTimedOut, QT_TRANSLATE_NOOP("pages", "%1 does not finish the TLS handshake."),
          QT_TRANSLATE_NOOP("pages", "The port may be no TLS port, or something in between, as a "
                                     "firewall or a virus scanner, holds it up."),
          QT_TRANSLATE_NOOP("pages", "Check the port and the kind of encryption.")},
    Words{CertificateExpired, QT_TRANSLATE_NOOP("pages", "The certificate of %1 has expired."),
          nullptr,
          QT_TRANSLATE_NOOP("pages", "Renew the certificate and restart the mail server; check "
                                     "that the renewed one is the one it loads.")},
    Words{CertificateNotYetValid,
          QT_TRANSLATE_NOOP("pages", "The certificate of %1 is not valid yet."),
          QT_TRANSLATE_NOOP("pages",
                            "Its time has not begun, or the clock of this computer is wrong."),
          QT_TRANSLATE_NOOP("pages", "Check the clock of this computer.")},
    Words{CertificateWrongName,
          QT_TRANSLATE_NOOP("pages", "The certificate of %1 is for another name."),
          QT_TRANSLATE_NOOP("pages", "The names in the certificate do not include this host name."),
          QT_TRANSLATE_NOOP("pages", "Use one of the names in the certificate as the host name, or "
                                     "get a certificate for this one.")},
    Words{CertificateSelfSigned,
          QT_TRANSLATE_NOOP("pages", "The certificate of %1 is self-signed."),
          QT_TRANSLATE_NOOP("pages", "No authority vouches for it, so anybody could have made it."),
          QT_TRANSLATE_NOOP("pages", "Get a certificate from an authority, or name this "
                                     "certificate as a trusted authority (MAIL_CA_FILE).")},
    Words{CertificateUnknownAuthority,
          QT_TRANSLATE_NOOP("pages", "The certificate of %1 is from an unknown authority."),
          QT_TRANSLATE_NOOP("pages", "The authority is not among the trusted ones, or the server "
                                     "does not send its intermediate certificates."),
          QT_TRANSLATE_NOOP("pages", "Let the mail server send its whole chain, or name your own "
                                     "authority as a trusted one (MAIL_CA_FILE).")},
    Words{CertificateUntrusted,
          QT_TRANSLATE_NOOP("pages", "The certificate of %1 cannot be trusted."),
          QT_TRANSLATE_NOOP("pages", "It was revoked, its signature or key is too weak, or who "
                                     "signed it was not allowed to."),
          QT_TRANSLATE_NOOP("pages", "Get a new certificate.")},
    Words{CertificateEndsSoon, QT_TRANSLATE_NOOP("pages", "The certificate of %1 ends soon."),
          nullptr,
          QT_TRANSLATE_NOOP("pages", "Renew it in time; check that the automatic renewal works.")},
    Words{AuthorityFileUnusable,
          QT_TRANSLATE_NOOP("pages", "The file of trusted authorities cannot be used."),
          QT_TRANSLATE_NOOP("pages", "It is missing or holds no certificate in PEM form."),
          QT_TRANSLATE_NOOP("pages", "Check the setting MAIL_CA_FILE.")},
    Words{NoAnswer, QT_TRANSLATE_NOOP("pages", "%1 says nothing."),
          QT_TRANSLATE_NOOP("pages",
                            "The connection is there, but the server did not answer in time: it "
                            "may be overloaded, or it may be another kind of server."),
          QT_TRANSLATE_NOOP("pages",
                            "Try again; if it stays so, check the port and the server's log.")},
    Words{ConnectionLost, QT_TRANSLATE_NOOP("pages", "%1 closed the connection."), nullptr,
          QT_TRANSLATE_NOOP("pages",
                            "Try again; if it stays so, the server's log says why. Some servers "
                            "close when there were too many connections or failed logins.")},
    Words{NotThisProtocol, QT_TRANSLATE_NOOP("pages", "%1 speaks another protocol."),
          QT_TRANSLATE_NOOP("pages", "It answers, but not as such a mail server does."),
          QT_TRANSLATE_NOOP("pages", "Check the port and the kind of encryption.")},
    Words{Rejected, QT_TRANSLATE_NOOP("pages", "%1 does not serve this computer."),
          QT_TRANSLATE_NOOP("pages", "It may block this address, or not be in service just now."),
          QT_TRANSLATE_NOOP("pages", "Read the server's words; ask who runs the server.")},
    Words{
        NoStartTls, QT_TRANSLATE_NOOP("pages", "%1 does not offer STARTTLS."),
        QT_TRANSLATE_NOOP(
            "pages", "Without it the password would be readable on the way, so nothing was sent."),
        QT_TRANSLATE_NOOP("pages", "Choose the port for TLS: 993 for IMAP, 465 for SMTP.")},
    Words{StartTlsRefused, QT_TRANSLATE_NOOP("pages", "%1 offers STARTTLS, but refuses it."),
          QT_TRANSLATE_NOOP("pages", "Its certificate is often missing or cannot be read."),
          QT_TRANSLATE_NOOP("pages", "Look at the mail server's log.")},
    Words{Tampering,
          QT_TRANSLATE_NOOP("pages",
                            "Somebody slipped bytes in before the encryption with %1 began."),
          QT_TRANSLATE_NOOP(
              "pages",
              "The server is broken, or somebody on the way is tampering with the connection."),
          QT_TRANSLATE_NOOP("pages", "Do not log in over this network before this is explained.")},
    Words{
        PasswordsInTheClear, QT_TRANSLATE_NOOP("pages", "%1 accepts passwords without TLS."),
        QT_TRANSLATE_NOOP("pages", "A program that forgets TLS would send its password readable."),
        QT_TRANSLATE_NOOP("pages", "Let the mail server refuse logins before TLS.")},
    Words{LoginDisabled, QT_TRANSLATE_NOOP("pages", "%1 accepts no logins here."),
          QT_TRANSLATE_NOOP("pages",
                            "It allows them only with encryption, or not at all (LOGINDISABLED)."),
          QT_TRANSLATE_NOOP("pages", "Choose TLS or STARTTLS; where it is chosen, have logins with "
                                     "passwords switched on for this mailbox.")},
    Words{
        NoAuthentication, QT_TRANSLATE_NOOP("pages", "%1 offers no login (SMTP AUTH)."),
        QT_TRANSLATE_NOOP(
            "pages",
            "The port is often the one for mail between servers (25), or logins are switched off."),
        QT_TRANSLATE_NOOP("pages",
                          "Use the port for sending, 465 or 587, or have SMTP AUTH switched on.")},
    Words{NoMechanism,
          QT_TRANSLATE_NOOP("pages",
                            "%1 offers no way to log in with a password that is known here."),
          nullptr,
          QT_TRANSLATE_NOOP("pages",
                            "Have PLAIN, LOGIN or SCRAM-SHA-256 switched on at the server.")},
    Words{OAuthOnly, QT_TRANSLATE_NOOP("pages", "%1 accepts OAuth only, no passwords."),
          QT_TRANSLATE_NOOP("pages", "The provider has switched logins with passwords off."),
          QT_TRANSLATE_NOOP("pages", "Use an app password, if the provider has them, or have "
                                     "passwords allowed for this mailbox.")},
    Words{
        WrongCredentials, QT_TRANSLATE_NOOP("pages", "%1 refuses the user name or the password."),
        QT_TRANSLATE_NOOP("pages", "One of them is wrong, or the provider wants an app password."),
        QT_TRANSLATE_NOOP("pages", "Check both; the user name is often the whole e-mail address. "
                                   "With two-factor login create an app password.")},
    Words{AppPasswordNeeded, QT_TRANSLATE_NOOP("pages", "%1 wants an app password."),
          QT_TRANSLATE_NOOP("pages", "The account is protected with a second factor, and its usual "
                                     "password does not work for mail programs."),
          QT_TRANSLATE_NOOP("pages", "Create an app password at the provider and use it here.")},
    Words{PasswordLoginsOff,
          QT_TRANSLATE_NOOP("pages", "%1 does not let this mailbox log in this way."),
          QT_TRANSLATE_NOOP("pages", "The provider or the administrator has switched it off."),
          QT_TRANSLATE_NOOP("pages", "Have it switched on for this mailbox.")},
    Words{LoginNotNow, QT_TRANSLATE_NOOP("pages", "%1 cannot check the login just now."),
          QT_TRANSLATE_NOOP(
              "pages", "The server is overloaded, limits logins, or its user database is away."),
          QT_TRANSLATE_NOOP("pages", "Try again in a few minutes.")},
    Words{ServerNotProven,
          QT_TRANSLATE_NOOP("pages", "%1 did not prove that it knows the password."),
          QT_TRANSLATE_NOOP("pages", "It may not be the server it claims to be."),
          QT_TRANSLATE_NOOP("pages", "Do not log in before this is explained.")},
    Words{FoldersUnreadable, QT_TRANSLATE_NOOP("pages", "The folders could not be listed."),
          nullptr,
          QT_TRANSLATE_NOOP(
              "pages", "Read the server's words; the mailbox may be damaged or not set up yet.")},
    Words{QuotaUnknown,
          QT_TRANSLATE_NOOP("pages", "The server does not tell how full the mailbox is."), nullptr,
          nullptr},
    Words{QuotaNearlyUsed, QT_TRANSLATE_NOOP("pages", "The mailbox is nearly full."), nullptr,
          QT_TRANSLATE_NOOP("pages", "Delete mail, or get more room.")},
    Words{QuotaUsedUp, QT_TRANSLATE_NOOP("pages", "The mailbox is full."),
          QT_TRANSLATE_NOOP("pages", "New messages are refused."),
          QT_TRANSLATE_NOOP("pages", "Delete mail, or get more room.")},
    Words{SenderRefused, QT_TRANSLATE_NOOP("pages", "%1 refuses the sender's address."),
          QT_TRANSLATE_NOOP("pages", "The login may not send as this address."),
          QT_TRANSLATE_NOOP("pages", "Check the e-mail address; it has to belong to the login.")},
    Words{RecipientRefused, QT_TRANSLATE_NOOP("pages", "%1 refuses the recipient."), nullptr,
          QT_TRANSLATE_NOOP("pages", "Check the e-mail address.")},
    Words{Greylisted, QT_TRANSLATE_NOOP("pages", "%1 does not take the message just now."),
          QT_TRANSLATE_NOOP(
              "pages", "It asks to try again later, as greylisting does with unknown senders."),
          QT_TRANSLATE_NOOP("pages", "Try again in some minutes. Clients that log in should not be "
                                     "greylisted; ask who runs the server.")},
    Words{MessageRefused, QT_TRANSLATE_NOOP("pages", "%1 refuses the message."), nullptr,
          QT_TRANSLATE_NOOP("pages", "Read the server's words.")},
    Words{DeliveryUnknown, QT_TRANSLATE_NOOP("pages", "Nobody knows whether %1 took the message."),
          QT_TRANSLATE_NOOP("pages", "It was sent, but the confirmation never came."),
          QT_TRANSLATE_NOOP("pages", "Look whether it arrived before sending again.")},
    Words{
        MessageNotFound, QT_TRANSLATE_NOOP("pages", "The test message did not arrive in time."),
        QT_TRANSLATE_NOOP("pages",
                          "It is still on its way, was filtered, or went to another folder."),
        QT_TRANSLATE_NOOP("pages", "Look for it by its subject, and into the mail server's log.")},
    Words{MessageInJunk, QT_TRANSLATE_NOOP("pages", "The test message arrived among junk mail."),
          nullptr,
          QT_TRANSLATE_NOOP("pages",
                            "Check the spam filter, and SPF, DKIM and DMARC of the domain.")},
    Words{MessageNotDeleted, QT_TRANSLATE_NOOP("pages", "The test message could not be deleted."),
          nullptr, QT_TRANSLATE_NOOP("pages", "Delete it by hand.")},
    Words{Slow, QT_TRANSLATE_NOOP("pages", "%1 This took long."),
          QT_TRANSLATE_NOOP("pages", "The server or the network is slow."),
          QT_TRANSLATE_NOOP("pages", "If it stays so, look at the load of the server, and at its "
                                     "name service: many servers look up who connects.")},
    Words{TimeIsUp, QT_TRANSLATE_NOOP("pages", "The time for the diagnosis was over."), nullptr,
          nullptr},
    Words{Cancelled, QT_TRANSLATE_NOOP("pages", "Cancelled."), nullptr, nullptr},
    Words{Failed, QT_TRANSLATE_NOOP("pages", "This failed."), nullptr,
          QT_TRANSLATE_NOOP("pages", "Read the server's words, and its log.")},
};

const Words &wordsOf(Finding finding)
{
    const auto *const found = std::ranges::find(table, finding, &Words::finding);
    return found == table.end() ? table.back() : *found;
}

std::optional<i18n::Text> optionalText(const char *source)
{
    if (!source)
        return std::nullopt;
    return i18n::Text(source);
}

} // namespace

i18n::Text summaryOf(Finding finding, i18n::Text subject)
{
    return {wordsOf(finding).summary, {std::move(subject)}};
}

std::optional<i18n::Text> causeOf(Finding finding)
{
    return optionalText(wordsOf(finding).cause);
}

std::optional<i18n::Text> remedyOf(Finding finding)
{
    return optionalText(wordsOf(finding).remedy);
}

Outcome explained(StepState state, Finding finding, const std::string &server,
                  std::string_view serverText, StepDetails details)
{
    Outcome outcome;
    outcome.state = state;
    outcome.finding = finding;
    outcome.summary = summaryOf(finding, i18n::Text::verbatim(server));
    outcome.cause = causeOf(finding);
    outcome.remedy = remedyOf(finding);
    outcome.serverText = shownText(serverText);
    outcome.details = std::move(details);
    return outcome;
}

} // namespace mailconnect
