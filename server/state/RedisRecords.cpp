// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisRecords.h"

#include "core/Base64.h"

#include <sstream>

namespace state {

namespace {

// One record is one value, so that it is read, compared and written in one piece: numbers and
// base64url texts between blanks.
constexpr char blank = ' ';

/// The last text of a line, which may be empty.
std::optional<std::string> readText(std::istringstream &line)
{
    std::string encoded;
    std::getline(line >> std::ws, encoded, blank);
    return core::decodeBase64Url(encoded);
}

} // namespace

std::string RedisFamily::text() const
{
    std::ostringstream line;
    line << record.generation << blank << record.graceUses << blank << record.rotatedAt << blank
         << record.expiresAt << blank << record.revokedAt << blank << core::encodeBase64Url(client);
    return line.str();
}

std::optional<RedisFamily> RedisFamily::parse(const std::string &text)
{
    std::istringstream line(text);
    RedisFamily family;
    line >> family.record.generation >> family.record.graceUses >> family.record.rotatedAt
        >> family.record.expiresAt >> family.record.revokedAt;
    if (!line)
        return std::nullopt;
    const auto client = readText(line);
    if (!client)
        return std::nullopt;
    family.client = *client;
    return family;
}

std::string textOf(const SendRecord &record)
{
    std::ostringstream line;
    line << static_cast<int>(record.state) << blank << record.isUncertain << blank << record.attempt
         << blank << record.begunAt << blank << record.until << blank
         << core::encodeBase64Url(record.content) << blank << core::encodeBase64Url(record.result);
    return line.str();
}

std::optional<SendRecord> parseSendRecord(const std::string &text)
{
    std::istringstream line(text);
    SendRecord record;
    int state = 0;
    line >> state >> record.isUncertain >> record.attempt >> record.begunAt >> record.until;
    if (!line || state < 0 || state > static_cast<int>(SendState::Filed))
        return std::nullopt;
    record.state = static_cast<SendState>(state);
    const auto content = readText(line);
    const auto result = readText(line);
    if (!content || !result)
        return std::nullopt;
    record.content = *content;
    record.result = *result;
    return record;
}

} // namespace state
