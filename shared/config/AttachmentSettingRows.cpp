// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of attachments.
#include "config/SettingRows.h"

#include <array>

namespace config {

namespace {

constexpr std::size_t megabyte = 1024UL * 1024;

template <auto Member, std::size_t Minimum, std::size_t Maximum>
constexpr auto count = countIn<&Settings::attachments, Member, Minimum, Maximum>;
template <auto Member, std::int64_t Minimum, std::int64_t Maximum>
constexpr auto seconds = secondsIn<&Settings::attachments, Member, Minimum, Maximum>;

std::string readUploadDirectory(std::string_view value, Settings &settings)
{
    settings.attachments.uploadDirectory = value;
    if (!value.empty() && !value.starts_with('/'))
        return "must be an absolute path.";
    return {};
}

std::string readExtractor(std::string_view value, Settings &settings)
{
    settings.attachments.extractor = value;
    if (!value.empty() && !value.starts_with('/'))
        return "must be an absolute path.";
    return {};
}

using Attachments = AttachmentSettings;

constexpr std::array rows = {
    row("ATTACHMENT_LINK_TTL", "3600",
        "Seconds that a link to an attachment is good for, and an uploaded file is kept. Whoever "
        "has a link can use it, so keep it short; at most 7 days.",
        seconds<&Attachments::linkLifetime, 60, 604800>),
    row("MAX_DOWNLOADS", "200", "Attachments that are downloaded at one time.",
        count<&Attachments::downloads, 1, 100000>),
    row("MAX_DOWNLOADS_PER_MAILBOX", "50", "Of these, those of one mailbox.",
        count<&Attachments::downloadsPerMailbox, 1, 100000>),
    row("DOWNLOAD_TIMEOUT", "3600", "Seconds that one download may take.",
        seconds<&Attachments::downloadTime, 1, 86400>),
    row("UPLOAD_DIRECTORY", "",
        "Where uploaded files wait, encrypted, until their link expires: a directory of this "
        "server alone. Default: uploads in the state directory; where STATE_URL is a Redis server "
        "none, since other servers would not find them, and files are only taken with "
        "AWS_S3_BUCKET.",
        readUploadDirectory),
    row("MAX_UPLOAD_SIZE", "26214400", "Bytes of one uploaded file.",
        count<&Attachments::uploadSize, 1024, 4096 * megabyte>),
    row("MAX_UPLOADED_PER_MAILBOX", "104857600", "Bytes of all uploaded files of one mailbox.",
        count<&Attachments::uploadedPerMailbox, 1024, 1024 * 1024 * megabyte>),
    row("MAX_UPLOADED", "1073741824", "Bytes of all uploaded files.",
        count<&Attachments::uploaded, 1024, 1024 * 1024 * megabyte>),
    row("MAX_UPLOADS", "50", "Files that are uploaded at one time; each takes about a megabyte.",
        count<&Attachments::uploads, 1, 100000>),
    row("EXTRACTOR", "",
        "The program that reads the text of attachments, mail_mcp_extract. Default: the one beside "
        "mail_mcp, or in ../libexec/mail-mcp.",
        readExtractor),
    row("MAX_READ_ATTACHMENT_SIZE", "26214400", "Bytes of an attachment whose text is read.",
        count<&Attachments::readSize, 1024, 64 * megabyte>),
    row("MAX_PICTURE_SIZE", "1048576",
        "Bytes of an attached picture that is shown to the model; 0 shows none.",
        count<&Attachments::pictureSize, 0, 8 * megabyte>),
    row("MAX_READINGS", "4",
        "Attachments that are read at one time. Each may need 384 MiB of memory for 10 seconds.",
        count<&Attachments::readings, 1, 1000>),
    row("MAX_READINGS_PER_MAILBOX", "2", "Of these, those of one mailbox.",
        count<&Attachments::readingsPerMailbox, 1, 1000>),
    row("READING_TIMEOUT", "30", "Seconds that reading one attachment may take.",
        seconds<&Attachments::readingTime, 1, 600>),
};

} // namespace

std::span<const SettingRow> attachmentSettingRows()
{
    return rows;
}

} // namespace config
