// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace http {

/// One complete answer. Date, Content-Length, Connection and the security headers that every answer
/// has are added when it is written.
struct Response
{
    int status = 200;
    Headers headers;
    std::string body;

    Response() = default;
    explicit Response(int statusCode)
        : status(statusCode)
    {}

    /// `text/plain; charset=utf-8`
    static Response text(int status, std::string body);
    /// `text/html; charset=utf-8`
    static Response html(int status, std::string body);
    /// `application/json`; invalid UTF-8 in strings is replaced, never thrown at.
    static Response json(int status, const nlohmann::json &value);
    /// 303 See Other (RFC 9110 §15.4.4): the browser follows with GET and never repeats a password.
    static Response seeOther(const HeaderValue &location);

    /// Adds a header and returns the response, for one-line answers.
    Response with(std::string_view name, const HeaderValue &value) &&;
};

} // namespace http
