// SPDX-License-Identifier: GPL-3.0-or-later
#include "Socket.h"
#include "Worker.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <optional>
#include <stdexcept>

namespace load {

namespace {

struct Answer
{
    int status = 0;
    bool isLast = false; ///< the server closes the connection behind it
    std::string body;
};

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char character) {
        return static_cast<char>(std::tolower(character));
    });
    return text;
}

/// RFC 9112 §7.1. What takes longer than some seconds is answered as a stream.
std::string readChunks(Socket &socket)
{
    std::string content;
    while (true) {
        const auto size = std::stoul(socket.readLine(), nullptr, 16);
        content += socket.readBytes(size);
        socket.readLine(); // the end of the chunk, or of the trailer, which we have none of
        if (size == 0)
            return content;
    }
}

Answer readAnswer(Socket &socket)
{
    const auto statusLine = socket.readLine();
    if (!statusLine.starts_with("HTTP/1.1 ") || statusLine.size() < 12)
        throw std::runtime_error("the answer is not HTTP");
    Answer answer;
    answer.status = std::stoi(statusLine.substr(9, 3));
    std::optional<std::size_t> length;
    bool isChunked = false;
    for (auto line = socket.readLine(); !line.empty(); line = socket.readLine()) {
        const auto field = lowerCase(line);
        if (field.starts_with("content-length:"))
            length = std::stoul(field.substr(15));
        else if (field == "transfer-encoding: chunked")
            isChunked = true;
        else if (field == "connection: close")
            answer.isLast = true;
    }
    if (isChunked)
        answer.body = readChunks(socket);
    else if (length)
        answer.body = socket.readBytes(*length);
    else
        throw std::runtime_error("the answer has no Content-Length");
    return answer;
}

/// Not with find(): it makes a call for each character that the text begins with, and JSON is full
/// of quotation marks.
bool contains(const std::string &body, std::string_view text)
{
    return memmem(body.data(), body.size(), text.data(), text.size()) != nullptr;
}

class HttpWorker final : public Worker
{
public:
    HttpWorker(const Plan &plan, std::size_t index, Numbering &numbering)
        : m_plan(plan)
        , m_index(index)
        , m_numbering(numbering)
    {}

    void prepare() override
    {
        if (m_plan.sessions == Plan::Sessions::Warm)
            m_socket.emplace(m_plan.endpoint);
    }

    void request() override
    {
        if (!m_socket)
            m_socket.emplace(m_plan.endpoint);
        const auto number = m_numbering.next();
        const auto body = m_numbering.fill(m_plan.body, number);
        m_socket->write(inTurn(m_plan, m_plan.heads, m_index, number)
                        + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
        Answer answer;
        try {
            answer = readAnswer(*m_socket);
        } catch (...) {
            m_socket.reset();
            throw;
        }
        if (answer.isLast || m_plan.sessions == Plan::Sessions::Cold)
            m_socket.reset();
        if (answer.status != m_plan.status)
            throw std::runtime_error("status " + std::to_string(answer.status) + ": "
                                     + answer.body.substr(0, 300));
        if (!contains(answer.body, m_plan.expected) || contains(answer.body, "\"isError\":true"))
            throw std::runtime_error("the answer is " + answer.body.substr(0, 300));
    }

private:
    const Plan &m_plan;
    std::size_t m_index;
    Numbering &m_numbering;
    std::optional<Socket> m_socket;
};

} // namespace

WorkerFactory httpWorkers(const Plan &plan, Numbering &numbering)
{
    return [&plan, &numbering](std::size_t index) {
        return std::make_unique<HttpWorker>(plan, index, numbering);
    };
}

} // namespace load
