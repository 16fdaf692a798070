// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ScriptedServer.h"

#include <QTest>

#include <string>
#include <vector>

namespace support {

/// The columns "what" and "segments", with three rows for each case: as it is, byte by byte, and
/// with pauses; one row for a case that isPlayedOnce. `nameOf(case)` names it.
template <typename Case, typename NameOf>
void addSegmentedRows(const std::vector<Case> &cases, const NameOf &nameOf)
{
    using Segments = ScriptedServerOptions::Segments;
    QTest::addColumn<Case>("what");
    QTest::addColumn<Segments>("segments");
    for (const auto &one : cases) {
        const std::string name = nameOf(one);
        QTest::newRow(name.c_str()) << one << Segments::Whole;
        if (one.isPlayedOnce)
            continue;
        QTest::newRow((name + ", byte by byte").c_str()) << one << Segments::SingleBytes;
        QTest::newRow((name + ", with pauses").c_str()) << one << Segments::Delayed;
    }
}

} // namespace support
