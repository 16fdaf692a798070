// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Relay.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace support {

/// What processes leave for each other; as good as the real one within a test.
class MemoryRelay
{
public:
    mcp::Relay relay() const
    {
        mcp::Relay relay;
        relay.leave = [messages = m_messages](const std::string &name, const std::string &text) {
            return leave(messages, name, text);
        };
        relay.take = [messages = m_messages](const std::string &name) {
            return take(messages, name);
        };
        return relay;
    }
    std::map<std::string, std::string> &messages() const { return *m_messages; }

private:
    using Messages = std::map<std::string, std::string>;

    static core::Task<core::Result<core::Done>> leave(std::shared_ptr<Messages> messages,
                                                      std::string name, std::string text)
    {
        messages->insert_or_assign(std::move(name), std::move(text));
        co_return core::Done{};
    }
    static core::Task<core::Result<std::string>> take(std::shared_ptr<Messages> messages,
                                                      std::string name)
    {
        const auto node = messages->extract(name);
        co_return node ? node.mapped() : std::string();
    }

    std::shared_ptr<Messages> m_messages = std::make_shared<Messages>();
};

} // namespace support
