// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Metrics.h"

#include <QList>

namespace admin {

std::map<std::string, double> parseMetrics(const QByteArray &text)
{
    std::map<std::string, double> samples;
    for (const QByteArray &line : text.split('\n')) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        // name{label="value",…} value timestamp?; the labels may hold blanks.
        const qsizetype brace = line.indexOf('{');
        const qsizetype nameEnd = brace >= 0 ? brace : line.indexOf(' ');
        const qsizetype labelsEnd = brace >= 0 ? line.lastIndexOf('}') + 1 : nameEnd;
        if (nameEnd <= 0 || labelsEnd < nameEnd)
            continue;
        bool isNumber = false;
        const double value =
            line.mid(labelsEnd).trimmed().split(' ').constFirst().toDouble(&isNumber);
        if (isNumber)
            samples[line.left(nameEnd).toStdString()] += value;
    }
    return samples;
}

} // namespace admin
