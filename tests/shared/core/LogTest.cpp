// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Log.h"
#include "core/Secret.h"

#include <QTest>

#include <type_traits>
#include <vector>

static_assert(!std::is_constructible_v<core::LogField, std::string_view, core::Secret>);

class LogTest : public QObject
{
    Q_OBJECT

    std::vector<std::string> m_lines;

private Q_SLOTS:
    void init()
    {
        m_lines.clear();
        core::setLogLevel(core::LogLevel::Info);
        core::setLogSink([this](std::string_view line) { m_lines.emplace_back(line); });
    }
    void cleanup() { core::setLogSink({}); }

    void aLineHasModuleEventAndFields()
    {
        core::Log("oauth").info("login_refused", {{"server", "mail.example"}, {"count", 3}});
        QCOMPARE(m_lines.size(), 1U);
        QVERIFY(
            m_lines[0].ends_with(R"( INFO oauth login_refused server="mail.example" count="3")"));
    }

    void userInputCannotForgeALine()
    {
        core::Log("oauth").warn("odd_user",
                                {{"user", "a\r\n2026-01-01 INFO oauth login_ok x=\"\x1b[31m"}});
        QCOMPARE(m_lines.size(), 1U);
        QVERIFY(m_lines[0].find('\n') == std::string::npos);
        QVERIFY(m_lines[0].find('\x1b') == std::string::npos);
        QVERIFY(m_lines[0].find(R"(a\x0d\x0a2026)") != std::string::npos);
    }

    void longValuesAreCut()
    {
        core::Log("imap").warn("answer", {{"text", std::string(100000, 'x')}});
        QVERIFY(m_lines[0].size() < 700);
    }

    void linesBelowTheLevelAreDropped()
    {
        core::Log("imap").debug("noise");
        QVERIFY(m_lines.empty());
        core::setLogLevel(core::LogLevel::Debug);
        core::Log("imap").debug("noise");
        QCOMPARE(m_lines.size(), 1U);
    }
};

QTEST_APPLESS_MAIN(LogTest)
#include "LogTest.moc"
