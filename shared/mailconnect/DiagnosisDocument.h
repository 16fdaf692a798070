// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/Language.h"
#include "mailconnect/Diagnosis.h"

#include <string>
#include <string_view>

namespace mailconnect {

// A report to be handed on, as to the people who run the mail server. There is no password in it
// anyhow; user names and addresses lose what is in front of the @ ("a***@example.com"), and of the
// folders only those with a role are named.

/// Plain text, lines of any length.
std::string textOf(const DiagnosisReport &report, const i18n::Language &language);

/// One page without scripts, images or anything else from elsewhere.
std::string htmlOf(const DiagnosisReport &report, const i18n::Language &language);

/// Of the form of jsonOf(); it grows when a field changes its meaning or goes.
constexpr int jsonVersion = 1;

/// For programs: names of enumerations are the stable ones, sentences are English. Its form is
/// described in the README.
std::string jsonOf(const DiagnosisReport &report);

/// One step on one line for terminals: mark, title, time and summary; cause, remedy and hint below
/// it, indented.
std::string textOf(const StepReport &step, const i18n::Language &language);

/// "a***@example.com"; without an @ only the first character remains.
std::string redactedAddress(std::string_view text);

} // namespace mailconnect
