// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// All settings, in the order in which they are printed.
std::span<const SettingRow> settingRows();

/// Those of attachments, which come before those of the HTTP server.
std::span<const SettingRow> attachmentSettingRows();

/// Those of the HTTP server, which are the last ones of settingRows().
std::span<const SettingRow> httpSettingRows();

/// http://127.0.0.1:PORT: where this server is when BASE_URL does not say.
std::string defaultBaseUrl(std::uint16_t port);

} // namespace config
