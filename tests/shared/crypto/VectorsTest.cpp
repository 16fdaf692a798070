// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Base64.h"
#include "crypto/Hash.h"
#include "crypto/Jwe.h"

#include <QByteArray>
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include <map>
#include <string>

using crypto::Jwe;
using crypto::KeyRing;
using nlohmann::json;

namespace {

std::string bytesOf(const json &hex)
{
    return QByteArray::fromHex(QByteArray::fromStdString(hex.get<std::string>())).toStdString();
}

KeyRing::Key rawKey(const std::string &bytes)
{
    return {.id = "default", .bytes = core::Secret::copyOf(bytes)};
}

} // namespace

/// Vectors in the layout of Project Wycheproof (JW-01), made by an implementation that shares no
/// code with ours; vectors/generate.mjs tells how. Each file counts its tests, and so do we.
class VectorsTest : public QObject
{
    Q_OBJECT

    static json load(const char *name)
    {
        QFile file(QFINDTESTDATA(std::string("vectors/").append(name).c_str()));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", name);
        return json::parse(file.readAll().toStdString());
    }

    /// Asks `passes` of every vector; fails unless all are as labelled and none is missing.
    template <typename Passes>
    static void check(const char *name, const std::map<std::string, int> &expectedCounts,
                      const Passes &passes)
    {
        const json document = load(name);
        std::map<std::string, int> counts;
        for (const auto &group : document["testGroups"]) {
            for (const auto &vector : group["tests"]) {
                const std::string result = vector["result"];
                ++counts[result];
                const std::string label =
                    "tcId " + vector["tcId"].dump() + ": " + vector["comment"].get<std::string>();
                QVERIFY2(passes(group, vector) == (result == "valid"), label.c_str());
            }
        }
        QVERIFY(counts == expectedCounts);
        QCOMPARE(document["numberOfTests"].get<int>(), counts["valid"] + counts["invalid"]);
    }

private Q_SLOTS:
    void aesGcm()
    {
        // A token is the only form in which the codec takes a ciphertext, its header the only
        // additional data.
        check("aes_256_gcm_test.json", {{"valid", 141}, {"invalid", 240}},
              [](const json &, const json &vector) {
                  const auto key = rawKey(bytesOf(vector["key"]));
                  const auto token = bytesOf(vector["aad"]) + ".."
                                     + core::encodeBase64Url(bytesOf(vector["iv"])) + '.'
                                     + core::encodeBase64Url(bytesOf(vector["ct"])) + '.'
                                     + core::encodeBase64Url(bytesOf(vector["tag"]));
                  const auto opened = Jwe::legacy(&key).open(token);
                  return opened && opened->reveal() == bytesOf(vector["msg"]);
              });
    }

    void hkdf()
    {
        check("hkdf_sha256_test.json", {{"valid", 83}, {"invalid", 3}},
              [](const json &, const json &vector) {
                  const auto output = crypto::hkdfSha256(
                      bytesOf(vector["ikm"]), bytesOf(vector["salt"]), bytesOf(vector["info"]),
                      vector["size"].get<std::size_t>());
                  return output.reveal() == bytesOf(vector["okm"]);
              });
    }

    void jweDirect()
    {
        check("jwe_dir_test.json", {{"valid", 16}, {"invalid", 258}},
              [](const json &group, const json &vector) {
                  const auto bytes = bytesOf(group["key"]);
                  const auto key = rawKey(bytes);
                  const auto ring = KeyRing::parse(core::encodeBase64(bytes), "");
                  const Jwe jwe = group.contains("kind")
                                      ? Jwe(*ring, group["kind"].get<std::string>())
                                      : Jwe::legacy(&key);
                  const auto opened = jwe.open(vector["jwe"].get<std::string>());
                  return opened && vector.contains("pt")
                         && opened->reveal() == bytesOf(vector["pt"]);
              });
    }
};

QTEST_GUILESS_MAIN(VectorsTest)
#include "VectorsTest.moc"
