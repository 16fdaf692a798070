// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Dns.h"

#include "core/Ascii.h"
#include "core/Async.h"
#include "net/TimeLimit.h"

#include <QDnsLookup>

#include <algorithm>
#include <memory>
#include <utility>

namespace discovery {

namespace {

constexpr std::size_t mostRecords = 16;

std::string hostText(const QString &name)
{
    std::string host = core::toLower(name.toStdString());
    if (host.size() > 1 && host.ends_with('.'))
        host.pop_back();
    return host;
}

void collect(const QDnsLookup &lookup, std::vector<SrvRecord> &records)
{
    for (const auto &record : lookup.serviceRecords())
        records.push_back({.target = hostText(record.target()),
                           .port = record.port(),
                           .priority = record.priority(),
                           .weight = record.weight()});
}

void collect(const QDnsLookup &lookup, std::vector<MxRecord> &records)
{
    for (const auto &record : lookup.mailExchangeRecords())
        records.push_back(
            {.exchange = hostText(record.exchange()), .preference = record.preference()});
}

template <typename Record>
core::Result<std::vector<Record>> resultOf(const QDnsLookup &lookup)
{
    std::vector<Record> records;
    if (lookup.error() == QDnsLookup::NotFoundError)
        return records;
    if (lookup.error() != QDnsLookup::NoError)
        return core::Error(core::ErrorKind::Unavailable,
                           "The name service could not tell about " + lookup.name().toStdString()
                               + " just now.",
                           lookup.errorString().toStdString());
    collect(lookup, records);
    records.resize(std::min(records.size(), mostRecords));
    return records;
}

template <typename Record>
core::Task<core::Result<std::vector<Record>>> lookUp(QDnsLookup::Type type, QHostAddress nameserver,
                                                     std::string name, core::Deadline deadline,
                                                     core::Cancellation cancellation)
{
    using Outcome = core::Result<std::vector<Record>>;
    if (cancellation.isCancelled())
        co_return core::Error(core::ErrorKind::Cancelled, "cancelled");
    const core::Completion<Outcome> done;
    const net::TimeLimit limit(deadline, cancellation, [done, name](core::ErrorKind kind) {
        if (kind == core::ErrorKind::Cancelled)
            return done.complete(core::Error(kind, "cancelled"));
        done.complete(core::Error(kind, "Asking the name service for " + name + " took too long."));
    });
    auto *const lookup = new QDnsLookup(type, QString::fromStdString(name));
    if (!nameserver.isNull())
        lookup->setNameserver(nameserver);
    QObject::connect(lookup, &QDnsLookup::finished, lookup,
                     [lookup, done] { done.complete(resultOf<Record>(*lookup)); });
    lookup->lookup();
    auto outcome = co_await done;
    // A late one is not waited for: its thread ends by itself and finds nobody.
    lookup->deleteLater();
    co_return outcome;
}

template <typename Record>
LookUp<Record> lookUpAt(QDnsLookup::Type type, QHostAddress nameserver)
{
    return [type, nameserver](std::string name, core::Deadline deadline,
                              core::Cancellation cancellation) {
        return lookUp<Record>(type, nameserver, std::move(name), deadline, std::move(cancellation));
    };
}

} // namespace

core::Task<core::Result<std::vector<SrvRecord>>>
lookUpSrv(std::string name, core::Deadline deadline, core::Cancellation cancellation)
{
    return lookUp<SrvRecord>(QDnsLookup::SRV, QHostAddress(), std::move(name), deadline,
                             std::move(cancellation));
}

core::Task<core::Result<std::vector<MxRecord>>> lookUpMx(std::string name, core::Deadline deadline,
                                                         core::Cancellation cancellation)
{
    return lookUp<MxRecord>(QDnsLookup::MX, QHostAddress(), std::move(name), deadline,
                            std::move(cancellation));
}

LookUpSrv lookUpSrvAt(QHostAddress nameserver)
{
    return lookUpAt<SrvRecord>(QDnsLookup::SRV, std::move(nameserver));
}

LookUpMx lookUpMxAt(QHostAddress nameserver)
{
    return lookUpAt<MxRecord>(QDnsLookup::MX, std::move(nameserver));
}

std::vector<SrvRecord> inOrderOfTrial(std::vector<SrvRecord> records)
{
    std::erase_if(records, [](const SrvRecord &record) {
        return record.port == 0 || record.target.empty() || record.target == ".";
    });
    std::ranges::stable_sort(records, [](const SrvRecord &a, const SrvRecord &b) {
        return a.priority != b.priority ? a.priority < b.priority : a.weight > b.weight;
    });
    return records;
}

} // namespace discovery
