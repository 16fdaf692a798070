// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Refusal.h"

#include "core/Ascii.h"
#include "s3/Bucket.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace s3 {

namespace {

using core::ErrorKind;

constexpr std::size_t longestCode = 64;

/// Codes go into the log, so they are what they are documented to be: one word.
std::string wordOrNothing(std::string text)
{
    const bool isWord = text.size() <= longestCode && std::ranges::all_of(text, [](char c) {
                            return core::isLetter(c) || core::isDigit(c);
                        });
    return isWord ? text : std::string();
}

bool isOneOf(std::string_view code, std::initializer_list<std::string_view> codes)
{
    return std::ranges::find(codes, code) != codes.end();
}

} // namespace

std::string elementText(std::string_view xml, std::string_view name)
{
    QXmlStreamReader reader(QByteArray(xml.data(), static_cast<qsizetype>(xml.size())));
    const QString wanted = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == wanted)
            return reader.readElementText(QXmlStreamReader::SkipChildElements).toStdString();
    }
    return {};
}

std::optional<Refusal> Refusal::from(const transfer::Response &response)
{
    Refusal refusal;
    refusal.status = response.status;
    // Completing a multipart upload answers 200 before it knows how it ends.
    const bool isError = response.body.find("<Error>") != std::string::npos;
    if (response.status / 100 == 2 && !isError)
        return std::nullopt;
    refusal.code = wordOrNothing(elementText(response.body, "Code"));
    refusal.region = response.header("x-amz-bucket-region");
    if (refusal.region.empty())
        refusal.region = elementText(response.body, "Region");
    if (!Bucket::isRegion(refusal.region))
        refusal.region.clear();
    return refusal;
}

bool Refusal::isPassing() const
{
    return status == 429 || status == 500 || status == 502 || status == 503 || status == 504
           || isOneOf(code, {"InternalError", "SlowDown", "ServiceUnavailable", "RequestTimeout",
                             "OperationAborted"});
}

bool Refusal::isWrongRegion() const
{
    return !region.empty()
           && (status / 100 == 3
               || isOneOf(code,
                          {"AuthorizationHeaderMalformed", "IllegalLocationConstraintException",
                           "PermanentRedirect", "TemporaryRedirect"})
               // HEAD has no body that could say more.
               || (status == 400 && code.empty()));
}

core::Error Refusal::error() const
{
    const std::string detail = "HTTP " + std::to_string(status) + (code.empty() ? "" : ", " + code);
    if (isClockSkew())
        return {ErrorKind::Unavailable,
                "The S3 service refuses the time of this server's clock. Set it right.", detail};
    if (isOneOf(code,
                {"InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken",
                 "AuthorizationHeaderMalformed", "AuthorizationQueryParametersError"}))
        return {ErrorKind::Unauthenticated,
                "The S3 service refuses the credentials of this server. Check AWS_ACCESS_KEY_ID, "
                "AWS_SECRET_ACCESS_KEY and AWS_REGION.",
                detail};
    if (code == "NoSuchBucket")
        return {ErrorKind::NotFound,
                "The S3 service has no such bucket. Check AWS_S3_BUCKET and AWS_REGION.", detail};
    if (isPassing())
        return {ErrorKind::Unavailable, "The S3 service cannot do it now. Try again later.",
                detail};
    switch (status) {
    case 401:
        return {ErrorKind::Unauthenticated,
                "The S3 service refuses the credentials of this server.", detail};
    case 403:
        return {ErrorKind::PermissionDenied, "The S3 service does not allow this server to do it.",
                detail};
    case 404:
        return {ErrorKind::NotFound, "The file is not in S3.", detail};
    case 409:
    case 412:
        return {ErrorKind::Conflict, "The file in S3 is not as it was expected to be.", detail};
    case 413:
        return {ErrorKind::TooLarge, "The file is too large for the S3 service.", detail};
    case 405:
    case 501:
        return {ErrorKind::Unsupported, "The S3 service cannot do it.", detail};
    default:
        break;
    }
    if (code == "EntityTooLarge")
        return {ErrorKind::TooLarge, "The file is too large for the S3 service.", detail};
    return {ErrorKind::Protocol, "The S3 service did not do what it was asked.", detail};
}

} // namespace s3
