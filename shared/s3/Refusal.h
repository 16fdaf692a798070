// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "transfer/Transfer.h"

#include <optional>
#include <string>
#include <string_view>

namespace s3 {

/// The text of the first element of this name in an XML answer; empty if there is none, or no XML.
std::string elementText(std::string_view xml, std::string_view name);

/// What S3 says when it does not do what it was asked (Amazon S3 API Reference, "Error responses").
/// Its message and its other elements are left out: they repeat the key and what was signed.
struct Refusal
{
    int status = 0;
    std::string code;   ///< NoSuchKey; empty: the answer names none
    std::string region; ///< where the bucket is, if the answer says so

    /// Nothing if the answer is none: 2xx without an error in it.
    static std::optional<Refusal> from(const transfer::Response &response);

    /// Later it may do it.
    bool isPassing() const;
    /// Our clock and that of the service are too far apart.
    bool isClockSkew() const { return code == "RequestTimeTooSkewed"; }
    /// The bucket is in another region, or the signature is for another one.
    bool isWrongRegion() const;
    core::Error error() const;
};

} // namespace s3
