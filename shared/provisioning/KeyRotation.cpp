// SPDX-License-Identifier: GPL-3.0-or-later
#include "provisioning/KeyRotation.h"

#include "core/Base64.h"
#include "core/UtcText.h"
#include "provisioning/KeySource.h"

#include <QtGlobal>

#include <algorithm>

namespace provisioning {

namespace {

using i18n::Text;

std::string dateOf(const core::Clock &clock)
{
    return core::utcText(clock.now(), "%Y-%m-%d");
}

/// The date, and a letter behind it from the second key of a day on.
std::string newKeyIdFor(const crypto::KeyRing &ring, const core::Clock &clock)
{
    const std::string date = dateOf(clock);
    const auto isTaken = [&ring](const std::string &id) {
        return std::ranges::find(ring.keys(), id, &crypto::KeyRing::Key::id) != ring.keys().end();
    };
    std::string id = date;
    for (char letter = 'b'; isTaken(id); ++letter)
        id = date + letter;
    return id;
}

std::vector<Text> stepsFor(const Rotation &rotation)
{
    std::string older;
    for (const auto &id : rotation.olderKeyIds)
        older += (older.empty() ? "" : ", ") + id;
    std::vector<Text> steps;
    steps.emplace_back(QT_TRANSLATE_NOOP(
        "pages", "Put the new ENCRYPTION_KEYS into the settings of the server in place of the old "
                 "one, and take ENCRYPTION_KEY out: it is in the new line as “default”."));
    steps.emplace_back(QT_TRANSLATE_NOOP(
        "pages", "Reload the server (systemctl reload mail-mcp, or SIGHUP). Nobody is logged out. "
                 "If several servers share the keys, first add the new key at the end of the line "
                 "on all of them and reload, and only then put it in front: no server may seal "
                 "what another cannot open yet."));
    steps.emplace_back(QT_TRANSLATE_NOOP(
        "pages", "Make new clients for everybody whose client ID is older. It ends together with "
                 "the key that it was made with."));
    steps.emplace_back(
        QT_TRANSLATE_NOOP("pages",
                          "Remove the older keys (%1) when all clients are new and "
                          "REFRESH_TOKEN_TTL (30 days, unless you set it) has passed since the "
                          "reload. What they have sealed ends then."),
        std::vector<Text>{Text::verbatim(older)});
    steps.emplace_back(QT_TRANSLATE_NOOP(
        "pages", "If somebody may know an older key, do not wait: remove it at once, which ends "
                 "every client and every login that it has sealed."));
    return steps;
}

} // namespace

core::Secret newKey(core::Random &random)
{
    std::string bytes = random.bytes(crypto::KeyRing::keySize);
    core::Secret key(core::encodeBase64(bytes));
    core::wipe(bytes);
    return key;
}

core::Result<Rotation, i18n::Failure> rotate(const crypto::KeyRing &keys, const core::Clock &clock,
                                             core::Random &random)
{
    if (keys.keys().size() == crypto::KeyRing::maximumKeys)
        return i18n::Failure(
            core::ErrorKind::InvalidArgument,
            Text(QT_TRANSLATE_NOOP("pages",
                                   "There are already %1 keys, and a server takes no more. First "
                                   "remove the last ones of ENCRYPTION_KEYS, whose tokens have "
                                   "expired."),
                 {Text::verbatim(std::to_string(crypto::KeyRing::maximumKeys))}));
    Rotation rotation;
    rotation.newKeyId = newKeyIdFor(keys, clock);
    for (const auto &key : keys.keys())
        rotation.olderKeyIds.push_back(key.id);
    const core::Secret key = newKey(random);
    const core::Secret older = textOf(keys);
    std::string text;
    // At once, so that no shorter copy of it stays behind in freed memory.
    text.reserve(rotation.newKeyId.size() + key.reveal().size() + older.reveal().size() + 2);
    text.append(rotation.newKeyId).append(1, ':').append(key.reveal());
    text.append(1, ',').append(older.reveal());
    rotation.encryptionKeys = core::Secret(std::move(text));
    rotation.steps = stepsFor(rotation);
    return rotation;
}

} // namespace provisioning
