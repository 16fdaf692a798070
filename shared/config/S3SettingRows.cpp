// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of S3.
#include "config/SettingRows.h"

#include <algorithm>
#include <array>

namespace config {

namespace {

/// Goes into header fields as it is.
std::string readAccessKeyId(std::string_view value, Settings &settings)
{
    settings.s3.accessKeyId = value;
    const bool isPrintable =
        std::ranges::all_of(value, [](char c) { return c > 0x20 && c < 0x7f && c != '/'; });
    return isPrintable ? "" : "holds a character that no access key has.";
}

template <auto Member>
std::string readSecret(std::string_view value, Settings &settings)
{
    settings.s3.*Member = core::Secret::copyOf(value);
    const bool isPrintable =
        std::ranges::all_of(value, [](char c) { return c > 0x20 && c < 0x7f; });
    return isPrintable ? "" : "holds a character that no key has.";
}

std::string readRegion(std::string_view value, Settings &settings)
{
    settings.s3.region = value;
    if (!value.empty() && !s3::Bucket::isRegion(value))
        return "must be a region like eu-central-1.";
    return {};
}

std::string readBucket(std::string_view value, Settings &settings)
{
    settings.s3.bucket = value;
    if (!value.empty() && !s3::Bucket::isName(value))
        return "must be the name of a bucket: 3 to 63 of a-z, 0-9, dot and hyphen.";
    return {};
}

std::string readEndpoint(std::string_view value, Settings &settings)
{
    settings.s3.endpoint = value;
    if (!value.empty() && !s3::Bucket::isEndpoint(value))
        return "must be https://host or https://host:port, without a path; http only for this "
               "computer (127.0.0.1, [::1], localhost).";
    return {};
}

std::string readAddressingStyle(std::string_view value, Settings &settings)
{
    using s3::AddressingStyle;
    constexpr std::array<std::pair<std::string_view, AddressingStyle>, 3> styles = {{
        {"auto", AddressingStyle::Automatic},
        {"path", AddressingStyle::Path},
        {"virtual", AddressingStyle::Virtual},
    }};
    for (const auto &[name, style] : styles) {
        if (name == value) {
            settings.s3.addressingStyle = style;
            return {};
        }
    }
    return "must be auto, path or virtual.";
}

std::string readCaFile(std::string_view value, Settings &settings)
{
    settings.s3.caFile = value;
    return {};
}

constexpr SettingRow secret(SettingRow setting)
{
    setting.kind = SettingRow::Kind::Secret;
    return setting;
}

constexpr std::array rows = {
    row("AWS_S3_BUCKET", {},
        "Bucket of S3 that attachments are fetched from: one is uploaded when somebody follows its "
        "link, and what is uploaded to be sent waits there. Give the bucket a lifecycle rule that "
        "deletes what is older than a week. Unset: nothing of received mail is stored.",
        readBucket),
    row("AWS_REGION", {}, "Region of AWS_S3_BUCKET, e.g. eu-central-1.", readRegion),
    row("AWS_ACCESS_KEY_ID", {},
        "Access key for AWS_S3_BUCKET. It must be allowed to put, get and delete objects "
        "and to abort multipart uploads.",
        readAccessKeyId),
    secret(row("AWS_SECRET_ACCESS_KEY", {}, "Secret of AWS_ACCESS_KEY_ID.",
               readSecret<&S3Settings::secretAccessKey>)),
    secret(row("AWS_SESSION_TOKEN", {}, "Session token of temporary credentials.",
               readSecret<&S3Settings::sessionToken>)),
    row("AWS_ENDPOINT_URL_S3", {},
        "URL of another service that speaks S3, e.g. https://s3.example.com.", readEndpoint),
    row("AWS_S3_ADDRESSING_STYLE", "auto",
        "Where the bucket stands in URLs: path, virtual (before the host), or auto: virtual with "
        "AWS, path with AWS_ENDPOINT_URL_S3.",
        readAddressingStyle),
    row("AWS_CA_BUNDLE", {},
        "File with the only certificate authorities (PEM) that the S3 service may have its "
        "certificate from. Default: those of the system.",
        readCaFile),
    row("AWS_S3_LINK_TTL", "3600",
        "Seconds that whoever has followed the link to an attachment can go on with its download "
        "from S3, also when it was interrupted; at most 7 days.",
        secondsIn<&Settings::s3, &S3Settings::linkLifetime, 60, 604800>),
    row("AWS_S3_UPLOAD_TIMEOUT", "60",
        "Seconds that one attachment may take from the mail server to S3; after that it is "
        "streamed from the mail server.",
        secondsIn<&Settings::s3, &S3Settings::uploadTime, 1, 3600>),
};

} // namespace

std::span<const SettingRow> s3SettingRows()
{
    return rows;
}

} // namespace config
