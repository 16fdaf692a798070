// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Icons.h"

#include <QDir>
#include <QFile>

namespace app {

namespace {

QString resourceOf(std::string_view name)
{
    return QStringLiteral(":/icons/%1.svg")
        .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
}

} // namespace

std::vector<std::string> iconNames()
{
    std::vector<std::string> names;
    for (const auto &file : QDir(QStringLiteral(":/icons")).entryInfoList())
        names.push_back(file.completeBaseName().toStdString());
    return names;
}

std::string iconPath(std::string_view name)
{
    return "/icons/" + std::string(name) + ".svg";
}

std::string iconUrl(std::string_view baseUrl, std::string_view name)
{
    Q_ASSERT(QFile::exists(resourceOf(name)));
    return std::string(baseUrl) + iconPath(name);
}

http::Response iconResponse(std::string_view name)
{
    QFile file(resourceOf(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("there is no icon %s", std::string(name).c_str());
    http::Response response;
    response.body = file.readAll().toStdString();
    response.headers.add("Content-Type", "image/svg+xml");
    response.headers.add("Cache-Control", "public, max-age=86400");
    response.headers.add("Content-Security-Policy",
                         "default-src 'none'; frame-ancestors 'none'; sandbox");
    response.headers.add("Cross-Origin-Resource-Policy", "cross-origin");
    return response;
}

} // namespace app
