// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/Credentials.h"

#include "config/SettingRows.h"
#include "config/TextFile.h"

namespace config {

core::Result<Variables> readCredentials(const std::string &directory)
{
    Variables credentials;
    if (directory.empty())
        return credentials;
    for (const auto &row : settingRows()) {
        if (row.kind == SettingRow::Kind::Plain)
            continue;
        auto text = readTextFile(directory + '/' + std::string(row.name), FilePresence::Optional);
        if (!text)
            return text.error();
        if (!*text)
            continue;
        auto &value = credentials[std::string(row.name)] = std::move(**text);
        while (value.ends_with('\n') || value.ends_with('\r'))
            value.pop_back();
    }
    return credentials;
}

} // namespace config
