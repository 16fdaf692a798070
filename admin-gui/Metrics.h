// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>
#include <string>

namespace admin {

/// The samples of a server's /metrics by name; those that differ in their labels alone are added
/// up. https://prometheus.io/docs/instrumenting/exposition_formats/
std::map<std::string, double> parseMetrics(const QByteArray &text);

} // namespace admin
