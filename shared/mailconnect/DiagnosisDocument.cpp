// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/DiagnosisDocument.h"

#include "mailconnect/Redaction.h"

#include <QDateTime>
#include <QTimeZone>
#include <QtGlobal>

namespace mailconnect {

namespace {

using i18n::Language;
using i18n::Text;

std::string_view markOf(StepState state)
{
    switch (state) {
    case StepState::Running:
        return "…";
    case StepState::Passed:
        return "✓";
    case StepState::Warning:
        return "!";
    case StepState::Failed:
        return "✗";
    case StepState::Skipped:
        return "–";
    }
    return {};
}

Text documentTitle()
{
    return QT_TRANSLATE_NOOP("pages", "Diagnosis of mail servers");
}

Text transcriptTitle()
{
    return QT_TRANSLATE_NOOP("pages", "Transcript");
}

std::string timeOf(std::chrono::milliseconds elapsed)
{
    return std::to_string(elapsed.count()) + " ms";
}

std::string addressOf(const ServiceReport &service)
{
    return service.endpoint.host + ":" + std::to_string(service.endpoint.port);
}

std::string startOf(const DiagnosisReport &report)
{
    return QDateTime::fromSecsSinceEpoch(report.startedAt.time_since_epoch().count(),
                                         QTimeZone::utc())
        .toString(Qt::ISODate)
        .toStdString();
}

/// What is said below a step: label and text.
std::vector<DetailLine> remarksOf(const StepReport &step)
{
    std::vector<DetailLine> remarks;
    if (step.cause)
        remarks.push_back({.name = QT_TRANSLATE_NOOP("pages", "Why"), .value = *step.cause});
    if (step.remedy)
        remarks.push_back(
            {.name = QT_TRANSLATE_NOOP("pages", "What to do"), .value = *step.remedy});
    if (step.providerHint)
        remarks.push_back(
            {.name = QT_TRANSLATE_NOOP("pages", "Provider"), .value = *step.providerHint});
    if (!step.serverText.empty())
        remarks.push_back({.name = QT_TRANSLATE_NOOP("pages", "The server said"),
                           .value = Text::verbatim(step.serverText)});
    return remarks;
}

std::string textLine(const DetailLine &line, const Language &language)
{
    return "    " + language.render(line.name) + ": " + language.render(line.value) + "\n";
}

std::string textOf(const ServiceReport &service, Service kind, const Language &language)
{
    std::string text = std::string(titleOf(kind)) + " " + addressOf(service);
    if (!service.username.empty())
        text += " (" + service.username + ")";
    text += "\n" + language.render(service.summary) + "\n\n";
    for (const auto &step : service.steps) {
        text += textOf(step, language);
        for (const auto &line : detailLines(step, Detail::ForOthers))
            text += textLine(line, language);
    }
    if (!service.transcript.lines.empty())
        text += "\n" + language.render(transcriptTitle()) + "\n" + service.transcript.text();
    return text + "\n";
}

std::string escaped(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
        .toHtmlEscaped()
        .toStdString();
}

std::string htmlLine(const DetailLine &line, const Language &language)
{
    return "<dt>" + escaped(language.render(line.name)) + "</dt><dd>"
           + escaped(language.render(line.value)) + "</dd>\n";
}

std::string htmlOf(const StepReport &step, const Language &language)
{
    std::string html = "<section class=\"" + std::string(nameOf(step.state)) + "\"><h3>"
                       + std::string(markOf(step.state)) + " "
                       + escaped(language.render(titleOf(step.kind))) + " <small>"
                       + timeOf(step.elapsed) + "</small></h3>\n<p>"
                       + escaped(language.render(step.summary)) + "</p>\n<dl>\n";
    for (const auto &remark : remarksOf(step))
        html += htmlLine(remark, language);
    for (const auto &line : detailLines(step, Detail::ForOthers))
        html += htmlLine(line, language);
    return html + "</dl></section>\n";
}

std::string htmlOf(const ServiceReport &service, Service kind, const Language &language)
{
    std::string html = "<h2>" + std::string(titleOf(kind)) + " " + escaped(addressOf(service));
    if (!service.username.empty())
        html += " (" + escaped(service.username) + ")";
    html += "</h2>\n<p>" + escaped(language.render(service.summary)) + "</p>\n";
    for (const auto &step : service.steps)
        html += htmlOf(step, language);
    if (!service.transcript.lines.empty())
        html += "<h3>" + escaped(language.render(transcriptTitle())) + "</h3>\n<pre dir=\"ltr\">"
                + escaped(service.transcript.text()) + "</pre>\n";
    return html;
}

constexpr std::string_view style =
    "body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}"
    "section{border-inline-start:4px solid #888;padding-inline-start:1em;margin:1em 0}"
    ".passed{border-color:#287a3c}.warning{border-color:#b36b00}.failed{border-color:#b3261e}"
    "dt{font-weight:bold}dd{margin-inline-start:1em;overflow-wrap:anywhere}"
    "pre{overflow:auto}small{font-weight:normal}";

} // namespace

std::string textOf(const StepReport &step, const Language &language)
{
    std::string text = std::string(markOf(step.state)) + " " + std::string(titleOf(step.service))
                       + "  " + language.render(titleOf(step.kind)) + "  (" + timeOf(step.elapsed)
                       + ")  " + language.render(step.summary) + "\n";
    for (const auto &remark : remarksOf(step))
        text += textLine(remark, language);
    return text;
}

std::string textOf(const DiagnosisReport &full, const Language &language)
{
    const auto report = redacted(full);
    std::string text = language.render(documentTitle()) + "\n" + startOf(report) + ", "
                       + timeOf(report.elapsed) + "\n\n";
    if (report.imap)
        text += textOf(*report.imap, Service::Imap, language);
    if (report.smtp)
        text += textOf(*report.smtp, Service::Smtp, language);
    return text;
}

std::string htmlOf(const DiagnosisReport &full, const Language &language)
{
    const auto report = redacted(full);
    const auto title = escaped(language.render(documentTitle()));
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\" dir=\""
                       + (language.isRightToLeft() ? "rtl" : "ltr")
                       + "\">\n<head><meta charset=\"utf-8\"><title>" + title + "</title><style>"
                       + std::string(style) + "</style></head>\n<body>\n<h1>" + title + "</h1>\n<p>"
                       + startOf(report) + ", " + timeOf(report.elapsed) + "</p>\n";
    if (report.imap)
        html += htmlOf(*report.imap, Service::Imap, language);
    if (report.smtp)
        html += htmlOf(*report.smtp, Service::Smtp, language);
    return html + "</body>\n</html>\n";
}

} // namespace mailconnect
