// SPDX-License-Identifier: GPL-3.0-or-later
// An MCP server that speaks on its standard streams: one JSON-RPC message a line.
#include "Worker.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <unordered_map>
#include <utility>

extern char **environ;

namespace load {

namespace {

using nlohmann::json;

constexpr std::chrono::seconds patience{30};

/// The child process. Answers are sorted by their ids, for several threads.
class Child
{
public:
    explicit Child(const Plan &plan)
    {
        std::array<int, 2> input{};
        std::array<int, 2> output{};
        if (pipe(input.data()) != 0 || pipe(output.data()) != 0)
            throw std::runtime_error("no pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
        // What it logs would cost whoever reads it.
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        for (const int end : {input[0], input[1], output[0], output[1]})
            posix_spawn_file_actions_addclose(&actions, end);
        std::vector<std::string> words = plan.command;
        std::vector<char *> arguments;
        for (auto &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        if (posix_spawnp(&m_pid, arguments.front(), &actions, nullptr, arguments.data(), environ)
            != 0)
            throw std::runtime_error("cannot start " + plan.command.front());
        posix_spawn_file_actions_destroy(&actions);
        ::close(input[0]);
        ::close(output[1]);
        m_input = input[1];
        m_output.reset(fdopen(output[0], "r"));
        m_reader = std::thread([this] { read(); });
        for (const auto &message : plan.prelude)
            introduce(json::parse(message));
    }

    ~Child()
    {
        ::close(m_input);
        kill(m_pid, SIGKILL); // some take their time over everything else
        waitpid(m_pid, nullptr, 0);
        m_reader.join();
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    json ask(json message)
    {
        std::unique_lock lock(m_mutex);
        const auto id = ++m_lastId;
        message["id"] = id;
        write(message);
        const auto isOver = [this, id] { return m_isGone || m_answers.contains(id); };
        if (!m_answered.wait_for(lock, patience, isOver))
            throw std::runtime_error("the server does not answer");
        if (!m_answers.contains(id))
            throw std::runtime_error("the server ended");
        return std::move(m_answers.extract(id).mapped());
    }

private:
    void introduce(json message)
    {
        if (message.contains("id")) {
            (void)ask(std::move(message));
            return;
        }
        const std::scoped_lock lock(m_mutex);
        write(message);
    }

    void write(const json &message)
    {
        const auto line = message.dump() + '\n';
        for (std::size_t sent = 0; sent < line.size();) {
            const auto size = ::write(m_input, line.data() + sent, line.size() - sent);
            if (size <= 0)
                throw std::runtime_error("the server does not read");
            sent += static_cast<std::size_t>(size);
        }
    }

    void read()
    {
        char *line = nullptr;
        std::size_t capacity = 0;
        for (auto size = getline(&line, &capacity, m_output.get()); size > 0;
             size = getline(&line, &capacity, m_output.get())) {
            auto answer = json::parse(line, line + size, nullptr, false);
            if (!answer.is_object() || !answer.contains("id") || answer.contains("method"))
                continue;
            const std::scoped_lock lock(m_mutex);
            m_answers.emplace(answer["id"].get<std::uint64_t>(), std::move(answer));
            m_answered.notify_all();
        }
        free(line);
        const std::scoped_lock lock(m_mutex);
        m_isGone = true;
        m_answered.notify_all();
    }

    struct Close
    {
        void operator()(FILE *file) const { fclose(file); }
    };

    pid_t m_pid = -1;
    int m_input = -1;
    std::unique_ptr<FILE, Close> m_output;
    std::thread m_reader;
    std::mutex m_mutex;
    std::condition_variable m_answered;
    std::unordered_map<std::uint64_t, json> m_answers;
    std::uint64_t m_lastId = 0;
    bool m_isGone = false;
};

class StdioWorker final : public Worker
{
public:
    StdioWorker(const Plan &plan, Numbering &numbering, std::shared_ptr<Child> child)
        : m_plan(plan)
        , m_numbering(numbering)
        , m_child(std::move(child))
    {}

    void prepare() override {}

    void request() override
    {
        const auto answer =
            m_child->ask(json::parse(m_numbering.fill(m_plan.body, m_numbering.next())));
        const auto result = answer.value("result", json());
        const auto text = answer.dump();
        if (!result.is_object() || result.value("isError", false)
            || text.find(m_plan.expected) == std::string::npos)
            throw std::runtime_error("the answer is " + text.substr(0, 300));
    }

private:
    const Plan &m_plan;
    Numbering &m_numbering;
    std::shared_ptr<Child> m_child;
};

} // namespace

WorkerFactory stdioWorkers(const Plan &plan, Numbering &numbering)
{
    std::signal(SIGPIPE, SIG_IGN);
    const auto child = std::make_shared<Child>(plan);
    return [&plan, &numbering, child](std::size_t) {
        return std::make_unique<StdioWorker>(plan, numbering, child);
    };
}

} // namespace load
