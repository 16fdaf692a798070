// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mime {

/// One parameter of Content-Type or Content-Disposition as it was written: `filename*0*` stays
/// `filename*0*`, and the value is raw.
struct Parameter
{
    std::string name;
    std::string value;
};

/// A field value with parameters, taken apart (RFC 2045 §5.1): `text/plain; charset="utf-8"`.
struct ParameterisedValue
{
    std::string value; ///< lower case: "text/plain"
    std::vector<Parameter> parameters;
};

/// At most 128 parameters are read; never fails.
ParameterisedValue parseParameterised(std::string_view field);

/// The text of a parameter: RFC 2231 charset, percent-encoding and continuations (at most 128) are
/// put together, encoded words (which no RFC allows there, and many senders use) are decoded, raw
/// bytes are UTF-8 or else windows-1252. The extended form wins over the plain one (RFC 6266
/// §4.3). One line of valid UTF-8, or nothing if there is no such parameter.
std::optional<std::string> decodeParameter(const std::vector<Parameter> &parameters,
                                           std::string_view name);

} // namespace mime
