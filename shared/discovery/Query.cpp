// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Query.h"

#include "core/Ascii.h"
#include "net/Resolver.h"

#include <QHostAddress>
#include <QtGlobal>

#include <algorithm>
#include <optional>

namespace discovery {

namespace {

using i18n::Text;

/// What may stand before the @ without quotes (RFC 5322 §3.2.3, RFC 6531 §3.3). Quoted local parts
/// are refused: nobody has one.
bool isLocalPart(std::string_view text)
{
    constexpr std::string_view refused = "\"(),:;<>@[\\]";
    return !text.empty() && text.size() <= Query::longestLocalPart
           && std::ranges::none_of(text, [&](char c) {
                  const auto byte = static_cast<unsigned char>(c);
                  return byte <= 0x20 || byte == 0x7f || refused.find(c) != std::string_view::npos;
              });
}

} // namespace

core::Result<Query, Text> Query::parse(std::string_view text)
{
    text = core::trimmed(text);
    if (text.empty())
        return Text(
            QT_TRANSLATE_NOOP("pages", "Type an e-mail address or the name of a mail server."));
    const std::string shown(text.substr(0, longestLocalPart + 1 + longestDomain));
    Query query;
    std::string_view domain = text;
    if (const auto at = text.rfind('@'); at != std::string_view::npos) {
        query.m_localPart = text.substr(0, at);
        domain = text.substr(at + 1);
        if (!isLocalPart(query.m_localPart) || domain.empty())
            return Text(QT_TRANSLATE_NOOP("pages", "“%1” is not an e-mail address. Write one such "
                                                   "as alice@example.com."),
                        {Text::verbatim(shown)});
    }
    auto host = net::canonicalHost(domain);
    if (!host)
        return Text(QT_TRANSLATE_NOOP("pages",
                                      "“%1” is neither an e-mail address nor the name of a mail "
                                      "server. Write alice@example.com or mail.example.com, "
                                      "without a port."),
                    {Text::verbatim(shown)});
    query.m_domain = core::toLower(*host);
    query.m_isAddressLiteral = QHostAddress().setAddress(QString::fromStdString(*host));
    return query;
}

std::string Query::emailAddress() const
{
    return isAddress() ? m_localPart + '@' + m_domain : std::string();
}

} // namespace discovery
