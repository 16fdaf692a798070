// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/ServedDomains.h"
#include "clients/RedirectUri.h"
#include "config/AttachmentSettings.h"
#include "config/EnvFile.h"
#include "config/HttpSettings.h"
#include "config/S3Settings.h"
#include "core/Log.h"
#include "core/Result.h"
#include "crypto/KeyRing.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace config {

enum class Environment { Production, Development };

/// Everything that can be set, with its default. What each member is called outside, how it is
/// checked and what it means is one row in SettingRows.cpp.
struct Settings
{
    std::string baseUrl; ///< public URL without a trailing slash: the issuer
    std::string host = "127.0.0.1";
    std::uint16_t port = 3000;
    std::optional<crypto::KeyRing> keyRing; ///< none: nothing can be sealed or opened
    std::string stateUrl;                   ///< may hold a password
    std::string stateCaFile;
    Environment environment = Environment::Production;
    core::LogLevel logLevel = core::LogLevel::Info;

    std::string tlsCertificateFile;
    std::string tlsKeyFile;
    std::vector<std::string> trustedProxies;
    std::vector<std::string> allowedOrigins;
    std::string mailCaFile;
    std::vector<clients::RedirectUri> legacyRedirectUris;
    account::ServedDomains
        defaultMailServers; ///< serves nobody: clients cannot introduce themselves
    std::chrono::seconds registeredClientLifetime{std::chrono::hours(24 * 180)};
    std::string developmentClientCaFile;

    std::chrono::seconds accessTokenLifetime{std::chrono::hours(8)};
    std::chrono::seconds refreshTokenLifetime{std::chrono::hours(24 * 30)};
    std::chrono::seconds loginRecheckAfter{std::chrono::hours(24)};
    std::size_t maximumTokenRequestsPerMinute = 30;
    std::size_t maximumClientFailuresPerMinute = 10;

    HttpSettings http;
    AttachmentSettings attachments;
    S3Settings s3; ///< whole or unused, unless there is a problem
    std::size_t maximumSessions = 500;
    std::size_t maximumSessionsPerMailbox = 3;
    std::size_t maximumLoginsPerHost = 16;
    std::size_t maximumWaitingPerHost = 64;
    std::size_t maximumWaitingPerMailbox = 16;
    std::size_t maximumWatchedMailboxes = 500;
    std::size_t maximumWatchesPerMailbox = 64;
    std::chrono::seconds watchRenewal{180};
    std::chrono::seconds watchPoll{60};
    std::chrono::seconds sessionIdleTime{std::chrono::minutes(5)};
    std::chrono::seconds sessionProbeAfter{30};
    std::chrono::seconds sessionConnectTime{10};
    std::chrono::seconds sessionLoginTime{10};
    std::chrono::seconds imapCommandTime{30};
    std::chrono::seconds sessionWaitTime{10};
    std::chrono::seconds smtpSessionIdleTime{20};
    std::size_t maximumIdleSmtpSessions = 100;
    std::size_t maximumIdleSmtpSessionsPerMailbox = 3;

    std::string auditLog = "stderr"; ///< or none, or the name of a file
    bool namesPeople = false;        ///< the audit log shows user names
    std::string adminSocket;         ///< empty: none
    bool adminSocketAdmitsGroup = false;

    std::vector<std::string> metricsFrom{"127.0.0.1", "::1"};
    std::size_t maximumSendsPerHour = 30;
    std::size_t maximumSendsPerDay = 200;
};

/// A setting as `mail_mcp config` prints it; secrets are masked.
struct RenderedSetting
{
    std::string name;
    std::string value;
    bool isDefault = true;
};

/// The outcome of reading all settings: what could be read, and one sentence for everything that is
/// wrong, naming the variable, the mistake and the remedy.
struct LoadedSettings
{
    Settings settings;
    std::vector<RenderedSetting> rendered;
    std::vector<std::string> problems;
};

/// Reads the settings; variables of `environment` win over those of the file.
LoadedSettings loadSettings(const Variables &environment, const Variables &file);

/// The text of .env.sample: every setting with its help and its default.
std::string renderEnvSample();

/// The help of every setting for `--help`, one line each.
std::string renderSettingsHelp();

} // namespace config
