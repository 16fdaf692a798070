// SPDX-License-Identifier: GPL-3.0-or-later
#include "adminsocket/LastLines.h"

#include <QFile>

#include <algorithm>

namespace adminsocket {

core::Result<std::vector<std::string>> lastLines(const std::string &path, std::size_t count)
{
    QFile file(QString::fromStdString(path));
    const auto failure = [&] {
        return core::Error(core::ErrorKind::Unavailable,
                           "The file " + path
                               + " cannot be read: " + file.errorString().toStdString() + '.');
    };
    if (!file.open(QIODevice::ReadOnly))
        return failure();
    const bool isWhole = file.size() <= static_cast<qint64>(lookedAt);
    if (!isWhole && !file.seek(file.size() - static_cast<qint64>(lookedAt)))
        return failure();
    QByteArray end = file.read(static_cast<qint64>(lookedAt));
    if (file.error() != QFileDevice::NoError)
        return failure();
    if (!isWhole)
        end.remove(0, end.indexOf('\n') + 1); // it may begin in the middle of a line
    end.truncate(end.lastIndexOf('\n') + 1);  // and somebody may be writing the last one

    std::vector<std::string> lines;
    for (qsizetype stop = end.size() - 1; stop >= 0 && lines.size() < count;) {
        const auto start = stop == 0 ? 0 : end.lastIndexOf('\n', stop - 1) + 1;
        lines.push_back(end.mid(start, stop - start).toStdString());
        stop = start - 1;
    }
    std::ranges::reverse(lines);
    return lines;
}

} // namespace adminsocket
