// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Client.h"

#include "core/Log.h"
#include "crypto/Hash.h"
#include "s3/Download.h"
#include "s3/PartReader.h"

#include <QString>

#include <algorithm>

namespace s3 {

namespace {

using core::ErrorKind;

const core::Log logger("s3");

/// It becomes a header field, and may come from the header of a mail.
bool isContentType(std::string_view text)
{
    constexpr std::size_t longest = 256;
    return !text.empty() && text.size() <= longest
           && std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; });
}

const std::string &hashOfNothing()
{
    static const std::string hash = crypto::hexadecimal(crypto::sha256({}));
    return hash;
}

Call callOf(std::string method, std::string key, NamedValues query = {})
{
    Call call;
    call.method = std::move(method);
    call.key = std::move(key);
    call.query = std::move(query);
    call.payloadHash = hashOfNothing();
    return call;
}

core::Task<void> takeBack(Requester &requester, std::string key, std::string id,
                          core::Cancellation cancellation)
{
    const Call call = callOf("DELETE", std::move(key), {{"uploadId", std::move(id)}});
    const auto response =
        co_await requester.send(call, core::deadlineIn(requester.limits().abort), cancellation);
    if (!response)
        logger.warn("s3_upload_not_taken_back", {{"reason", nameOf(response.error().kind)},
                                                 {"detail", response.error().detail}});
}

} // namespace

/// A file on its way in parts.
struct Client::Upload
{
    std::string key;
    std::string contentType;
    PartReader reader;
    core::Deadline deadline;
    core::Cancellation cancellation;
    std::string id = {};
};

Client::Client(Bucket bucket, Credentials credentials, const core::Clock &clock,
               core::Random &random, Requester::Options options)
    : m_requester(std::move(bucket), std::move(credentials), clock, random, std::move(options))
    , m_uploads(m_requester.limits().uploads, m_requester.limits().waiting)
    , m_downloads(m_requester.limits().downloads, m_requester.limits().waiting)
{}

Client::~Client()
{
    m_stop.cancel();
}

core::Task<core::Result<Client::Turn>> Client::turn(core::Deadline deadline,
                                                    core::Cancellation cancellation)
{
    return m_uploads.take(deadline, std::move(cancellation));
}

core::Task<core::Result<core::Done>> Client::put(Turn /*turn*/, std::string key,
                                                 core::ByteSource &source, std::string contentType,
                                                 core::Deadline deadline,
                                                 core::Cancellation cancellation)
{
    if (!Bucket::isKey(key))
        co_return Bucket::invalidKey();
    if (!isContentType(contentType))
        co_return core::Error(ErrorKind::InvalidArgument,
                              "The type of the file is not one that S3 can keep.");
    Upload upload{.key = std::move(key),
                  .contentType = std::move(contentType),
                  .reader = PartReader(source, m_requester.limits().part),
                  .deadline = deadline,
                  .cancellation = cancellation};
    const auto first = co_await upload.reader.next();
    if (!first)
        co_return first.error();
    if (!upload.reader.isLast())
        co_return co_await putInParts(upload);
    Call call = callOf("PUT", upload.key);
    call.headers = {{"content-type", upload.contentType}};
    call.body = upload.reader.bytes();
    call.payloadHash = upload.reader.hash();
    const auto response = co_await m_requester.send(call, deadline, cancellation);
    if (!response)
        co_return response.error();
    co_return core::Done{};
}

core::Task<core::Result<core::Done>> Client::putInParts(Upload &upload)
{
    Call call = callOf("POST", upload.key, {{"uploads", ""}});
    call.headers = {{"content-type", upload.contentType}};
    const auto response = co_await m_requester.send(call, upload.deadline, upload.cancellation);
    if (!response)
        co_return response.error();
    upload.id = elementText(response->body, "UploadId");
    if (upload.id.empty())
        co_return core::Error(ErrorKind::Protocol, "The S3 service did not begin the upload.",
                              "no UploadId");
    auto outcome = co_await sendParts(upload);
    // Parts that nobody completes cost storage until somebody finds them.
    if (!outcome)
        core::start(takeBack(m_requester, upload.key, upload.id, m_stop.token()));
    co_return outcome;
}

