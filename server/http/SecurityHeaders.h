// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Response.h"

namespace http {

/// Adds the protective fields that every answer carries and those that pages need. A field that the
/// handler has set stays as it is. Pages bring their own Content-Security-Policy, because only they
/// know their style sheet and where their form may lead; one that forgets gets the strictest.
class SecurityHeaders
{
public:
    enum class Scheme { Http, Https };

    /// The scheme of the public base URL: only https may promise HSTS.
    explicit SecurityHeaders(Scheme publicScheme)
        : m_scheme(publicScheme)
    {}

    void addTo(Response &response) const;

private:
    Scheme m_scheme;
};

} // namespace http
