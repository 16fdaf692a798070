// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Links.h"

#include "core/PercentEncoding.h"
#include "core/Secret.h"

#include <charconv>
#include <ctime>
#include <map>
#include <optional>

namespace s3 {

namespace {

using core::ErrorKind;
using Query = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view dispositionName = "response-content-disposition";
constexpr std::string_view typeName = "response-content-type";

core::Error foreign()
{
    return {ErrorKind::InvalidArgument, "This is not a link that this server has made."};
}

/// Nothing if a pair cannot be decoded.
std::optional<Query> parseQuery(std::string_view text)
{
    Query query;
    while (!text.empty()) {
        const auto pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(pair.size() + 1, text.size()));
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = core::percentDecoded(pair.substr(0, equals));
        auto value = core::percentDecoded(pair.substr(std::min(equals + 1, pair.size())));
        if (!name || !value)
            return std::nullopt;
        query.insert_or_assign(std::move(*name), std::move(*value));
    }
    return query;
}

std::string valueOf(const Query &query, std::string_view name)
{
    const auto found = query.find(name);
    return found == query.end() ? std::string() : found->second;
}

/// Of 20130524T000000Z. Other texts give other times: they do not survive being written again.
std::chrono::system_clock::time_point momentOf(const std::string &timestamp)
{
    std::tm parts{};
    strptime(timestamp.c_str(), "%Y%m%dT%H%M%SZ", &parts);
    return std::chrono::system_clock::from_time_t(timegm(&parts));
}

std::chrono::seconds secondsOf(const std::string &text)
{
    std::int64_t seconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    return std::chrono::seconds(seconds);
}

} // namespace

Links::Links(const Bucket &bucket, const Signer &signer)
    : m_bucket(bucket)
    , m_signer(signer)
{}

core::Result<std::string> Links::make(std::string_view key, const LinkAnswer &answer,
                                      std::chrono::system_clock::time_point moment,
                                      std::chrono::seconds lifetime) const
{
    if (!Bucket::isKey(key))
        return Bucket::invalidKey();
    Request request{.method = "GET",
                    .host = m_bucket.host(),
                    .path = m_bucket.path(key),
                    .query = {},
                    .headers = {}};
    if (!answer.contentDisposition.empty())
        request.query.emplace_back(dispositionName, answer.contentDisposition);
    if (!answer.contentType.empty())
        request.query.emplace_back(typeName, answer.contentType);
    const auto query = m_signer.presign(request, m_bucket.region(), moment, lifetime);
    if (!query)
        return query.error();
    return m_bucket.origin() + request.path + '?' + *query;
}

core::Result<LinkedObject> Links::open(std::string_view url,
                                       std::chrono::system_clock::time_point now) const
{
    const auto prefix = m_bucket.origin() + m_bucket.path({});
    const auto question = url.find('?');
    if (!url.starts_with(prefix) || question == std::string_view::npos || question < prefix.size())
        return foreign();
    const auto key = core::percentDecoded(url.substr(prefix.size(), question - prefix.size()));
    const auto query = parseQuery(url.substr(question + 1));
    if (!key || !query)
        return foreign();
    LinkedObject object{.key = *key,
                        .answer = {.contentDisposition = valueOf(*query, dispositionName),
                                   .contentType = valueOf(*query, typeName)}};
    const auto moment = momentOf(valueOf(*query, "X-Amz-Date"));
    const auto lifetime = secondsOf(valueOf(*query, "X-Amz-Expires"));
    // Made again from what it says, a link of ours is the same text.
    const auto same = make(object.key, object.answer, moment, lifetime);
    if (!same || !core::equalsInConstantTime(*same, url))
        return foreign();
    if (now >= moment + lifetime)
        return core::Error(ErrorKind::InvalidArgument, "The link has expired. Ask for a new one.");
    return object;
}

} // namespace s3
