// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Error.h"
#include "core/Task.h"
#include "mailconnect/StepLog.h"
#include "mailconnect/TranscriptRecorder.h"
#include "net/Stream.h"

#include <chrono>
#include <memory>
#include <string>

namespace mailconnect {

/// What the steps of one service share while they go on.
struct Inspection
{
    Inspection(Service inspected, const DiagnosisRequest &wanted, const StepListener &onStep,
               core::Cancellation stop, const bool &timeIsUp);

    const DiagnosisRequest &request;
    const account::ServerEndpoint &endpoint;
    const std::string server; ///< "host:port"
    StepLog log;
    TranscriptRecorder recorder;
    core::Cancellation cancellation; ///< by the caller, or because the time is up
    const bool &isTimeUp;
    bool isLoopback = false; ///< connected to this very computer
    std::string greeting;    ///< the server's words, any bytes

    const DiagnosisLimits &limits() const { return request.limits; }
    /// Null unless a transcript is wanted.
    net::Conversation *conversation();
    void noteEncryption(); ///< in the transcript

    /// A step that ended with this error of a protocol client.
    Outcome failed(const core::Error &error) const;
    /// The same of a login; adds what the provider wants.
    Outcome loginFailed(Finding finding, const core::Error &error) const;
    Outcome found(StepState state, Finding finding, StepDetails details = {}) const;
};

/// Name, addresses, connection and, where it comes first, TLS. Null: the log says why.
core::Task<std::unique_ptr<net::Stream>> reach(Inspection &inspection);

/// Waits for the server to begin. When it stays silent, it is looked whether it waits for TLS; then
/// the step ends and false comes back.
core::Task<bool> awaitGreeting(Inspection &inspection, net::Stream &stream, std::size_t step);

/// The outcome of a TLS handshake; `error` is null if it succeeded.
Outcome tlsOutcome(const Inspection &inspection, const core::Error *error, net::TlsReport report);

/// Whether all of these SASL mechanisms want a token.
bool areTokensOnly(const std::vector<std::string> &mechanisms);

} // namespace mailconnect
