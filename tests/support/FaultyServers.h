// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "support/TestCertificates.h"

#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace support {

enum class MailProtocol { Imap, Smtp };

/// A mail server with which something is wrong, as a script of ScriptedServer, and how it is spoken
/// to.
struct FaultyServer
{
    const char *name;
    MailProtocol protocol;
    std::string script;
    const char *outcome; ///< the step of the diagnosis that notices it, and what it finds
    account::Security security = account::Security::PlainText;
    CertificateKind certificate = CertificateKind::Good;
};

std::span<const FaultyServer> faultyServers();
/// The one of this name, which has to exist.
const FaultyServer &faultyServer(std::string_view name);
/// The same with TLS from the first byte, for who refuses to speak in the clear.
FaultyServer withTls(FaultyServer server);

/// Pieces of scripts.
namespace scripts {

inline const std::string imapGreeting =
    "S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] Test ready\n";
inline const std::string imapLogin = "C: TAG AUTHENTICATE PLAIN {{*}}\n";
inline const std::string smtpHello = "S: 220 mail.test ESMTP Test\nC: EHLO [127.0.0.1]\n"
                                     "S: 250-mail.test\n";

// For a test message of anna@mail.test to herself: until it can be sent, and the end.
inline const std::string imapBeginning =
    "S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] anna@mail.test is welcome\n"
    "C: TAG AUTHENTICATE PLAIN {{*}}\nS: TAG OK [CAPABILITY IMAP4rev1 LIST-STATUS UIDPLUS] in\n"
    "C: TAG LIST \"\" \"*\" RETURN (STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY))\n"
    "S: * LIST () \"/\" INBOX\nS: * LIST () \"/\" Secret-Plans\nS: * LIST () \"/\" Spam\n"
    "S: TAG OK\n";
inline const std::string imapEnd = "C: TAG LOGOUT\nS: * BYE\nS: TAG OK\n";
inline const std::string smtpBeginning = "S: 220 mail.test\nC: EHLO [127.0.0.1]\nS: 250-mail.test\n"
                                         "S: 250 AUTH PLAIN\nC: AUTH PLAIN {{*}}\nS: 235 2.7.0 in\n"
                                         "C: MAIL FROM:<anna@mail.test>\n";
} // namespace scripts

/// A port at which nobody listens.
std::uint16_t closedPort();

/// A port that swallows the packets of those who connect.
class BlackHole
{
public:
    BlackHole();
    std::uint16_t port() const { return m_listener.serverPort(); }

private:
    QTcpServer m_listener;
    std::vector<std::unique_ptr<QTcpSocket>> m_fillers;
};

/// A server that waits for TLS on all its connections, and says nothing then.
class TlsListener : public QTcpServer
{
public:
    explicit TlsListener(const TlsIdentity &identity);
    std::uint16_t port() const { return serverPort(); }

private:
    void incomingConnection(qintptr descriptor) override;

    QSslConfiguration m_configuration = QSslConfiguration::defaultConfiguration();
};

} // namespace support
