// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

namespace core {

enum class LogLevel { Debug, Info, Warn, Error };

/// One named value of a log line. There is no constructor for a Secret, and control characters of
/// the value are escaped, so neither a password nor a forged line can get into the log.
struct LogField
{
    std::string_view name;
    std::string value;

    LogField(std::string_view fieldName, std::string_view fieldValue)
        : name(fieldName)
        , value(fieldValue)
    {}
    LogField(std::string_view fieldName, const char *fieldValue)
        : LogField(fieldName, std::string_view(fieldValue))
    {}
    LogField(std::string_view fieldName, const std::string &fieldValue)
        : LogField(fieldName, std::string_view(fieldValue))
    {}
    template <typename Integer>
        requires std::is_integral_v<Integer>
    LogField(std::string_view fieldName, Integer fieldValue)
        : name(fieldName)
        , value(std::to_string(fieldValue))
    {}
};

/// The log of one module: one line per event, an event name and fields, never prose. Thread-safe.
/// Never pass mail content, passwords, tokens, query strings or recipients.
///
///     const core::Log logger("oauth");
///     logger.info("login_refused", {{"server", host}, {"reason", nameOf(error.kind)}});
class Log
{
public:
    explicit constexpr Log(std::string_view module)
        : m_module(module)
    {}

    void debug(std::string_view event, std::initializer_list<LogField> fields = {}) const;
    void info(std::string_view event, std::initializer_list<LogField> fields = {}) const;
    void warn(std::string_view event, std::initializer_list<LogField> fields = {}) const;
    void error(std::string_view event, std::initializer_list<LogField> fields = {}) const;

private:
    std::string_view m_module;
};

/// Lines below this level are dropped. Default: Info.
void setLogLevel(LogLevel level);

/// Where finished lines go (without a newline). Default: stderr. Tests collect them.
void setLogSink(std::function<void(std::string_view line)> sink);

/// Qt's own messages go the same way from now on.
void captureQtMessages();

} // namespace core
