// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExtractorProgram.h"

#include "core/Log.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace app {

namespace {

const core::Log logger("app");

bool isProgram(const QString &path)
{
    const QFileInfo file(path);
    return file.isFile() && file.isExecutable();
}

} // namespace

std::string findExtractor(const std::string &configured)
{
    QStringList places = {QString::fromStdString(configured)};
    if (configured.empty()) {
        const auto here = QCoreApplication::applicationDirPath();
        places = {here + QStringLiteral("/mail_mcp_extract"),
                  here + QStringLiteral("/../libexec/mail-mcp/mail_mcp_extract")};
    }
    for (const auto &place : places) {
        if (isProgram(place))
            return place.toStdString();
    }
    logger.warn("extractor_missing", {{"program", places.front().toStdString()},
                                      {"effect", "get_mail_attachment cannot read documents"}});
    return {};
}

} // namespace app
