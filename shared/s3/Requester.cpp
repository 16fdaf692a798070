// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Requester.h"

#include "core/Ascii.h"
#include "core/Async.h"
#include "core/Log.h"

#include <algorithm>
#include <charconv>

namespace s3 {

namespace {

using core::ErrorKind;
using std::chrono::milliseconds;

const core::Log logger("s3");

/// What S3 tolerates.
constexpr std::chrono::minutes toleratedSkew{15};

/// Nothing of it can have been a matter of credentials, names or sizes.
bool isPassing(ErrorKind kind)
{
    return kind == ErrorKind::Unavailable || kind == ErrorKind::DeadlineExceeded
           || kind == ErrorKind::Protocol;
}

void setMethod(transfer::Transfer &transfer, const Call &call)
{
    if (call.method == "GET")
        return transfer.set(CURLOPT_HTTPGET, 1L);
    if (call.method == "HEAD")
        return transfer.set(CURLOPT_NOBODY, 1L);
    if (call.method != "DELETE") {
        // libcurl sends these bytes where they lie.
        transfer.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
        transfer.set(CURLOPT_POSTFIELDS, call.body.empty() ? "" : call.body.data());
    }
    transfer.set(CURLOPT_CUSTOMREQUEST, call.method.c_str());
}

} // namespace

std::optional<std::uint64_t> contentLength(const transfer::Response &response)
{
    const auto text = response.header("content-length");
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return length;
}

Requester::Requester(Bucket bucket, Credentials credentials, const core::Clock &clock,
                     core::Random &random, Options options)
    : m_bucket(std::move(bucket))
    , m_signer(std::move(credentials))
    , m_clock(clock)
    , m_random(random)
    , m_options(std::move(options))
{}

core::Task<core::Result<transfer::Response>>
Requester::send(const Call &call, core::Deadline deadline, core::Cancellation cancellation)
{
    bool mayAdjustClock = true;
    bool mayChangeRegion = true;
    std::size_t failures = 0;
    while (true) {
        const std::string region = m_bucket.region();
        auto response = co_await attempt(call, deadline, cancellation);
        core::Error error(ErrorKind::Internal, {});
        bool isWorthRepeating = false;
        if (response) {
            const auto refusal = Refusal::from(*response);
            if (!refusal)
                co_return response;
            if (mayChangeRegion && refusal->isWrongRegion() && refusal->region != region) {
                mayChangeRegion = false;
                m_bucket = m_bucket.inRegion(refusal->region);
                logger.warn("s3_region_changed",
                            {{"configured", region}, {"actual", refusal->region}});
                continue;
            }
            if (mayAdjustClock && adjustClock(*refusal, *response)) {
                mayAdjustClock = false;
                continue;
            }
            error = refusal->error();
            isWorthRepeating = refusal->isPassing();
        } else {
            error = response.error();
            isWorthRepeating = isPassing(error.kind);
        }
        ++failures;
        if (call.mayRepeat && !call.mayRepeat())
            isWorthRepeating = false;
        if (!isWorthRepeating || failures >= m_options.limits.attempts
            || std::chrono::steady_clock::now() >= deadline)
            co_return error;
        const auto rested = co_await pause(failures, deadline, cancellation);
        if (!rested)
            co_return rested.error().kind == ErrorKind::Cancelled ? rested.error() : error;
    }
}

core::Task<core::Result<transfer::Response>>
Requester::attempt(const Call &call, core::Deadline deadline, core::Cancellation cancellation)
{
    const Request request{.method = call.method,
                          .host = m_bucket.host(),
                          .path = m_bucket.path(call.key),
                          .query = call.query,
                          .headers = call.headers};
    std::vector<std::string> fields;
    for (const auto &[name, value] :
         m_signer.sign(request, call.payloadHash, m_bucket.region(), now()))
        fields.push_back(name + ": " + value);
    // libcurl would wait for a 100 before long bodies, and name a type that we did not sign.
    fields.emplace_back("Expect:");
    if (std::ranges::none_of(call.headers, [](const auto &field) {
            return core::equalsIgnoringCase(field.first, "content-type");
        }))
        fields.emplace_back("Content-Type:");
    std::string url = m_bucket.origin() + request.path;
    if (!request.query.empty())
        url += '?' + encodedQuery(request.query);

    const auto &limits = m_options.limits;
    transfer::Transfer transfer(m_loop, {.body = limits.answer}, "The S3 service");
    transfer.setFields(fields);
    transfer.setAuthorities(m_options.caFile);
    transfer.set(CURLOPT_URL, url.c_str());
    transfer.set(CURLOPT_PROTOCOLS_STR, "https,http"); // http is for this computer: see Bucket
    transfer.set(CURLOPT_USERAGENT, m_options.userAgent.c_str());
    transfer.set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    setMethod(transfer, call);
    auto until = deadline;
    if (call.prepare)
        call.prepare(transfer); // how long a file takes is up to its reader
    else
        until = std::min(deadline, core::deadlineIn(limits.attempt));
    co_return co_await transfer.run(until, cancellation);
}

/// "Full jitter": those who failed together do not come back together.
core::Task<core::Result<core::Done>> Requester::pause(std::size_t failures, core::Deadline deadline,
                                                      core::Cancellation cancellation)
{
    const auto &limits = m_options.limits;
    auto longest = limits.pause;
    for (std::size_t i = 1; i < failures && longest < limits.longestPause; ++i)
        longest *= 2;
    longest = std::min(longest, limits.longestPause);
    std::uint32_t random = 0;
    m_random.fill(reinterpret_cast<char *>(&random), sizeof random);
    const milliseconds pause(random % (longest.count() + 1));
    if (std::chrono::steady_clock::now() + pause >= deadline)
        co_return core::Error(ErrorKind::DeadlineExceeded, "The S3 service took too long.");
    co_return co_await core::sleepFor(pause, cancellation);
}

bool Requester::adjustClock(const Refusal &refusal, const transfer::Response &response)
{
    // HEAD has no body that could say why it was refused.
    const bool saysNothing = refusal.status == 403 && refusal.code.empty();
    const auto date = curl_getdate(response.header("date").c_str(), nullptr);
    if (date == -1 || !(refusal.isClockSkew() || saysNothing))
        return false;
    const auto offset = std::chrono::seconds(date - m_clock.secondsSinceEpoch());
    if (saysNothing && std::chrono::abs(offset - m_clockOffset) < toleratedSkew)
        return false;
    logger.warn("s3_clock_skew", {{"seconds", std::to_string(offset.count())}});
    m_clockOffset = offset;
    return true;
}

} // namespace s3
