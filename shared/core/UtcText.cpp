// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/UtcText.h"

#include <QtGlobal>

#include <ctime>
#include <iomanip>
#include <locale>
#include <sstream>
#include <utility>

namespace core {

std::string utcText(std::chrono::system_clock::time_point moment, const char *format)
{
    const auto seconds = std::chrono::system_clock::to_time_t(moment);
    std::tm parts = {};
#ifdef Q_OS_WIN
    gmtime_s(&parts, &seconds);
#else
    gmtime_r(&seconds, &parts);
#endif
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << std::put_time(&parts, format);
    return std::move(text).str();
}

} // namespace core
