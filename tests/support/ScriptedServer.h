// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/TestCertificates.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace support {

struct ScriptedServerOptions
{
    enum class Segments {
        Whole,
        SingleBytes, ///< every byte in its own TCP segment (and TLS record)
        /// What one step sends goes out in up to three pieces of random size, after random pauses
        /// of 0 to 200 ms, most of them short. The same each time.
        Delayed,
    };

    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: a free one
    /// What the server shows in a TLS handshake; needed for TLS only.
    TlsIdentity identity = {};
    int oldestTls = 0x0303; ///< TLS1_VERSION … TLS1_3_VERSION of OpenSSL
    int newestTls = 0x0304;
    /// The cipher suites of TLS 1.2 and older, as OpenSSL writes them; empty: the usual ones.
    std::string ciphers = {};
    Segments segments = Segments::Whole;
    /// Reset the first connection after so many bytes sent (before encryption).
    std::optional<std::size_t> resetAfter = {};
    /// For `ANSWER: name`: gets the last line of the client, returns the line to send.
    std::map<std::string, std::function<std::string(const std::string &lastLine)>> answers = {};
};

/// A mail server that follows a script, for tests of clients. It runs in a thread of its own, on
/// loopback, on a free port, and never sends anything that is not in the script. One line of the
/// script is one step:
///
///     S: text          sends text and CRLF
///     S-RAW: text      sends text as it is
///     REPEAT: n text   sends text and CRLF n times
///     ANSWER: name     sends what the function `name` makes of the client's last line, and CRLF
///     C: text          expects this line; its end must be CRLF
///     C-RAW: text      expects these bytes
///     C-DATA           expects an SMTP message up to the lone dot, see messages()
///     TLS              TLS handshake now (at the beginning of the script: implicit TLS)
///     TLS-FAILS        a TLS handshake that the client must break off
///     CLOSE            closes (with TLS: says so)
///     RESET            sends a TCP reset
///     SILENCE          says nothing more and swallows everything until the client closes
///     CLOSED           expects that the client closes and sends nothing more
///     CONNECTION       the steps that follow are for the next connection
///     # text           comment
///
/// A connection whose steps are through expects the client to close (as CLOSED does).
///
/// A line that begins with the word TAG (or TAG1, TAG2 …): in `C:` it stands for any tag and
/// remembers it, in `S:` it is replaced by what was remembered. {{0d 0a}} are bytes in hexadecimal,
/// {{CRLF}} is a line end, {{65536*x}} is x so many times, {{TAG}} a remembered tag, and in `C:`
/// {{*}} stands for any text.
class ScriptedServer
{
public:
    explicit ScriptedServer(std::string_view script, ScriptedServerOptions options = {});
    /// Breaks off whatever is still going on.
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    std::uint16_t port() const { return m_port; }
    /// True when the script is through or was broken off because of an error.
    bool finished() const { return m_finished; }
    /// Spins the event loop until the script is through. Empty if all went as written, else what
    /// did not.
    std::string verdict(std::chrono::milliseconds limit = std::chrono::seconds(10)) const;
    /// "line 3: expected C: … got C: …"
    std::vector<std::string> errors() const;

    /// All bytes of the client so far, decrypted.
    std::string received() const;
    /// The SMTP messages that C-DATA read, still dot-stuffed, without the lone dot.
    std::vector<std::string> messages() const;
    /// The host names that the client asked for in its TLS handshakes (SNI).
    std::vector<std::string> serverNames() const;
    /// How many TLS handshakes continued an earlier session.
    int resumedSessions() const;
    int connections() const;
    /// How often a client had to wait for an answer to something it had sent.
    int roundTrips() const;

private:
    friend class ScriptedConnection;
    struct Log
    {
        std::vector<std::string> errors;
        std::string received;
        std::vector<std::string> messages;
        std::vector<std::string> serverNames;
        int resumedSessions = 0;
        int connections = 0;
        int roundTrips = 0;
        std::string position;
    };
    struct Listener;

    void run(const std::string &script);

    ScriptedServerOptions m_options;
    std::unique_ptr<Listener> m_listener;
    std::uint16_t m_port = 0;
    std::atomic<bool> m_finished = false;
    mutable std::mutex m_mutex;
    Log m_log;
    std::thread m_thread;
};

} // namespace support
