// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Task.h"
#include "discovery/Finder.h"
#include "mailconnect/Diagnosis.h"

#include <functional>

class QNetworkAccessManager;

namespace admin {

class Dialogs;
class Keychain;
class LanguageSwitch;
class SecretClipboard;
class Settings;

/// What the pages work with. All of it outlives them.
struct Services
{
    using Find = std::function<core::Task<core::Result<discovery::FoundSettings>>(
        discovery::Query query, discovery::FindOptions options,
        discovery::ProgressListener listener, core::Cancellation cancellation)>;
    using Diagnose = std::function<core::Task<mailconnect::DiagnosisReport>(
        mailconnect::DiagnosisRequest request, mailconnect::StepListener listener,
        core::Cancellation cancellation)>;

    Settings &settings;
    LanguageSwitch &language;
    Dialogs &dialogs;
    Keychain &keychain;
    SecretClipboard &clipboard;
    QNetworkAccessManager &network;
    const core::Clock &clock;
    core::Random &random;
    Find find;
    Diagnose diagnose;
};

} // namespace admin
