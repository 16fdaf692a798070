// SPDX-License-Identifier: GPL-3.0-or-later
// The floor: what a mail server itself allows. The commands of a tool in as few round trips as they
// can be made in, and nothing of the answers is understood but where they end.
#include "Socket.h"
#include "Worker.h"

#include <charconv>
#include <optional>
#include <stdexcept>
#include <utility>

namespace load {

namespace {

/// The size of the literal that a line announces at its end.
std::optional<std::size_t> literalAfter(std::string_view line)
{
    if (!line.ends_with('}'))
        return std::nullopt;
    const auto open = line.rfind('{');
    std::size_t size = 0;
    if (open == std::string_view::npos
        || std::from_chars(line.data() + open + 1, line.data() + line.size() - 1, size).ec
               != std::errc())
        return std::nullopt;
    return size;
}

class ImapWorker final : public Worker
{
public:
    ImapWorker(const Plan &plan, std::size_t index, Numbering &numbering)
        : m_plan(plan)
        , m_index(index)
        , m_numbering(numbering)
    {}

    void prepare() override
    {
        if (m_plan.sessions == Plan::Sessions::Warm)
            logIn(m_index);
    }

    void request() override
    {
        const auto number = m_numbering.next();
        if (m_plan.sessions == Plan::Sessions::Cold)
            logIn(number);
        for (const auto &flight : m_plan.flights)
            send(flight, number);
        if (m_plan.sessions == Plan::Sessions::Cold) {
            send({"LOGOUT"}, number);
            m_socket.reset();
        }
    }

private:
    void logIn(std::uint64_t number)
    {
        const auto &login = inTurn(m_plan, m_plan.logins, m_index, number);
        m_socket.emplace(m_plan.endpoint);
        m_socket->readLine();
        send({"LOGIN \"" + login.user + "\" \"" + login.password + '"'}, 0);
        for (const auto &command : m_plan.prelude)
            send({command}, 0);
    }

    void send(const Flight &flight, std::uint64_t number)
    {
        std::string commands;
        std::string tag;
        for (const auto &command : flight) {
            tag = 'A' + std::to_string(++m_tag);
            commands += tag + ' ' + m_numbering.fill(command, number) + "\r\n";
        }
        m_socket->write(commands);
        readUntil(tag);
    }

    void readUntil(const std::string &tag)
    {
        while (true) {
            auto line = m_socket->readLine();
            if (line.starts_with('A')) {
                if (line.find(" OK") == std::string::npos)
                    throw std::runtime_error("the mail server said " + line);
                if (line.starts_with(tag + ' '))
                    return;
            }
            while (const auto size = literalAfter(line)) {
                m_socket->readBytes(*size);
                line = m_socket->readLine();
            }
        }
    }

    const Plan &m_plan;
    std::size_t m_index;
    Numbering &m_numbering;
    std::optional<Socket> m_socket;
    std::uint64_t m_tag = 0;
};

} // namespace

WorkerFactory imapWorkers(const Plan &plan, Numbering &numbering)
{
    return [&plan, &numbering](std::size_t index) {
        return std::make_unique<ImapWorker>(plan, index, numbering);
    };
}

} // namespace load
