// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisProtocol.h"

#include <hiredis/hiredis.h>

#include <charconv>
#include <new>
#include <span>

namespace state {

namespace {

struct ReplyDeleter
{
    void operator()(redisReply *reply) const { freeReplyObject(reply); }
};

RedisReply valueOf(const redisReply &reply)
{
    using Type = RedisReply::Type;
    switch (reply.type) {
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
        return {.type = Type::Text, .text = std::string(reply.str, reply.len)};
    case REDIS_REPLY_ERROR:
        return {.type = Type::Failure, .text = std::string(reply.str, reply.len)};
    case REDIS_REPLY_INTEGER:
        return {.type = Type::Number, .number = reply.integer};
    case REDIS_REPLY_ARRAY: {
        RedisReply list{.type = Type::List};
        list.elements.reserve(reply.elements);
        for (const redisReply *element : std::span(reply.element, reply.elements))
            list.elements.push_back(valueOf(*element));
        return list;
    }
    default: // RESP2 has only REDIS_REPLY_NIL besides
        return {};
    }
}

} // namespace

std::int64_t RedisReply::asNumber() const
{
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool RedisReply::isFailure(std::string_view code) const
{
    // Redis 6 puts the code of what failed inside a script behind words of its own.
    return type == Type::Failure && text.find(code) != std::string::npos;
}

std::string encode(const RedisCommand &command)
{
    std::vector<const char *> arguments;
    std::vector<std::size_t> sizes;
    for (const std::string &argument : command) {
        arguments.push_back(argument.data());
        sizes.push_back(argument.size());
    }
    char *bytes = nullptr;
    const auto size = redisFormatCommandArgv(&bytes, static_cast<int>(command.size()),
                                             arguments.data(), sizes.data());
    if (size < 0)
        throw std::bad_alloc();
    std::string encoded(bytes, static_cast<std::size_t>(size));
    redisFreeCommand(bytes);
    return encoded;
}

RedisReplyReader::RedisReplyReader()
    : m_reader(redisReaderCreate())
{
    if (!m_reader)
        throw std::bad_alloc();
}

void RedisReplyReader::Deleter::operator()(redisReader *reader) const
{
    redisReaderFree(reader);
}

void RedisReplyReader::feed(std::string_view bytes)
{
    redisReaderFeed(m_reader.get(), bytes.data(), bytes.size());
}

core::Result<std::optional<RedisReply>> RedisReplyReader::next()
{
    void *complete = nullptr;
    if (redisReaderGetReply(m_reader.get(), &complete) != REDIS_OK)
        return core::Error(core::ErrorKind::Protocol, "the state store is no Redis server",
                           m_reader->errstr);
    if (!complete)
        return std::optional<RedisReply>();
    const std::unique_ptr<redisReply, ReplyDeleter> reply(static_cast<redisReply *>(complete));
    return std::optional(valueOf(*reply));
}

} // namespace state
