// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/Pkce.h"

#include "core/Base64.h"
#include "core/PercentEncoding.h"
#include "core/Secret.h"
#include "crypto/Hash.h"

#include <algorithm>

namespace oauth {

bool isCodeChallenge(std::string_view text)
{
    return text.size() == 43 && core::decodeBase64Url(text).has_value();
}

bool isCodeVerifier(std::string_view text)
{
    return text.size() >= 43 && text.size() <= 128 && std::ranges::all_of(text, core::isUnreserved);
}

bool verifierFitsChallenge(std::string_view verifier, std::string_view challenge)
{
    return isCodeVerifier(verifier)
           && core::equalsInConstantTime(core::encodeBase64Url(crypto::sha256(verifier)),
                                         challenge);
}

} // namespace oauth
