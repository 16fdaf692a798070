// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/SettingReaders.h"
#include "config/Settings.h"

#include <span>
#include <string>
#include <string_view>

namespace config {

/// One setting: everything that is said about it is said here.
struct SettingRow
{
    enum class Kind {
        Plain,
        Secret, ///< never shown
        Url,    ///< shown without its password
    };

    std::string_view name;
    std::string_view alias;        ///< a second name for it, or empty
    std::string_view defaultValue; ///< as text; empty: none
    std::string_view help;         ///< one or two sentences
    Kind kind = Kind::Plain;
    /// Puts the value into the settings; returns what is wrong with it, as the end of a sentence
    /// that begins with the name, or nothing.
    std::string (*read)(std::string_view value, Settings &settings) = nullptr;
};

/// A setting with one name whose value may be shown.
constexpr SettingRow row(std::string_view name, std::string_view defaultValue,
                         std::string_view help, decltype(SettingRow::read) read)
{
    return {.name = name, .alias = {}, .defaultValue = defaultValue, .help = help, .read = read};
}

/// SettingRow::read for a number of things or bytes in one `Part` of the settings.
template <auto Part, auto Member, std::size_t Minimum, std::size_t Maximum>
constexpr auto countIn = +[](std::string_view value, Settings &settings) {
    return readCount<Member, Minimum, Maximum>(value, settings.*Part);
};

/// The same for a number of seconds.
template <auto Part, auto Member, std::int64_t Minimum, std::int64_t Maximum>
constexpr auto secondsIn = +[](std::string_view value, Settings &settings) {
    return readSeconds<Member, Minimum, Maximum>(value, settings.*Part);
};

/// All settings, in the order in which they are printed.
std::span<const SettingRow> settingRows();

/// Those of attachments, which come before those of S3.
std::span<const SettingRow> attachmentSettingRows();

/// Those of S3, which come before those of the HTTP server.
std::span<const SettingRow> s3SettingRows();

/// Those of the HTTP server, which are the last ones of settingRows().
std::span<const SettingRow> httpSettingRows();

/// http://127.0.0.1:PORT: where this server is when BASE_URL does not say.
std::string defaultBaseUrl(std::uint16_t port);

} // namespace config
