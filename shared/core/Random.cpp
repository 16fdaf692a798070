// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Random.h"

#include "core/Base64.h"

#include <openssl/rand.h>

#include <cstdlib>

namespace core {

std::string Random::bytes(std::size_t count)
{
    std::string result(count, '\0');
    fill(result.data(), count);
    return result;
}

std::string Random::identifier(std::size_t byteCount)
{
    return encodeBase64Url(bytes(byteCount));
}

void SystemRandom::fill(char *bytes, std::size_t count)
{
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes), static_cast<int>(count)) != 1)
        std::abort();
}

} // namespace core
