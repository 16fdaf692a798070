// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Resolver.h"

#include "core/Ascii.h"
#include "core/Async.h"
#include "net/TimeLimit.h"

#include <QHostInfo>
#include <QUrl>

#include <algorithm>

namespace net {

namespace {

constexpr std::size_t mostAddresses = 16;
constexpr std::size_t longestName = 253; // RFC 1035 §2.3.4, as text

bool isHostCharacter(char character)
{
    return core::isLetter(character) || core::isDigit(character) || character == '-'
           || character == '.' || character == '_';
}

core::Error notFound(const std::string &host, const QHostInfo &info)
{
    const auto detail = info.errorString().toStdString();
    if (info.error() == QHostInfo::HostNotFound)
        return {core::ErrorKind::NotFound,
                "There is no server named " + host + ". Check the spelling of the host name.",
                detail};
    return {core::ErrorKind::Unavailable, "The name service did not find " + host + " just now.",
            detail};
}

} // namespace

std::optional<std::string> canonicalHost(std::string_view host)
{
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    const auto text = QString::fromUtf8(host.data(), static_cast<qsizetype>(host.size()));
    if (QHostAddress address; address.setAddress(text))
        return address.toString().toStdString();
    std::string name(host);
    if (!std::ranges::all_of(name, isHostCharacter))
        name = QUrl::toAce(text).toStdString();
    if (name.ends_with('.'))
        name.pop_back();
    if (name.empty() || name.size() > longestName || name.starts_with('.')
        || name.find("..") != std::string::npos || !std::ranges::all_of(name, isHostCharacter))
        return std::nullopt;
    return name;
}

std::vector<QHostAddress> interleaveFamilies(const std::vector<QHostAddress> &addresses)
{
    std::vector<QHostAddress> first;
    std::vector<QHostAddress> second;
    for (const auto &address : addresses) {
        const bool isFirst = address.protocol() == addresses.front().protocol();
        (isFirst ? first : second).push_back(address);
    }
    std::vector<QHostAddress> mixed;
    for (std::size_t i = 0; i < std::max(first.size(), second.size()); ++i) {
        if (i < first.size())
            mixed.push_back(first[i]);
        if (i < second.size())
            mixed.push_back(second[i]);
    }
    return mixed;
}

core::Task<core::Result<std::vector<QHostAddress>>>
resolve(std::string host, core::Deadline deadline, core::Cancellation cancellation)
{
    const auto name = QString::fromStdString(host);
    if (QHostAddress literal; literal.setAddress(name))
        co_return std::vector<QHostAddress>{literal};

    using Outcome = core::Result<QHostInfo>;
    const core::Completion<Outcome> done;
    const TimeLimit limit(deadline, cancellation, [done, host](core::ErrorKind kind) {
        if (kind == core::ErrorKind::Cancelled)
            return done.complete(core::Error(kind, "cancelled"));
        done.complete(core::Error(kind, "Looking up the name " + host + " took too long."));
    });
    // The lookup cannot be stopped; when it is late, nobody listens any more. Its context lives
    // until then, because Qt leaks what it would have called otherwise (seen with 6.4).
    auto *home = new QObject;
    QHostInfo::lookupHost(name, home, [done, home](const QHostInfo &info) {
        home->deleteLater();
        done.complete(Outcome(info));
    });
    const auto outcome = co_await done;
    if (!outcome)
        co_return outcome.error();
    const auto found = outcome->addresses();
    if (found.isEmpty())
        co_return notFound(host, *outcome);
    auto addresses = interleaveFamilies({found.begin(), found.end()});
    addresses.resize(std::min(addresses.size(), mostAddresses));
    co_return addresses;
}

} // namespace net
