// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "net/TlsPolicy.h"

#include <memory>

struct ssl_ctx_st;

namespace net {

/// What the connections of one policy have in common: TLS 1.2 or newer, no weak keys or signatures,
/// the system's authorities and those of the policy. One thread only.
class TlsContext
{
public:
    /// The one that was made before, unless a file of authorities has changed since: a new
    /// authority counts from the next connection on. Internal: the policy's file cannot be used.
    static core::Result<std::shared_ptr<const TlsContext>> of(const TlsPolicy &policy);

    ~TlsContext() = default;
    TlsContext(const TlsContext &) = delete;
    TlsContext &operator=(const TlsContext &) = delete;

    ssl_ctx_st *native() const { return m_native.get(); }

private:
    struct Free
    {
        void operator()(ssl_ctx_st *native) const;
    };
    TlsContext();

    std::unique_ptr<ssl_ctx_st, Free> m_native;
};

} // namespace net
