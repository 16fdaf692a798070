// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/Redaction.h"

#include "core/Unicode.h"
#include "mailconnect/DiagnosisDocument.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace mailconnect {

namespace {

/// A name that is shorter is part of other words, and tells nobody much.
constexpr std::size_t shortestName = 3;

/// What is put in place of what.
class Redaction
{
public:
    void hide(const std::string &name)
    {
        if (name.size() >= shortestName)
            m_pairs.emplace_back(name, redactedAddress(name));
    }

    void apply(std::string &text) const
    {
        for (const auto &[name, substitute] : m_pairs) {
            for (auto at = text.find(name); at != std::string::npos;
                 at = text.find(name, at + substitute.size()))
                text.replace(at, name.size(), substitute);
        }
    }

    /// The arguments of a text may hold a server's words.
    void apply(i18n::Text &text) const
    {
        if (text.isVerbatim()) {
            auto words = text.source();
            apply(words);
            text = i18n::Text::verbatim(std::move(words));
            return;
        }
        auto arguments = text.arguments();
        for (auto &argument : arguments)
            apply(argument);
        text = i18n::Text(text.source(), std::move(arguments));
    }

private:
    std::vector<std::pair<std::string, std::string>> m_pairs;
};

/// Answers that name folders, and commands that do.
bool namesFolders(const std::string &line)
{
    constexpr std::array parts{"* LIST ",    "* LSUB ",    "* STATUS ",
                               " STATUS \"", " SELECT \"", " EXAMINE \""};
    return std::ranges::any_of(
        parts, [&line](const char *part) { return line.find(part) != std::string::npos; });
}

void redact(Transcript &transcript, const Redaction &redaction)
{
    for (auto &line : transcript.lines) {
        if (namesFolders(line.text))
            line.text = line.text.substr(0, line.text.find_first_of("(\"")) + "…";
        redaction.apply(line.text);
    }
}

void redact(ServiceReport &service, const Redaction &redaction)
{
    service.username = service.username.empty() ? "" : redactedAddress(service.username);
    redaction.apply(service.summary);
    for (auto &step : service.steps) {
        redaction.apply(step.summary);
        redaction.apply(step.serverText);
        if (auto *const greeting = std::get_if<GreetingDetails>(&step.details))
            redaction.apply(greeting->greeting);
    }
    redact(service.transcript, redaction);
}

} // namespace

std::string redactedAddress(std::string_view text)
{
    const auto at = text.rfind('@');
    const auto local = text.substr(0, at);
    const auto domain = at == std::string_view::npos ? std::string_view() : text.substr(at);
    std::size_t position = 0;
    (void)core::nextCodePoint(local, position);
    return std::string(local.substr(0, position)) + "***" + std::string(domain);
}

DiagnosisReport redacted(DiagnosisReport report)
{
    Redaction redaction;
    redaction.hide(report.emailAddress);
    for (const auto *service : {&report.imap, &report.smtp}) {
        if (*service)
            redaction.hide((*service)->username);
    }
    if (!report.emailAddress.empty())
        report.emailAddress = redactedAddress(report.emailAddress);
    for (auto *service : {&report.imap, &report.smtp}) {
        if (*service)
            redact(**service, redaction);
    }
    return report;
}

} // namespace mailconnect
