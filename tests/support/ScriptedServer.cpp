// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ScriptedServer.h"

#include "support/Await.h"
#include "support/ScriptedServerChannel.h"
#include "support/ScriptedServerScript.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace support {

namespace {

std::string shown(std::string_view bytes)
{
    static constexpr std::string_view hex = "0123456789abcdef";
    static constexpr std::size_t longest = 300;
    std::string text;
    for (const char character : bytes.substr(0, longest)) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte >= 0x20 && byte != 0x7f) {
            text += character;
        } else {
            text += "\\x";
            text += hex[byte >> 4];
            text += hex[byte & 15];
        }
    }
    if (bytes.size() > longest)
        text += "…";
    return text;
}

} // namespace

/// The listening socket and the bell that ends everything.
struct ScriptedServer::Listener
{
    int socket = -1;
    int stop = eventfd(0, EFD_CLOEXEC);

    Listener() = default;
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;
    ~Listener()
    {
        close();
        ::close(stop);
    }

    void close()
    {
        if (socket >= 0)
            ::close(std::exchange(socket, -1));
    }

    /// Returns the port; 0 asks for a free one.
    std::uint16_t listenOn(const std::string &address, std::uint16_t port)
    {
        sockaddr_storage name{};
        socklen_t size = sizeof(sockaddr_in);
        auto *v4 = reinterpret_cast<sockaddr_in *>(&name);
        auto *v6 = reinterpret_cast<sockaddr_in6 *>(&name);
        if (inet_pton(AF_INET, address.c_str(), &v4->sin_addr) == 1) {
            v4->sin_family = AF_INET;
            v4->sin_port = htons(port);
        } else if (inet_pton(AF_INET6, address.c_str(), &v6->sin6_addr) == 1) {
            v6->sin6_family = AF_INET6;
            v6->sin6_port = htons(port);
            size = sizeof(sockaddr_in6);
        } else {
            throw std::runtime_error("not an address: " + address);
        }
        socket = ::socket(name.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        auto *generic = reinterpret_cast<sockaddr *>(&name);
        if (bind(socket, generic, size) != 0 || listen(socket, 16) != 0
            || getsockname(socket, generic, &size) != 0)
            throw std::runtime_error(std::string("cannot listen: ") + std::strerror(errno));
        return ntohs(name.ss_family == AF_INET ? v4->sin_port : v6->sin6_port);
    }

    /// -1 when the server has to stop.
    int accept() const
    {
        std::array<pollfd, 2> fds{pollfd{.fd = stop, .events = POLLIN, .revents = 0},
                                  pollfd{.fd = socket, .events = POLLIN, .revents = 0}};
        while (poll(fds.data(), fds.size(), -1) < 0) {
            if (errno != EINTR)
                return -1;
        }
        if (fds[0].revents != 0)
            return -1;
        return accept4(socket, nullptr, nullptr, SOCK_CLOEXEC);
    }
};

/// Plays the steps of one connection.
class ScriptedConnection
{
public:
    ScriptedConnection(ScriptedServer &server, ScriptedServerChannel &channel)
        : m_server(server)
        , m_channel(channel)
    {}

    /// Throws std::runtime_error when the client does something else.
    void play(const script::Connection &steps)
    {
        for (const auto &step : steps) {
            note([&](auto &log) { log.position = "line " + std::to_string(step.line); });
            m_line = step.line;
            play(step);
            if (m_channel.wasReset() || m_isOver)
                return;
        }
        note([](auto &log) { log.position = "the end, where the client has to close"; });
        expectClosed();
    }

private:
    template <typename Change>
    void note(Change change)
    {
        const std::lock_guard lock(m_server.m_mutex);
        change(m_server.m_log);
    }

    [[noreturn]] void fail(const std::string &what) const
    {
        throw std::runtime_error("line " + std::to_string(m_line) + ": " + what);
    }

    void play(const script::Step &step)
    {
        switch (step.action) {
        case script::Action::Send: {
            const auto text = script::expand(step.text, m_tags) + "\r\n";
            if (step.repetitions == 1)
                return send(text);
            return sendRepeatedly(text, step.repetitions);
        }
        case script::Action::SendRaw:
            return send(script::expand(step.text, m_tags));
        case script::Action::Answer: {
            const auto answer = m_server.m_options.answers.find(step.text);
            if (answer == m_server.m_options.answers.end())
                fail("no answer function " + step.text);
            return send(answer->second(m_lastLine) + "\r\n");
        }
        case script::Action::Expect:
            return expectLine(step.text);
        case script::Action::ExpectRaw:
            return expectBytes(step.text);
        case script::Action::ExpectMessage:
            return expectMessage();
        case script::Action::Tls:
            return startTls();
        case script::Action::TlsFails:
            if (m_channel.startTls())
                fail("the TLS handshake should have failed");
            m_isOver = true;
            return;
        case script::Action::Close:
            m_channel.close();
            m_isOver = true;
            return;
        case script::Action::Reset:
            return m_channel.reset();
        case script::Action::Silence:
            while (auto bytes = m_channel.receive())
                note([&](auto &log) { log.received += *bytes; });
            m_isOver = true;
            return;
        case script::Action::Closed:
            expectClosed();
            m_isOver = true;
            return;
        }
    }

    // A client may well hang up while it is being flooded, so a failure to send is no mistake; a
    // later step tells.
    void send(std::string_view bytes)
    {
        noteAnswer();
        (void)m_channel.send(bytes);
    }

