// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FaultyServers.h"

#include <QSslKey>
#include <QSslSocket>

#include <algorithm>

namespace support {

namespace {

using account::Security;

std::vector<FaultyServer> makeFaultyServers()
{
    using enum MailProtocol;
    using enum CertificateKind;
    using namespace scripts;
    constexpr auto tls = Security::ImplicitTls;
    constexpr auto startTls = Security::StartTls;
    const std::string refusing = "TLS-FAILS";
    return {
        {"expired", Imap, refusing, "tls_handshake: certificate_expired", tls, Expired},
        {"not yet valid", Smtp, refusing, "tls_handshake: certificate_not_yet_valid", tls,
         NotYetValid},
        {"self-signed", Imap, refusing, "tls_handshake: certificate_self_signed", tls, SelfSigned},
        {"wrong name", Smtp, refusing, "tls_handshake: certificate_wrong_name", tls, WrongName},
        {"unknown authority", Imap, refusing, "tls_handshake: certificate_unknown_authority", tls,
         UnknownAuthority},
        {"STARTTLS port spoken to with TLS, IMAP", Imap, "S: * OK hi\nC-RAW: {{16 03 01}}\nCLOSE",
         "tls_handshake: not_tls", tls},
        {"STARTTLS port spoken to with TLS, SMTP", Smtp, "S: 220 hi\nC-RAW: {{16 03 01}}\nCLOSE",
         "tls_handshake: not_tls", tls},
        {"silence", Imap, "SILENCE\nCONNECTION\nSILENCE", "greeting: no_answer"},
        {"closes at once", Smtp, "CLOSE", "greeting: connection_lost"},
        {"SMTP instead of IMAP", Imap, "S: 220 mail.test ESMTP", "greeting: not_this_protocol"},
        {"IMAP instead of SMTP", Smtp, "S: * OK IMAP", "greeting: not_this_protocol"},
        {"BYE", Imap, "S: * BYE too many connections", "greeting: rejected"},
        {"554", Smtp, "S: 554 5.7.1 go away", "greeting: rejected"},
        {"no STARTTLS, IMAP", Imap, "S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi",
         "starttls: no_starttls", startTls},
        {"no STARTTLS, SMTP", Smtp, smtpHello + "S: 250 AUTH PLAIN", "starttls: no_starttls",
         startTls},
        {"STARTTLS refused", Imap,
         "S: * OK [CAPABILITY IMAP4rev1 STARTTLS] hi\nC: TAG STARTTLS\nS: TAG NO later",
         "starttls: starttls_refused", startTls},
        {"STARTTLS refused, SMTP", Smtp,
         smtpHello + "S: 250 STARTTLS\nC: STARTTLS\nS: 454 4.7.0 no TLS",
         "starttls: starttls_refused", startTls},
        {"expired behind STARTTLS", Smtp,
         smtpHello + "S: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nTLS-FAILS",
         "starttls: certificate_expired", startTls, Expired},
        {"bytes slipped in", Smtp,
         smtpHello + "S: 250 STARTTLS\nC: STARTTLS\nS-RAW: 220 go{{CRLF}}250 ok{{CRLF}}",
         "starttls: tampering", startTls},
        {"LOGINDISABLED", Imap, "S: * OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hi",
         "login: login_disabled"},
        {"LOGINDISABLED with TLS", Imap,
         "TLS\nS: * OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hi\n"
         "C: TAG LOGIN {{*}}\nS: TAG NO Logins are off",
         "login: login_disabled", tls},
        {"wrong password", Imap,
         imapGreeting + imapLogin + "S: TAG NO [AUTHENTICATIONFAILED] Authentication failed.",
         "login: wrong_credentials"},
        {"wrong password, SMTP", Smtp,
         smtpHello + "S: 250 AUTH PLAIN\nC: AUTH PLAIN {{*}}\nS: 535 5.7.8 no",
         "login: wrong_credentials"},
        {"app password, IMAP", Imap,
         imapGreeting + imapLogin
             + "S: TAG NO [ALERT] Application-specific password required: "
               "https://support.google.com",
         "login: app_password_needed"},
        {"app password, SMTP", Smtp,
         smtpHello
             + "S: 250 AUTH PLAIN\nC: AUTH PLAIN {{*}}\nS: 534 5.7.9 Application-specific "
               "password required",
         "login: app_password_needed"},
        {"Outlook", Smtp,
         smtpHello
             + "S: 250 AUTH PLAIN\nC: AUTH PLAIN {{*}}\nS: 535 5.7.139 Authentication "
               "unsuccessful, basic authentication is disabled",
         "login: password_logins_off"},
        {"OAuth only", Smtp, smtpHello + "S: 250 AUTH XOAUTH2 OAUTHBEARER", "login: oauth_only"},
        {"no SMTP AUTH", Smtp, smtpHello + "S: 250 SIZE 1000", "login: no_authentication"},
        {"unknown mechanisms", Smtp, smtpHello + "S: 250 AUTH GSSAPI", "login: no_mechanism"},
        {"login later", Imap, imapGreeting + imapLogin + "S: TAG NO [UNAVAILABLE] later",
         "login: login_not_now"},
        {"all is well", Smtp,
         smtpHello
             + "S: 250-AUTH PLAIN\nS: 250 SIZE 1000\nC: AUTH PLAIN {{*}}\nS: 235 2.7.0 in\n"
               "C: QUIT\nS: 221 bye",
         "passed"},
        {"nearly full", Imap,
         imapGreeting + imapLogin
             + "S: TAG OK [CAPABILITY IMAP4rev1 QUOTA] in\n"
               "C: TAG LIST \"\" \"*\"\nS: * LIST () \"/\" INBOX\nS: TAG OK\n"
               "C: TAG STATUS \"INBOX\" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)\nS: TAG OK\n"
               "C: TAG GETQUOTAROOT \"INBOX\"\nS: * QUOTAROOT INBOX \"\"\n"
               "S: * QUOTA \"\" (STORAGE 950 1000)\nS: TAG OK\n"
               "C: TAG LOGOUT\nS: * BYE\nS: TAG OK",
         "quota: quota_nearly_used"},
    };
}

} // namespace

std::span<const FaultyServer> faultyServers()
{
    static const auto all = makeFaultyServers();
    return all;
}

const FaultyServer &faultyServer(std::string_view name)
{
    const auto all = faultyServers();
    const auto found = std::ranges::find(all, name, &FaultyServer::name);
    Q_ASSERT(found != all.end());
    return *found;
}

FaultyServer withTls(FaultyServer server)
{
    if (server.security == Security::PlainText) {
        server.script = "TLS\n" + server.script;
        server.security = Security::ImplicitTls;
    }
    return server;
}

std::uint16_t closedPort()
{
    QTcpServer probe;
    (void)probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

BlackHole::BlackHole()
{
    // A listener whose queue is full drops every further connection.
    m_listener.setListenBacklogSize(0);
    (void)m_listener.listen(QHostAddress::LocalHost);
    m_listener.pauseAccepting();
    for (int i = 0; i < 4; ++i) {
        m_fillers.push_back(std::make_unique<QTcpSocket>());
        m_fillers.back()->connectToHost(QHostAddress::LocalHost, port());
        (void)m_fillers.back()->waitForConnected(100);
    }
}

TlsListener::TlsListener(const TlsIdentity &identity)
{
    m_configuration.setLocalCertificateChain(
        QSslCertificate::fromData(QByteArray::fromStdString(identity.certificateChain), QSsl::Pem));
    const auto key = QByteArray::fromStdString(identity.privateKey);
    const QSslKey ec(key, QSsl::Ec);
    m_configuration.setPrivateKey(ec.isNull() ? QSslKey(key, QSsl::Rsa) : ec);
    (void)listen(QHostAddress::LocalHost);
}

void TlsListener::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    socket->setSslConfiguration(m_configuration);
    socket->setSocketDescriptor(descriptor);
    socket->startServerEncryption();
}

} // namespace support
