// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Task.h"
#include "mailconnect/DiagnosisStep.h"
#include "mailconnect/Transcript.h"
#include "net/TlsPolicy.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mailconnect {

/// How long a diagnosis waits. A step that takes longer fails, and the service ends with it.
struct DiagnosisLimits
{
    std::chrono::milliseconds resolve = std::chrono::seconds(5);
    std::chrono::milliseconds connect = std::chrono::seconds(8); ///< for each address
    /// For the other addresses, once one has answered.
    std::chrono::milliseconds otherAddresses = std::chrono::seconds(1);
    std::chrono::milliseconds tlsHandshake = std::chrono::seconds(8);
    std::chrono::milliseconds greeting = std::chrono::seconds(10);
    /// After so long without a greeting it is looked, for as long again, whether the port begins
    /// with TLS.
    std::chrono::milliseconds greetingDoubt = std::chrono::seconds(2);
    std::chrono::milliseconds command = std::chrono::seconds(10);
    std::chrono::milliseconds login = std::chrono::seconds(20);
    std::chrono::milliseconds folders = std::chrono::seconds(20);
    std::chrono::milliseconds send = std::chrono::seconds(30);
    std::chrono::milliseconds arrival = std::chrono::seconds(60);
    std::chrono::milliseconds pollInterval = std::chrono::seconds(1); ///< while waiting for it
    /// Everything.
    std::chrono::milliseconds total = std::chrono::minutes(3);
    /// A step that passes, but takes longer, is worth a warning.
    std::chrono::milliseconds slow = std::chrono::seconds(3);
    /// A certificate that ends so soon is, too.
    std::chrono::hours certificateEndsSoon = std::chrono::hours(14 * 24);
};

/// Whether a message is sent from the mailbox to itself, found and deleted again.
enum class RoundTrip { Omitted, Wanted };

enum class TranscriptUse { Omitted, Wanted };

/// What is to be looked at. A server that is missing is not looked at; without a login the
/// diagnosis ends before it.
struct DiagnosisRequest
{
    std::optional<account::ServerEndpoint> imap;
    std::optional<account::ServerEndpoint> smtp;
    std::optional<account::Credentials> imapLogin;
    std::optional<account::Credentials> smtpLogin;
    /// Where the test message goes, and what user names are compared with; may be empty.
    std::string emailAddress;
    RoundTrip roundTrip = RoundTrip::Omitted; ///< needs both servers, both logins and the address
    TranscriptUse transcript = TranscriptUse::Omitted;
    net::TlsPolicy tlsPolicy;
    DiagnosisLimits limits;
};

/// How a service, or all of it, came out.
enum class Verdict {
    NotChecked,
    Passed,
    Warning,
    Failed,
    Cancelled,
};

/// Stable snake_case name.
std::string_view nameOf(Verdict verdict);

struct ServiceReport
{
    account::ServerEndpoint endpoint;
    std::string username; ///< as it was given; empty without a login
    Verdict verdict = Verdict::NotChecked;
    /// The worst step in one sentence, or that all is well.
    i18n::Text summary = "";
    std::vector<StepReport> steps; ///< by number; none of them is Running
    Transcript transcript;         ///< empty unless it was wanted
};

struct DiagnosisReport
{
    std::chrono::sys_seconds startedAt;
    std::chrono::milliseconds elapsed{0};
    std::string emailAddress;
    std::optional<ServiceReport> imap;
    std::optional<ServiceReport> smtp;

    /// Failed if one service failed, Cancelled if one was cancelled, Warning if one has a warning.
    Verdict verdict() const;
};

/// Hears of every step twice, see StepReport. It may cancel the diagnosis.
using StepListener = std::function<void(const StepReport &)>;

/// Looks at both servers at the same time, step by step, logs in once to each, and says in plain
/// words what does not work, why, and what to do. Never fails: what goes wrong is in the report.
/// Ends within a second of a cancellation; what was not tried then is missing. Nothing of it
/// changes a mailbox, but for the test message of the round trip. Main thread only.
core::Task<DiagnosisReport> diagnose(DiagnosisRequest request, StepListener onStep,
                                     core::Cancellation cancellation);

} // namespace mailconnect
