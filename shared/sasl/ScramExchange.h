// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/Exchange.h"

#include <cstdint>
#include <string_view>

namespace sasl {

/// SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding. GNU SASL does the arithmetic; what
/// the server asks for is checked before any of it.
class ScramExchange final : public Exchange
{
public:
    static core::Result<std::unique_ptr<Exchange>> create(const account::Credentials &credentials);
    ~ScramExchange() override;
    ScramExchange(const ScramExchange &) = delete;
    ScramExchange &operator=(const ScramExchange &) = delete;

    core::Result<core::Done> confirm() const override;

private:
    class Session;
    enum class Stage { Beginning, SentNonce, SentProof, Verified };

    explicit ScramExchange(std::shared_ptr<Session> session);
    core::Result<std::optional<std::string>> first() override;
    core::Task<core::Result<std::string>> answer(std::string challenge) override;
    core::Task<core::Result<std::string>> prove(std::string serverFirst);
    core::Result<std::string> verify(const std::string &serverFinal);

    /// Shared with the thread that computes.
    std::shared_ptr<Session> m_session;
    Stage m_stage = Stage::Beginning;
};

/// Checks the server-first-message: its form, and an iteration count from 4,096 (RFC 7677 §4) to
/// 600,000 (more would be an attack on our processor). Protocol, Unsupported.
core::Result<core::Done> checkServerFirst(std::string_view message);

} // namespace sasl
