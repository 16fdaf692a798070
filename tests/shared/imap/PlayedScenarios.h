// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Steps.h"

#include <QTest>

#include <vector>

Q_DECLARE_METATYPE(steps::Scenario)

/// Scenarios as rows of a test: each as it is, and with every byte of the server by itself.
namespace steps {

inline void addRows(const std::vector<Scenario> &scenarios)
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<bool>("inSingleBytes");
    for (const auto &scenario : scenarios) {
        QTest::newRow(scenario.name.c_str()) << scenario << false;
        QTest::newRow((scenario.name + ", byte by byte").c_str()) << scenario << true;
    }
}

inline void play()
{
    QFETCH(Scenario, scenario);
    QFETCH(bool, inSingleBytes);
    support::ScriptedServerOptions options;
    options.segments = inSingleBytes ? ScriptedConnection::Segments::SingleBytes
                                     : ScriptedConnection::Segments::Whole;
    ScriptedConnection connection(fromTheGreeting(scenario), options);
    if (scenario.configure)
        scenario.configure(connection.options);
    const auto opened = connection.open();
    QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
    QVERIFY(connection.login());
    for (const auto &[step, expected] : scenario.steps)
        QCOMPARE(QString::fromStdString(step(connection)), QString::fromStdString(expected));
    connection.close();
    QCOMPARE(QString::fromStdString(connection.server().verdict()), QString());
}

} // namespace steps