    void noteAnswer()
    {
        if (std::exchange(m_isAnswerDue, false))
            note([](auto &log) { ++log.roundTrips; });
    }

    void sendRepeatedly(std::string_view text, std::size_t repetitions)
    {
        noteAnswer();
        std::string block;
        for (std::size_t i = 0; i < repetitions; ++i) {
            block += text;
            if (block.size() < 65536 && i + 1 < repetitions)
                continue;
            if (!m_channel.send(block))
                return;
            block.clear();
        }
    }

    std::string receiveLine(std::string_view expected)
    {
        const auto line = m_channel.receiveLine();
        if (!line)
            fail("expected C: " + shown(expected) + "  but the client closed");
        m_isAnswerDue = true;
        note([&](auto &log) { log.received += *line; });
        return *line;
    }

    void expectLine(std::string_view expected)
    {
        auto line = receiveLine(expected);
        if (!line.ends_with("\r\n"))
            fail("expected C: " + shown(expected) + "  got a line without CR: " + shown(line));
        line.resize(line.size() - 2);
        if (!script::matches(expected, line, m_tags))
            fail("expected C: " + shown(expected) + "  got C: " + shown(line));
        m_lastLine = line;
    }

    void expectBytes(std::string_view text)
    {
        const auto expected = script::expand(text, m_tags);
        const auto bytes = m_channel.receiveBytes(expected.size());
        if (!bytes)
            fail("expected C-RAW: " + shown(expected) + "  but the client closed");
        m_isAnswerDue = true;
        note([&](auto &log) { log.received += *bytes; });
        if (*bytes != expected)
            fail("expected C-RAW: " + shown(expected) + "  got: " + shown(*bytes));
    }

    void expectMessage()
    {
        std::string message;
        while (true) {
            const auto line = receiveLine("(message)");
            if (line == ".\r\n")
                break;
            message += line;
        }
        note([&](auto &log) { log.messages.push_back(message); });
    }

    void startTls()
    {
        if (!m_channel.startTls())
            fail("the TLS handshake failed");
        note([&](auto &log) {
            log.serverNames.push_back(m_channel.serverName());
            log.resumedSessions += m_channel.isResumed() ? 1 : 0;
        });
    }

    void expectClosed()
    {
        const auto bytes = m_channel.receive();
        if (!bytes)
            return;
        note([&](auto &log) { log.received += *bytes; });
        fail("expected the client to close, got: " + shown(*bytes));
    }

    ScriptedServer &m_server;
    ScriptedServerChannel &m_channel;
    script::Tags m_tags;
    std::string m_lastLine;
    int m_line = 0;
    bool m_isOver = false;
    bool m_isAnswerDue = false; ///< the client has sent something since the last answer
};

ScriptedServer::ScriptedServer(std::string_view script, ScriptedServerOptions options)
    : m_options(std::move(options))
    , m_listener(std::make_unique<Listener>())
{
    // OpenSSL writes without MSG_NOSIGNAL.
    (void)std::signal(SIGPIPE, SIG_IGN);
    m_port = m_listener->listenOn(m_options.address, m_options.port);
    m_thread = std::thread([this, text = std::string(script)] { run(text); });
}

ScriptedServer::~ScriptedServer()
{
    const std::uint64_t ring = 1;
    (void)!::write(m_listener->stop, &ring, sizeof ring);
    m_thread.join();
}

void ScriptedServer::run(const std::string &script)
{
    try {
        ScriptedServerOptions options = m_options;
        for (const auto &steps : script::parse(script)) {
            const int socket = m_listener->accept();
            if (socket < 0)
                break;
            {
                const std::lock_guard lock(m_mutex);
                ++m_log.connections;
            }
            ScriptedServerChannel channel(socket, m_listener->stop, options);
            ScriptedConnection(*this, channel).play(steps);
            options.resetAfter.reset();
        }
    } catch (const std::exception &exception) {
        const std::lock_guard lock(m_mutex);
        m_log.errors.emplace_back(exception.what());
    }
    m_listener->close(); // or one more connection would wait for an answer for ever
    m_finished = true;
}

std::string ScriptedServer::verdict(std::chrono::milliseconds limit) const
{
    const bool inTime = waitUntil([this] { return finished(); }, limit);
    const std::lock_guard lock(m_mutex);
    std::string text;
    for (const auto &error : m_log.errors)
        text += (text.empty() ? "" : "\n") + error;
    if (!inTime)
        text += "the script has come no further than "
                + (m_log.position.empty() ? "the first connection" : m_log.position);
    return text;
}

std::vector<std::string> ScriptedServer::errors() const
{
    const std::lock_guard lock(m_mutex);
    return m_log.errors;
}

std::string ScriptedServer::received() const
{
    const std::lock_guard lock(m_mutex);
    return m_log.received;
}

std::vector<std::string> ScriptedServer::messages() const
{
    const std::lock_guard lock(m_mutex);
    return m_log.messages;
}

std::vector<std::string> ScriptedServer::serverNames() const
{
    const std::lock_guard lock(m_mutex);
    return m_log.serverNames;
}

int ScriptedServer::resumedSessions() const
{
    const std::lock_guard lock(m_mutex);
    return m_log.resumedSessions;
}

int ScriptedServer::roundTrips() const
{
    const std::lock_guard lock(m_mutex);
    return m_log.roundTrips;
}

int ScriptedServer::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_log.connections;
}

} // namespace support
