// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/ContentType.h"

#include "core/Ascii.h"
#include "core/Async.h"
#include "core/Log.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <magic.h>

namespace attachments {

namespace {

const core::Log logger("attachments");

constexpr auto programs = std::to_array<std::string_view>({
    "application/x-executable",
    "application/x-pie-executable",
    "application/x-sharedlib",
    "application/x-object",
    "application/x-elf",
    "application/x-mach-binary",
    "application/x-dosexec",
    "application/x-ms-dos-executable",
    "application/vnd.microsoft.portable-executable",
    "application/x-ms-shortcut",
    "application/x-java-applet",
});

constexpr auto scripts = std::to_array<std::string_view>({
    "text/html",
    "application/xhtml+xml",
    "text/javascript",
    "application/javascript",
    "text/x-shellscript",
    "text/x-msdos-batch",
    "text/x-php",
    "text/x-perl",
    "text/x-python",
    "text/x-script.python",
    "text/x-ruby",
    "text/x-tcl",
    "text/x-lua",
    "text/x-awk",
});

constexpr auto archives = std::to_array<std::string_view>({
    "application/zip",
    "application/java-archive",
    "application/x-rar",
    "application/vnd.rar",
    "application/x-7z-compressed",
    "application/vnd.ms-cab-compressed",
    "application/x-iso9660-image",
});

/// What people open without a second thought.
enum class Kind { Other, Picture, Recording, Pdf };

Kind kindOf(std::string_view type)
{
    if (type.starts_with("image/"))
        return Kind::Picture;
    if (type.starts_with("audio/") || type.starts_with("video/"))
        return Kind::Recording;
    return type == "application/pdf" ? Kind::Pdf : Kind::Other;
}

/// ISO base media files (ISO/IEC 14496-12): pictures such as HEIF are told from films by a brand
/// that libmagic may not know.
bool isBaseMedia(std::string_view type)
{
    return type == "video/mp4" || type == "video/quicktime";
}

/// Types that are made of one of the archives above, or of text, need no mention: they are no
/// programs.
bool isDocument(std::string_view type)
{
    return type.starts_with("text/") || type == "application/rtf" || type == "application/json"
           || type == "application/xml" || type == "application/msword"
           || type.starts_with("application/vnd.ms-")
           || type.starts_with("application/vnd.openxmlformats-officedocument.")
           || type.starts_with("application/vnd.oasis.opendocument.");
}

using Cookie = std::unique_ptr<magic_set, decltype(&magic_close)>;

/// nullptr if the data base cannot be read.
Cookie openMagic()
{
    constexpr int flags = MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_ELF
                          | MAGIC_NO_CHECK_CDF | MAGIC_NO_CHECK_JSON | MAGIC_NO_CHECK_CSV;
    Cookie cookie(magic_open(flags), &magic_close);
    if (cookie == nullptr || magic_load(cookie.get(), nullptr) != 0)
        return {nullptr, &magic_close};
    struct Parameter
    {
        int name;
        std::size_t value;
    };
    static constexpr std::array parameters = {
        Parameter{.name = MAGIC_PARAM_BYTES_MAX, .value = sniffedBytes},
        Parameter{.name = MAGIC_PARAM_REGEX_MAX, .value = 4096},
        Parameter{.name = MAGIC_PARAM_INDIR_MAX, .value = 15},
    };
    for (const auto &parameter : parameters)
        (void)magic_setparam(cookie.get(), parameter.name, &parameter.value);
    return cookie;
}

bool isType(std::string_view text)
{
    const auto slash = text.find('/');
    return slash != std::string_view::npos && slash > 0 && slash + 1 < text.size()
           && text.size() <= 127 && std::ranges::all_of(text, [](char c) {
                  return core::isLetter(c) || core::isDigit(c)
                         || std::string_view("/.+-_").find(c) != std::string_view::npos;
              });
}

} // namespace

std::string sniffContentType(std::string_view beginning)
{
    const auto cookie = openMagic();
    if (!cookie) {
        logger.warn("types_are_not_known", {{"reason", "libmagic has no data base"}});
        return std::string(anyBytes);
    }
    beginning = beginning.substr(0, sniffedBytes);
    const char *const found = magic_buffer(cookie.get(), beginning.data(), beginning.size());
    if (found == nullptr || !isType(found) || std::string_view(found).ends_with("/x-empty"))
        return std::string(anyBytes);
    // libmagic 5.46 looks at the end of a ZIP archive, and does not know one by its beginning.
    if (found == anyBytes && beginning.starts_with("PK\x03\x04"))
        return "application/zip";
    return found;
}

core::Task<std::string> sniff(std::string beginning)
{
    auto work = [bytes = std::move(beginning)] { return sniffContentType(bytes); };
    co_return co_await core::runOn(*QThreadPool::globalInstance(), std::move(work));
}

bool contradicts(std::string_view declared, std::string_view found)
{
    const auto type = core::toLower(declared.substr(0, declared.find(';')));
    const auto is = [found](const auto &types) {
        return std::ranges::find(types, found) != types.end();
    };
    const auto wanted = kindOf(type);
    if (wanted == Kind::Other)
        return isDocument(type) && is(programs);
    if (is(programs) || is(scripts) || is(archives))
        return true;
    const auto got = kindOf(found);
    if (wanted == Kind::Picture && isBaseMedia(found))
        return false;
    return got != Kind::Other && got != wanted;
}

bool isDeclared(std::string_view type)
{
    return !type.empty() && !core::equalsIgnoringCase(type, anyBytes);
}

std::string effectiveType(std::string_view declared, std::string_view found)
{
    return std::string(isDeclared(declared) ? declared : found);
}

} // namespace attachments
