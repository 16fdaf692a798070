// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/Text.h"
#include "imap/List.h"
#include "imap/Quota.h"
#include "mailconnect/Finding.h"
#include "net/TlsReport.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mailconnect {

enum class Service { Imap, Smtp };

/// The steps of a diagnosis, in their order.
enum class StepKind {
    Resolve,
    Connect, ///< one for each address
    TlsHandshake,
    Greeting,
    Capabilities,
    StartTls,
    CapabilitiesAfterTls,
    Login,
    CapabilitiesAfterLogin, ///< IMAP
    Folders,                ///< IMAP
    Quota,                  ///< IMAP
    SubmissionLimits,       ///< SMTP
    SendTestMessage,        ///< SMTP
    FindTestMessage,        ///< IMAP
    DeleteTestMessage,      ///< IMAP
};

enum class StepState {
    Running,
    Passed,
    Warning, ///< it works, but something should be done
    Failed,
    Skipped, ///< it was not tried, or it does not matter: the summary says why
};

// Stable snake_case names, as they stand in reports.
std::string_view nameOf(Service service);
std::string_view nameOf(StepKind kind);
std::string_view nameOf(StepState state);

/// "IMAP", "SMTP"
std::string_view titleOf(Service service);
/// What people call the step.
i18n::Text titleOf(StepKind kind);

// What a step found out. Texts of servers are plain text, without control and invisible characters.

struct AddressDetails ///< Resolve, Connect
{
    std::vector<std::string> addresses; ///< IPv4 and IPv6, in the order in which they are tried
};

struct TlsDetails ///< TlsHandshake, StartTls
{
    net::TlsReport tls;
};

struct GreetingDetails
{
    std::string greeting; ///< the server's words, with its name and software if it tells them
};

struct CapabilityDetails ///< all the steps that ask for capabilities
{
    std::vector<std::string> capabilities; ///< upper case, sorted
    std::vector<std::string> mechanisms;   ///< of SASL
};

struct LoginDetails
{
    std::string mechanism; ///< the one that was used, "LOGIN command" included; empty: none
};

struct FolderDetails
{
    struct Folder
    {
        std::string path;
        imap::SpecialUse role = imap::SpecialUse::None; ///< also recognised by its name
        std::optional<std::uint32_t> messages;
        std::optional<std::uint32_t> unseen;
    };
    std::vector<Folder> folders;
    bool isTruncated = false;
};

struct QuotaDetails
{
    std::vector<imap::QuotaResource> resources;
};

struct SubmissionDetails
{
    std::uint64_t sizeLimit = 0; ///< in bytes; 0: the server names none
    std::vector<std::string> extensions;
};

struct TestMessageDetails ///< FindTestMessage
{
    std::string folder; ///< where it arrived
};

using StepDetails =
    std::variant<std::monostate, AddressDetails, TlsDetails, GreetingDetails, CapabilityDetails,
                 LoginDetails, FolderDetails, QuotaDetails, SubmissionDetails, TestMessageDetails>;

/// One step, as it is now. A step is told of twice: Running when it begins, and once more when it
/// has ended.
struct StepReport
{
    Service service = Service::Imap;
    StepKind kind = StepKind::Resolve;
    /// Its place among the steps of its service: the same number is the same step.
    std::size_t number = 0;
    StepState state = StepState::Running;
    std::chrono::milliseconds elapsed{0};
    Finding finding = Finding::None;
    /// One sentence: what happened.
    i18n::Text summary = "";
    /// Why that is, where it is known.
    std::optional<i18n::Text> cause;
    /// What to do about it.
    std::optional<i18n::Text> remedy;
    /// What this provider wants, when it was recognised by its answer.
    std::optional<i18n::Text> providerHint;
    /// The server's own words when it refused something; no secret can be in them.
    std::string serverText;
    StepDetails details;
};

/// A line of a list of details: "Cipher", "TLS_AES_256_GCM_SHA384".
struct DetailLine
{
    i18n::Text name;
    i18n::Text value;
};

/// How much of a mailbox a list of details shows.
enum class Detail {
    Everything,
    ForOthers, ///< folders that have a role, and only the number of the others
};

/// The details of a step for people, one thing a line; each certificate is a few lines.
std::vector<DetailLine> detailLines(const StepReport &step, Detail detail);

} // namespace mailconnect
