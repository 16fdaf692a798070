// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/HtmlTemplate.h"

#include "core/Base64.h"
#include "crypto/Hash.h"

#include <QFile>
#include <QString>

#include <nlohmann/json.hpp>

#include <map>

namespace oauth {

namespace {

std::string readResource(std::string_view name)
{
    QFile file(QStringLiteral(":/web/")
               + QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing resource %s", qPrintable(file.fileName()));
    return file.readAll().toStdString();
}

/// What pages have in common; read once.
const std::string &part(const std::string &name)
{
    static std::map<std::string, std::string> parts;
    const auto [entry, isNew] = parts.try_emplace(name);
    if (isNew)
        entry->second = readResource(name);
    return entry->second;
}

const std::string &styleSheet()
{
    return part("style.css");
}

std::size_t require(std::size_t position)
{
    if (position == std::string_view::npos)
        qFatal("malformed template");
    return position;
}

void renderInto(std::string &page, std::string_view source, const nlohmann::json &values,
                const i18n::Language &language)
{
    while (!source.empty()) {
        const auto open = std::min(source.find("{{"), source.size());
        page += source.substr(0, open);
        source.remove_prefix(open);
        if (source.empty())
            return;
        const auto close = require(source.find("}}"));
        const std::string tag(source.substr(2, close - 2));
        source.remove_prefix(close + 2);
        if (tag.starts_with('>')) {
            renderInto(page, part(tag.substr(1)), values, language);
            continue;
        }
        if (!tag.starts_with('#')) {
            page += escapeHtml(values.at(tag).get_ref<const std::string &>());
            continue;
        }
        const std::string end = "{{/" + tag.substr(1) + "}}";
        const auto sectionLength = require(source.find(end));
        const auto section = source.substr(0, sectionLength);
        source.remove_prefix(sectionLength + end.size());
        if (tag == "#_") {
            renderInto(page, language.translate(section), values, language);
            continue;
        }
        const auto &value = values.at(tag.substr(1));
        if (value.is_array()) {
            for (const auto &element : value)
                renderInto(page, section, element, language);
        } else if (value.get<bool>()) {
            renderInto(page, section, values, language);
        }
    }
}

} // namespace

std::string escapeHtml(std::string_view text)
{
    std::string escaped;
    escaped.reserve(text.size());
    for (const char character : text) {
        switch (character) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            escaped += character;
        }
    }
    return escaped;
}

const std::string &styleSheetHash()
{
    static const std::string hash =
        "'sha256-" + core::encodeBase64(crypto::sha256(styleSheet())) + "'";
    return hash;
}

HtmlTemplate::HtmlTemplate(std::string_view name)
    : m_source(readResource(name))
{}

std::string HtmlTemplate::render(const nlohmann::json &values, const i18n::Language &language) const
{
    std::string page;
    page.reserve(m_source.size() + styleSheet().size() + 4096);
    renderInto(page, m_source, values, language);
    return page;
}

} // namespace oauth
