// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/Language.h"
#include "mailconnect/DiagnosisDocument.h"
#include "mailconnect/Redaction.h"

#include <QDateTime>
#include <QTimeZone>

#include <nlohmann/json.hpp>

namespace mailconnect {

namespace {

using Json = nlohmann::ordered_json;

std::string english(const i18n::Text &text)
{
    return i18n::Language::english().render(text);
}

std::string dateOf(std::chrono::sys_seconds time)
{
    return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::utc())
        .toString(Qt::ISODate)
        .toStdString();
}

std::string_view nameOf(account::Security security)
{
    switch (security) {
    case account::Security::ImplicitTls:
        return "tls";
    case account::Security::StartTls:
        return "starttls";
    case account::Security::PlainText:
        return "plaintext";
    }
    return {};
}

Json jsonOf(const net::CertificateReport &certificate)
{
    Json problems = Json::array();
    for (const auto problem : certificate.problems)
        problems.push_back(net::nameOf(problem));
    return {{"subject", certificate.subject},
            {"issuer", certificate.issuer},
            {"not_before", dateOf(certificate.notBefore)},
            {"not_after", dateOf(certificate.notAfter)},
            {"names", certificate.names},
            {"key", certificate.key},
            {"sha256", certificate.sha256},
            {"problems", std::move(problems)},
            {"pem", certificate.pem}};
}

struct DetailJson
{
    Json operator()(const std::monostate & /*nothing*/) const { return Json::object(); }
    Json operator()(const AddressDetails &details) const
    {
        return {{"addresses", details.addresses}};
    }
    Json operator()(const TlsDetails &details) const
    {
        Json chain = Json::array();
        for (const auto &certificate : details.tls.chain)
            chain.push_back(jsonOf(certificate));
        return {{"version", details.tls.version},
                {"cipher", details.tls.cipher},
                {"chain", std::move(chain)}};
    }
    Json operator()(const GreetingDetails &details) const
    {
        return {{"greeting", details.greeting}};
    }
    Json operator()(const CapabilityDetails &details) const
    {
        return {{"capabilities", details.capabilities}, {"mechanisms", details.mechanisms}};
    }
    Json operator()(const LoginDetails &details) const
    {
        return {{"mechanism", details.mechanism}};
    }
    Json operator()(const FolderDetails &details) const
    {
        Json folders = Json::array();
        for (const auto &folder : details.folders) {
            if (folder.role == imap::SpecialUse::None)
                continue;
            Json entry = {{"path", folder.path}, {"role", imap::nameOf(folder.role)}};
            if (folder.messages)
                entry["messages"] = *folder.messages;
            if (folder.unseen)
                entry["unseen"] = *folder.unseen;
            folders.push_back(std::move(entry));
        }
        return {{"count", details.folders.size()},
                {"is_truncated", details.isTruncated},
                {"folders_with_role", std::move(folders)}};
    }
    Json operator()(const QuotaDetails &details) const
    {
        Json resources = Json::array();
        for (const auto &resource : details.resources)
            resources.push_back(
                {{"name", resource.name}, {"usage", resource.usage}, {"limit", resource.limit}});
        return {{"resources", std::move(resources)}};
    }
    Json operator()(const SubmissionDetails &details) const
    {
        return {{"size_limit", details.sizeLimit}, {"extensions", details.extensions}};
    }
    Json operator()(const TestMessageDetails &details) const
    {
        return {{"folder", details.folder}};
    }
};

Json jsonOf(const StepReport &step)
{
    Json json = {{"step", nameOf(step.kind)},
                 {"state", nameOf(step.state)},
                 {"milliseconds", step.elapsed.count()},
                 {"finding", nameOf(step.finding)},
                 {"summary", english(step.summary)}};
    if (step.cause)
        json["cause"] = english(*step.cause);
    if (step.remedy)
        json["remedy"] = english(*step.remedy);
    if (step.providerHint)
        json["provider_hint"] = english(*step.providerHint);
    if (!step.serverText.empty())
        json["server_text"] = step.serverText;
    json["details"] = std::visit(DetailJson(), step.details);
    return json;
}

Json jsonOf(const ServiceReport &service)
{
    Json steps = Json::array();
    for (const auto &step : service.steps)
        steps.push_back(jsonOf(step));
    Json json = {{"host", service.endpoint.host},
                 {"port", service.endpoint.port},
                 {"security", nameOf(service.endpoint.security)},
                 {"username", service.username},
                 {"verdict", nameOf(service.verdict)},
                 {"summary", english(service.summary)},
                 {"steps", std::move(steps)}};
    if (!service.transcript.lines.empty())
        json["transcript"] = service.transcript.text();
    return json;
}

} // namespace

std::string jsonOf(const DiagnosisReport &full)
{
    const auto report = redacted(full);
    Json json = {{"version", jsonVersion},
                 {"started_at", dateOf(report.startedAt)},
                 {"milliseconds", report.elapsed.count()},
                 {"verdict", nameOf(report.verdict())},
                 {"email_address", report.emailAddress}};
    if (report.imap)
        json["imap"] = jsonOf(*report.imap);
    if (report.smtp)
        json["smtp"] = jsonOf(*report.smtp);
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace mailconnect
