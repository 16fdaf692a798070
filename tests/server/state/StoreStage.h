// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Base64.h"
#include "crypto/KeyRing.h"
#include "state/StateStore.h"
#include "support/Await.h"
#include "support/FakeClock.h"

#include <QTest>

#include <string>
#include <utility>

namespace stage {

/// Runs to its end and fails the test when the store fails.
template <typename T>
T get(core::Task<core::Result<T>> task)
{
    auto result = support::await(std::move(task));
    if (!result)
        qFatal("the store failed: %s", result.error().detail.c_str());
    return std::move(*result);
}

/// A ring of one key or two, made of their names.
inline crypto::KeyRing ringOf(const std::string &first, const std::string &second = {})
{
    const auto entry = [](const std::string &name) {
        std::string bytes = name;
        bytes.resize(32, 'x');
        return name + ':' + core::encodeBase64(bytes);
    };
    auto ring =
        crypto::KeyRing::parse("", entry(first) + (second.empty() ? "" : ',' + entry(second)));
    if (!ring)
        qFatal("%s", ring.error().message.c_str());
    return std::move(*ring);
}

/// A login of the client "client-1" that begins now.
inline state::Family family(std::string id, const core::Clock &clock)
{
    return {.id = std::move(id),
            .clientHash = "client-1",
            .clientName = "Example",
            .expiresAt = clock.secondsSinceEpoch() + 180 * 86400};
}

/// What one process changes, another one that shares its memory hears within five seconds (OA-099).
inline void hearsWithinFiveSeconds(state::StateStore &server, state::StateStore &command,
                                   support::FakeClock &clock)
{
    using namespace std::chrono_literals;
    get(server.createFamily(family("f", clock)));
    QVERIFY(!get(server.isFamilyRevoked("f")));
    get(command.revokeFamily("f"));
    get(command.denyClient("client-1"));
    get(command.setNotBefore(777));
    clock.advance(5s);
    QVERIFY(get(server.isFamilyRevoked("f")));
    QVERIFY(get(server.isClientDenied("client-1")));
    QCOMPARE(get(server.notBefore()), 777);
    get(command.allowClient("client-1"));
    clock.advance(5s);
    QVERIFY(!get(server.isClientDenied("client-1")));
    QVERIFY(get(server.isFamilyRevoked("f")));
}

} // namespace stage
