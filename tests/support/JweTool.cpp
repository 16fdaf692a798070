// SPDX-License-Identifier: GPL-3.0-or-later
// Seals and opens tokens of the legacy form with a given raw key, so that other JWE implementations
// can be held against ours.
//   jwe_tool seal KEY_HEX < plaintext      jwe_tool open KEY_HEX < token
#include "core/Random.h"
#include "crypto/Jwe.h"

#include <QByteArray>

#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

int main(int argc, char *argv[])
{
    const std::string_view command = argc == 3 ? argv[1] : "";
    const std::string keyBytes =
        argc == 3 ? QByteArray::fromHex(QByteArray(argv[2])).toStdString() : std::string();
    if ((command != "seal" && command != "open") || keyBytes.size() != crypto::KeyRing::keySize) {
        std::fputs("usage: jwe_tool seal|open KEY (64 hexadecimal digits)\n", stderr);
        return 2;
    }
    const crypto::KeyRing::Key key{.id = "default", .bytes = core::Secret::copyOf(keyBytes)};
    const crypto::Jwe jwe = crypto::Jwe::legacy(&key);
    const std::string input{std::istreambuf_iterator<char>(std::cin),
                            std::istreambuf_iterator<char>()};
    core::SystemRandom random;
    if (command == "seal") {
        const auto token = jwe.seal(input, random);
        if (!token) {
            std::fprintf(stderr, "%s\n", token.error().message.c_str());
            return 1;
        }
        std::cout << *token;
        return 0;
    }
    const auto plaintext = jwe.open(input);
    if (!plaintext) {
        std::fprintf(stderr, "%s\n", plaintext.error().message.c_str());
        return 1;
    }
    std::cout << plaintext->reveal();
    return 0;
}
