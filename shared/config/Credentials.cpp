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
        auto &value = **text;
        while (value.ends_with('\n') || value.ends_with('\r'))
            value.pop_back();
        if (!value.empty()) // or else it would stand in the way of the file of settings
            credentials.emplace(row.name, std::move(value));
    }
    return credentials;
}

} // namespace config
