// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mailconnect/StepLog.h"

#include <optional>
#include <string>
#include <string_view>

namespace mailconnect {

/// What happened, in one sentence; `subject` is the server it happened with,
/// "mail.example.com:993", and for Slow the sentence about what took long.
i18n::Text summaryOf(Finding finding, i18n::Text subject);
/// Why, where it is known.
std::optional<i18n::Text> causeOf(Finding finding);
/// What to do.
std::optional<i18n::Text> remedyOf(Finding finding);

/// A step that found something, with all that is to be said about it. `serverText` are the server's
/// own words, any bytes.
Outcome explained(StepState state, Finding finding, const std::string &server,
                  std::string_view serverText = {}, StepDetails details = {});

/// What this provider wants of those who cannot log in, or nothing if it is not known.
/// `serverWords` are its greeting and its refusal.
std::optional<i18n::Text> providerHint(std::string_view host, std::string_view serverWords);

} // namespace mailconnect
