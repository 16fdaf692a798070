// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Log.h"

#include <QDateTime>
#include <QString>

#include <atomic>
#include <cstdio>
#include <mutex>

namespace core {

namespace {

std::atomic<LogLevel> minimumLevel = LogLevel::Info;

struct Sink
{
    std::mutex mutex;
    std::function<void(std::string_view)> write;
};

Sink &sink()
{
    static Sink instance;
    return instance;
}

constexpr std::size_t maximumValueLength = 500;

void appendValue(std::string &line, std::string_view value)
{
    static constexpr std::string_view hex = "0123456789abcdef";
    line += '"';
    for (const char character : value.substr(0, maximumValueLength)) {
        const auto byte = static_cast<unsigned char>(character);
        if (character == '"' || character == '\\') {
            line += '\\';
            line += character;
        } else if (byte < 0x20 || byte == 0x7f) {
            line += "\\x";
            line += hex[byte >> 4];
            line += hex[byte & 15];
        } else {
            line += character;
        }
    }
    if (value.size() > maximumValueLength)
        line += "…";
    line += '"';
}

std::string_view levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "DEBUG";
    case LogLevel::Info:
        return "INFO";
    case LogLevel::Warn:
        return "WARN";
    case LogLevel::Error:
        return "ERROR";
    }
    return "ERROR";
}

void write(LogLevel level, std::string_view module, std::string_view event,
           std::initializer_list<LogField> fields)
{
    if (level < minimumLevel.load(std::memory_order_relaxed))
        return;
    std::string line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
    line += ' ';
    line += levelName(level);
    line += ' ';
    line += module;
    line += ' ';
    line += event;
    for (const auto &field : fields) {
        line += ' ';
        line += field.name;
        line += '=';
        appendValue(line, field.value);
    }
    Sink &target = sink();
    const std::lock_guard lock(target.mutex);
    if (target.write) {
        target.write(line);
        return;
    }
    line += '\n';
    // A closed or full stderr must not stop the service, so the result does not matter.
    (void)std::fwrite(line.data(), 1, line.size(), stderr);
}

void handleQtMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    static constexpr Log logger("qt");
    const std::string message = text.toStdString();
    switch (type) {
    case QtDebugMsg:
        return logger.debug("message", {{"text", message}});
    case QtInfoMsg:
        return logger.info("message", {{"text", message}});
    case QtWarningMsg:
        return logger.warn("message", {{"text", message}});
    case QtCriticalMsg:
    case QtFatalMsg:
        return logger.error("message", {{"text", message}});
    }
}

} // namespace

void Log::debug(std::string_view event, std::initializer_list<LogField> fields) const
{
    write(LogLevel::Debug, m_module, event, fields);
}

void Log::info(std::string_view event, std::initializer_list<LogField> fields) const
{
    write(LogLevel::Info, m_module, event, fields);
}

void Log::warn(std::string_view event, std::initializer_list<LogField> fields) const
{
    write(LogLevel::Warn, m_module, event, fields);
}

void Log::error(std::string_view event, std::initializer_list<LogField> fields) const
{
    write(LogLevel::Error, m_module, event, fields);
}

void setLogLevel(LogLevel level)
{
    minimumLevel.store(level, std::memory_order_relaxed);
}

void setLogSink(std::function<void(std::string_view line)> newSink)
{
    Sink &target = sink();
    const std::lock_guard lock(target.mutex);
    target.write = std::move(newSink);
}

void captureQtMessages()
{
    qInstallMessageHandler(handleQtMessage);
}

} // namespace core