core::Task<core::Result<core::Done>> Client::sendParts(Upload &upload)
{
    std::string list =
        R"(<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">)";
    for (std::size_t number = 1;; ++number) {
        if (number > m_requester.limits().parts)
            co_return core::Error(ErrorKind::TooLarge, "The file is too large for S3.");
        const auto tag = co_await sendPart(upload, number);
        if (!tag)
            co_return tag.error();
        list += "<Part><PartNumber>" + std::to_string(number) + "</PartNumber><ETag>"
                + QString::fromStdString(*tag).toHtmlEscaped().toStdString() + "</ETag></Part>";
        if (upload.reader.isLast())
            break;
        const auto next = co_await upload.reader.next();
        if (!next)
            co_return next.error();
    }
    list += "</CompleteMultipartUpload>";
    Call call = callOf("POST", upload.key, {{"uploadId", upload.id}});
    call.headers = {{"content-type", "application/xml"}};
    call.body = list;
    call.payloadHash = crypto::hexadecimal(crypto::sha256(list));
    const auto response = co_await m_requester.send(call, upload.deadline, upload.cancellation);
    if (!response)
        co_return response.error();
    co_return core::Done{};
}

core::Task<core::Result<std::string>> Client::sendPart(Upload &upload, std::size_t number)
{
    Call call = callOf("PUT", upload.key,
                       {{"partNumber", std::to_string(number)}, {"uploadId", upload.id}});
    call.body = upload.reader.bytes();
    call.payloadHash = upload.reader.hash();
    const auto response = co_await m_requester.send(call, upload.deadline, upload.cancellation);
    if (!response)
        co_return response.error();
    const auto tag = response->header("etag");
    if (tag.empty())
        co_return core::Error(ErrorKind::Protocol, "The S3 service did not confirm a part.",
                              "no ETag");
    co_return tag;
}

core::Task<core::Result<ObjectHead>> Client::head(std::string key, core::Deadline deadline,
                                                  core::Cancellation cancellation)
{
    if (!Bucket::isKey(key))
        co_return Bucket::invalidKey();
    const Call call = callOf("HEAD", std::move(key));
    const auto response = co_await m_requester.send(call, deadline, cancellation);
    if (!response)
        co_return response.error();
    const auto size = contentLength(*response);
    if (!size)
        co_return core::Error(ErrorKind::Protocol,
                              "The S3 service did not say how large the file is.");
    ObjectHead head{.size = *size, .contentType = response->header("content-type")};
    co_return head;
}

core::Task<core::Result<std::unique_ptr<core::ByteSource>>>
Client::get(std::string key, core::Deadline deadline, core::Cancellation cancellation)
{
    if (!Bucket::isKey(key))
        co_return Bucket::invalidKey();
    auto slot = co_await m_downloads.take(deadline, cancellation);
    if (!slot)
        co_return slot.error();
    co_return co_await Download::start(m_requester, std::move(key), std::move(*slot), deadline,
                                       cancellation);
}

core::Task<core::Result<core::Done>> Client::remove(std::string key, core::Deadline deadline,
                                                    core::Cancellation cancellation)
{
    if (!Bucket::isKey(key))
        co_return Bucket::invalidKey();
    const Call call = callOf("DELETE", std::move(key));
    const auto response = co_await m_requester.send(call, deadline, cancellation);
    if (!response && response.error().kind != ErrorKind::NotFound)
        co_return response.error();
    co_return core::Done{};
}

core::Result<std::string> Client::link(std::string_view key, std::chrono::seconds lifetime,
                                       const LinkAnswer &answer) const
{
    return presignedLink(m_requester.bucket(), m_requester.signer(), key, answer, m_requester.now(),
                         lifetime);
}

} // namespace s3
