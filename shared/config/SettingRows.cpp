// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/SettingRows.h"

#include "config/SettingReaders.h"
#include "core/Ascii.h"

#include <array>
#include <limits>
#include <unistd.h>

namespace config {

namespace {

std::vector<std::string> splitList(std::string_view text)
{
    std::vector<std::string> items;
    while (!text.empty()) {
        const auto end = std::min(text.find(','), text.size());
        const auto item = core::trimmed(text.substr(0, end));
        if (!item.empty())
            items.emplace_back(item);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return items;
}

template <auto Member>
std::string readList(std::string_view value, Settings &settings)
{
    settings.*Member = splitList(value);
    return {};
}

template <auto Member>
std::string readText(std::string_view value, Settings &settings)
{
    settings.*Member = value;
    return {};
}

template <auto Member>
std::string readFileName(std::string_view value, Settings &settings)
{
    settings.*Member = value;
    if (!value.empty() && access((settings.*Member).c_str(), R_OK) != 0)
        return "names the file " + std::string(value) + ", which cannot be read.";
    return {};
}

std::string readAuditLog(std::string_view value, Settings &settings)
{
    settings.auditLog = value;
    if (value != "stderr" && value != "none" && !value.starts_with('/'))
        return "must be stderr, none, or the absolute path of a file.";
    return {};
}

std::string readAdminSocket(std::string_view value, Settings &settings)
{
    constexpr std::size_t longest = 100; // of a socket's name, unix(7), with room for Qt's own
    settings.adminSocket = value == "none" ? std::string_view() : value;
    if (value != "none" && !value.starts_with('/'))
        return "must be none, or the absolute path of a socket.";
    if (value.size() > longest)
        return "is longer than the 100 bytes that the path of a socket can have.";
    return {};
}

std::string readAdminSocketFor(std::string_view value, Settings &settings)
{
    if (value != "user" && value != "group")
        return "must be user or group.";
    settings.adminSocketAdmitsGroup = value == "group";
    return {};
}

template <auto Member>
std::string readSwitch(std::string_view value, Settings &settings)
{
    if (value != "0" && value != "1")
        return "must be 0 or 1.";
    settings.*Member = value == "1";
    return {};
}

std::string readPort(std::string_view value, Settings &settings)
{
    const auto number =
        parseNumber<std::uint16_t>(value, 0, std::numeric_limits<std::uint16_t>::max());
    if (!number)
        return "must be a port number from 0 (any free one) to 65535.";
    settings.port = *number;
    return {};
}

/// The issuer is compared as a string everywhere, so only one spelling is let in.
std::string readBaseUrl(std::string_view value, Settings &settings)
{
    constexpr std::string_view advice =
        " Use https://host, for example https://mail.mcp.example.com.";
    settings.baseUrl = value;
    if (value.empty())
        return {};
    if (value.ends_with('/'))
        return "must not end with a slash.";
    const auto uri = clients::RedirectUri::parse(value);
    if (!uri || !(value.starts_with("https://") || value.starts_with("http://")))
        return "must be an https URL, or an http URL of this computer (127.0.0.1, [::1], "
               "localhost)."
               + std::string(advice);
    if (value.find('/', value.find("://") + 3) != std::string_view::npos
        || value.find('?') != std::string_view::npos)
        return "must have neither a path nor a query." + std::string(advice);
    return {};
}

std::string readEnvironment(std::string_view value, Settings &settings)
{
    if (value != "production" && value != "development")
        return "must be production or development.";
    settings.environment =
        value == "production" ? Environment::Production : Environment::Development;
    return {};
}

std::string readLogLevel(std::string_view value, Settings &settings)
{
    constexpr std::array<std::pair<std::string_view, core::LogLevel>, 4> levels = {{
        {"DEBUG", core::LogLevel::Debug},
        {"INFO", core::LogLevel::Info},
        {"WARN", core::LogLevel::Warn},
        {"ERROR", core::LogLevel::Error},
    }};
    for (const auto &[name, level] : levels) {
        if (core::equalsIgnoringCase(name, value)) {
            settings.logLevel = level;
            return {};
        }
    }
    return "must be DEBUG, INFO, WARN or ERROR.";
}

std::string readLegacyRedirectUris(std::string_view value, Settings &settings)
{
    for (const auto &text : splitList(value)) {
        const auto uri = clients::RedirectUri::parse(text);
        if (!uri)
            return "holds a URI that is not allowed. " + uri.error().message;
        settings.legacyRedirectUris.push_back(*uri);
    }
    return {};
}

std::string readDefaultMailServers(std::string_view value, Settings &settings)
{
    auto served = account::ServedDomains::parse(value);
    if (!served)
        return "is not understood: " + served.error().message;
    settings.defaultMailServers = std::move(*served);
    return {};
}

/// The two key variables are read together, in Settings.cpp.
std::string readKey(std::string_view, Settings &)
{
    return {};
}

using Kind = SettingRow::Kind;

constexpr std::array rows = {
    SettingRow{.name = "BASE_URL",
               .alias = {},
               .defaultValue = {},
               .help = "Public URL of this server, e.g. https://mail.mcp.example.com. Tokens are "
                       "bound to it. Default: http://127.0.0.1:PORT.",
               .read = readBaseUrl},
    SettingRow{
        .name = "ENCRYPTION_KEY",
        .alias = {},
        .defaultValue = {},
        .help = "Base64 of the 32-byte key that seals every token. Make one with: mail_mcp keygen.",
        .kind = Kind::Secret,
        .read = readKey},
    SettingRow{
        .name = "ENCRYPTION_KEYS",
        .alias = {},
        .defaultValue = {},
        .help =
            "Key ring for rotation, kid:base64,kid:base64. The first key seals, all of them open.",
        .kind = Kind::Secret,
        .read = readKey},
    SettingRow{.name = "HOST",
               .alias = {},
               .defaultValue = "127.0.0.1",
               .help = "Address to listen on.",
               .read = readText<&Settings::host>},
    SettingRow{.name = "PORT",
               .alias = {},
               .defaultValue = "3000",
               .help = "Port to listen on.",
               .read = readPort},
    SettingRow{.name = "STATE_URL",
               .alias = {},
               .defaultValue = {},
               .help = "Where used codes and revocations are remembered: sqlite:PATH; "
                       "rediss://user:password@host:6379/0 for several servers (redis:// on this "
                       "machine); memory: for trying things out. Default: a file in the state "
                       "directory.",
               .kind = Kind::Url,
               .read = readText<&Settings::stateUrl>},
    SettingRow{.name = "STATE_CA_FILE",
               .alias = {},
               .defaultValue = {},
               .help = "PEM file with the certificate authorities of a rediss:// server, trusted "
                       "beside the system's.",
               .read = readFileName<&Settings::stateCaFile>},
    SettingRow{.name = "TLS_CERT_FILE",
               .alias = {},
               .defaultValue = {},
               .help =
                   "PEM file with the certificate chain, to serve https without a reverse proxy.",
               .read = readFileName<&Settings::tlsCertificateFile>},
    SettingRow{.name = "TLS_KEY_FILE",
               .alias = {},
               .defaultValue = {},
               .help = "PEM file with the key of TLS_CERT_FILE.",
               .read = readFileName<&Settings::tlsKeyFile>},
    SettingRow{.name = "TRUSTED_PROXIES",
               .alias = {},
               .defaultValue = {},
               .help = "Addresses or networks of reverse proxies, separated by commas, whose "
                       "X-Forwarded-For is believed.",
               .read = readList<&Settings::trustedProxies>},
    SettingRow{
        .name = "ALLOWED_ORIGINS",
        .alias = {},
        .defaultValue = {},
        .help =
            "Web origins, separated by commas, whose pages may call /mcp and fetch tokens, e.g. "
            "https://inspector.example.",
        .read = readList<&Settings::allowedOrigins>},
    SettingRow{.name = "MAIL_CA_FILE",
               .alias = {},
               .defaultValue = {},
               .help = "PEM file with certificate authorities of your mail servers, trusted beside "
                       "the system's.",
               .read = readFileName<&Settings::mailCaFile>},
    SettingRow{.name = "LEGACY_REDIRECT_URIS",
               .alias = {},
               .defaultValue = {},
               .help = "Redirect URIs, separated by commas, for client IDs made by mail_mcp 1.0, "
                       "which carry none.",
               .read = readLegacyRedirectUris},
    SettingRow{.name = "DEFAULT_MAIL_SERVERS",
               .alias = {},
               .defaultValue = {},
               .help = "The mail servers for clients that you did not make with generate, by the "
                       "domain of the user's e-mail address: "
                       "example.com=imap.example.com:993,smtp.example.com:465; "
                       "*.example.org=mail.example.org:143/starttls,mail.example.org:587/starttls; "
                       "*=… for every other domain. Ports 993 and 465 mean TLS, others STARTTLS; "
                       "/tls or /starttls says it. Empty: only your own clients may connect.",
               .read = readDefaultMailServers},
    SettingRow{.name = "REGISTERED_CLIENT_TTL",
               .alias = {},
               .defaultValue = "15552000",
               .help = "Lifetime in seconds of client IDs that clients registered themselves.",
               .read = readSeconds<&Settings::registeredClientLifetime, 3600, 31536000>},
    SettingRow{.name = "DEVELOPMENT_CLIENT_CA_FILE",
               .alias = {},
               .defaultValue = {},
               .help = "For tests, only with MAIL_MCP_ENV=development: PEM file with an authority "
                       "for client metadata documents, which may then be on this computer and on "
                       "any port.",
               .read = readFileName<&Settings::developmentClientCaFile>},
    SettingRow{.name = "ACCESS_TOKEN_TTL",
               .alias = {},
               .defaultValue = "28800",
               .help = "Lifetime of access tokens in seconds.",
               .read = readSeconds<&Settings::accessTokenLifetime, 60, 28800>},
    SettingRow{.name = "REFRESH_TOKEN_TTL",
               .alias = {},
               .defaultValue = "2592000",
               .help = "Lifetime of refresh tokens in seconds; every use makes a new one.",
               .read = readSeconds<&Settings::refreshTokenLifetime, 3600, 15552000>},
    SettingRow{.name = "LOGIN_RECHECK_AFTER",
               .alias = {},
               .defaultValue = "86400",
               .help = "Seconds after which a refresh asks the mail servers again whether they "
                       "accept the login; 0: at every refresh.",
               .read = readSeconds<&Settings::loginRecheckAfter, 0, 15552000>},
    SettingRow{.name = "MAX_TOKEN_REQUESTS_PER_MINUTE",
               .alias = {},
               .defaultValue = "30",
               .help = "Requests of one client from one address to the token endpoint in a minute.",
               .read = readCount<&Settings::maximumTokenRequestsPerMinute, 1, 100000>},
    SettingRow{.name = "MAX_CLIENT_FAILURES_PER_MINUTE",
               .alias = {},
               .defaultValue = "10",
               .help = "Clients that may fail to prove their secret in a minute, from one address.",
               .read = readCount<&Settings::maximumClientFailuresPerMinute, 1, 100000>},
    SettingRow{.name = "MAX_IMAP_SESSIONS",
               .alias = {},
               .defaultValue = "500",
               .help = "Logged-in IMAP sessions at one time.",
               .read = readCount<&Settings::maximumSessions, 1, 100000>},
    SettingRow{.name = "MAX_IMAP_SESSIONS_PER_MAILBOX",
               .alias = {},
               .defaultValue = "3",
               .help = "Logged-in IMAP sessions at one time for one mailbox.",
               .read = readCount<&Settings::maximumSessionsPerMailbox, 1, 20>},
    SettingRow{.name = "IMAP_SESSION_IDLE",
               .alias = {},
               .defaultValue = "300",
               .help = "Seconds after which an unused IMAP session is logged out.",
               .read = readSeconds<&Settings::sessionIdleTime, 1, 1500>},
    SettingRow{.name = "IMAP_SESSION_PROBE_AFTER",
               .alias = {},
               .defaultValue = "30",
               .help = "Seconds after which an unused IMAP session is probed before it is used "
                       "again.",
               .read = readSeconds<&Settings::sessionProbeAfter, 1, 1500>},
    SettingRow{.name = "IMAP_CONNECT_TIMEOUT",
               .alias = {},
               .defaultValue = "10",
               .help = "Seconds until an IMAP server has to greet us: TCP, TLS and its first line.",
               .read = readSeconds<&Settings::sessionConnectTime, 1, 120>},
    SettingRow{.name = "IMAP_LOGIN_TIMEOUT",
               .alias = {},
               .defaultValue = "10",
               .help = "Seconds that logging in to an IMAP server may take after that.",
               .read = readSeconds<&Settings::sessionLoginTime, 1, 120>},
    SettingRow{.name = "IMAP_COMMAND_TIMEOUT",
               .alias = {},
               .defaultValue = "30",
               .help = "Seconds that an IMAP command may take, except for storing a message.",
               .read = readSeconds<&Settings::imapCommandTime, 1, 600>},
    SettingRow{.name = "IMAP_SESSION_WAIT",
               .alias = {},
               .defaultValue = "10",
               .help = "Seconds that a call waits for an IMAP session while all are in use.",
               .read = readSeconds<&Settings::sessionWaitTime, 1, 120>},
    SettingRow{.name = "MAX_IMAP_LOGINS_PER_HOST",
               .alias = {},
               .defaultValue = "16",
               .help = "Logins to one IMAP server under way at one time: a server that does not "
                       "answer holds up nobody but its own users.",
               .read = readCount<&Settings::maximumLoginsPerHost, 1, 10000>},
    SettingRow{.name = "MAX_IMAP_WAITING_PER_HOST",
               .alias = {},
               .defaultValue = "64",
               .help = "Calls that may wait for a login to one IMAP server; more are refused.",
               .read = readCount<&Settings::maximumWaitingPerHost, 1, 100000>},
    SettingRow{.name = "MAX_IMAP_WAITING_PER_MAILBOX",
               .alias = {},
               .defaultValue = "16",
               .help = "Calls that may wait for a session of one mailbox; more are refused.",
               .read = readCount<&Settings::maximumWaitingPerMailbox, 1, 10000>},
    SettingRow{.name = "SMTP_SESSION_IDLE",
               .alias = {},
               .defaultValue = "20",
               .help = "Seconds that an SMTP session is kept for the next message of the same "
                       "mailbox; 0: each message gets its own.",
               .read = readSeconds<&Settings::smtpSessionIdleTime, 0, 240>},
    SettingRow{.name = "MAX_IDLE_SMTP_SESSIONS",
               .alias = {},
               .defaultValue = "100",
               .help = "SMTP sessions that are kept for the next message at one time.",
               .read = readCount<&Settings::maximumIdleSmtpSessions, 1, 100000>},
    SettingRow{.name = "MAX_IDLE_SMTP_SESSIONS_PER_MAILBOX",
               .alias = {},
               .defaultValue = "3",
               .help = "SMTP sessions that are kept at one time for one mailbox.",
               .read = readCount<&Settings::maximumIdleSmtpSessionsPerMailbox, 1, 20>},
    SettingRow{.name = "MAX_WATCHED_MAILBOXES",
               .alias = {},
               .defaultValue = "500",
               .help = "Mailboxes that are watched for new mail at one time. Each takes one more "
                       "IMAP session.",
               .read = readCount<&Settings::maximumWatchedMailboxes, 1, 100000>},
    SettingRow{.name = "MAX_WATCHES_PER_MAILBOX",
               .alias = {},
               .defaultValue = "64",
               .help = "Clients that may watch one mailbox for new mail at one time, all on the "
                       "same IMAP session.",
               .read = readCount<&Settings::maximumWatchesPerMailbox, 1, 10000>},
    SettingRow{.name = "IMAP_WATCH_RENEWAL",
               .alias = {},
               .defaultValue = "180",
               .help = "Seconds after which a watched mailbox is tried out in which nothing "
                       "happens. Address translators on the way may forget a silent connection.",
               .read = readSeconds<&Settings::watchRenewal, 10, 1680>},
    SettingRow{.name = "IMAP_WATCH_POLL",
               .alias = {},
               .defaultValue = "60",
               .help = "Seconds between two looks at watched folders whose changes the IMAP server "
                       "does not report by itself.",
               .read = readSeconds<&Settings::watchPoll, 5, 1680>},
    SettingRow{.name = "AUDIT_LOG",
               .alias = {},
               .defaultValue = "stderr",
               .help = "Where the audit log goes, one JSON object a line: stderr (each line begins "
                       "with AUDIT), the absolute path of a file (SIGHUP opens it again), or none.",
               .read = readAuditLog},
    SettingRow{.name = "LOG_PII",
               .alias = {},
               .defaultValue = "0",
               .help = "1: the audit log names users in clear. 0: by a pseudonym, which stays the "
                       "same as long as the first key does.",
               .read = readSwitch<&Settings::namesPeople>},
    SettingRow{.name = "ADMIN_SOCKET",
               .alias = {},
               .defaultValue = "none",
               .help = "Absolute path of a Unix socket through which the administrator on this "
                       "computer watches the server and revokes clients, or none.",
               .read = readAdminSocket},
    SettingRow{.name = "ADMIN_SOCKET_FOR",
               .alias = {},
               .defaultValue = "user",
               .help =
                   "Who may use ADMIN_SOCKET beside root: user (the server's own user), or group "
                   "(also the members of the server's own group).",
               .read = readAdminSocketFor},
    SettingRow{.name = "METRICS_FROM",
               .alias = {},
               .defaultValue = "127.0.0.1,::1",
               .help = "Addresses or networks, separated by commas, that may read /metrics.",
               .read = readList<&Settings::metricsFrom>},
    SettingRow{.name = "MAX_SENDS_PER_HOUR",
               .alias = {},
               .defaultValue = "30",
               .help = "Messages that one mailbox may send in an hour.",
               .read = readCount<&Settings::maximumSendsPerHour, 1, 100000>},
    SettingRow{.name = "MAX_SENDS_PER_DAY",
               .alias = {},
               .defaultValue = "200",
               .help = "Messages that one mailbox may send in a day.",
               .read = readCount<&Settings::maximumSendsPerDay, 1, 1000000>},
    SettingRow{.name = "MAIL_MCP_ENV",
               .alias = "RACK_ENV",
               .defaultValue = "production",
               .help = "production or development. RACK_ENV is understood as well.",
               .read = readEnvironment},
    SettingRow{.name = "MAIL_MCP_LOG_LEVEL",
               .alias = {},
               .defaultValue = "INFO",
               .help = "DEBUG, INFO, WARN or ERROR.",
               .read = readLogLevel},
};

} // namespace

std::span<const SettingRow> settingRows()
{
    static const auto all = [] {
        std::vector<SettingRow> list(rows.begin(), rows.end());
        for (const auto more : {attachmentSettingRows(), s3SettingRows(), httpSettingRows()})
            list.insert(list.end(), more.begin(), more.end());
        return list;
    }();
    return all;
}

std::string defaultBaseUrl(std::uint16_t port)
{
    return "http://127.0.0.1:" + std::to_string(port);
}

} // namespace config
