// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct redisReader; // NOLINT(readability-identifier-naming): its name in hiredis

namespace state {

/// What a Redis server answers (RESP2), as a plain value.
struct RedisReply
{
    enum class Type {
        Text, ///< also for status replies such as OK
        Number,
        List,
        Nothing, ///< there is no such key or field
        Failure, ///< the command was refused; the text says why and begins with a code word
    };

    Type type = Type::Nothing;
    std::string text = {};
    std::int64_t number = 0;
    std::vector<RedisReply> elements = {};

    bool isText() const { return type == Type::Text; }
    bool isNumber() const { return type == Type::Number; }
    /// The number that a text is; 0 for any other text.
    std::int64_t asNumber() const;
    /// A failure with this code word, such as NOSCRIPT.
    bool isFailure(std::string_view code) const;
};

/// A command and its arguments; any bytes.
using RedisCommand = std::vector<std::string>;

/// The bytes of a command for the wire.
std::string encode(const RedisCommand &command);

/// Cuts what a server sends into replies.
class RedisReplyReader
{
public:
    RedisReplyReader();

    void feed(std::string_view bytes);
    /// The next reply that is there as a whole; nothing: more bytes are needed. Protocol: what was
    /// fed is no RESP2; the reader is of no use any more.
    core::Result<std::optional<RedisReply>> next();

private:
    struct Deleter
    {
        void operator()(redisReader *reader) const;
    };

    std::unique_ptr<redisReader, Deleter> m_reader;
};

} // namespace state
