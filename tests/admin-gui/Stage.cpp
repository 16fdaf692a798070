// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Stage.h"

#include "admin-gui/style/Style.h"
#include "admin-gui/style/Theme.h"
#include "core/Async.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>

namespace support {

using mailconnect::Service;
using mailconnect::StepKind;
using mailconnect::StepReport;
using mailconnect::StepState;
using std::chrono::milliseconds;

std::optional<QString> AnsweredDialogs::answer(const QString &title)
{
    asked.append(title);
    if (answers.empty())
        return std::nullopt;
    const QString first = answers.front();
    answers.pop_front();
    return first;
}

std::optional<QString> AnsweredDialogs::openFile(QWidget *, const QString &title, const QString &)
{
    return answer(title);
}

std::optional<QString> AnsweredDialogs::saveFile(QWidget *, const QString &title, const QString &,
                                                 const QString &)
{
    return answer(title);
}

std::optional<QString> AnsweredDialogs::text(QWidget *, const QString &title, const QString &,
                                             const QString &)
{
    return answer(title);
}

std::optional<QString> AnsweredDialogs::secret(QWidget *, const QString &title,
                                               const QString &label)
{
    return answer(title + QStringLiteral(": ") + label);
}

bool AnsweredDialogs::confirm(QWidget *, const QString &title, const QString &, const QString &)
{
    return answer(title).has_value();
}

int AnsweredDialogs::run(QDialog &dialog)
{
    asked.append(dialog.windowTitle());
    dialog.show();
    if (onRun)
        onRun(dialog);
    return QDialog::Rejected;
}

core::Task<core::Result<core::Secret>> MemoryKeychain::read(QString name)
{
    const auto found = secrets.find(name);
    if (found == secrets.end())
        co_return core::Error(core::ErrorKind::NotFound, "The keychain has no key.");
    co_return found->second.clone();
}

core::Task<core::Result<core::Done>> MemoryKeychain::write(QString name, core::Secret secret)
{
    secrets[name] = std::move(secret);
    co_return core::Done{};
}

core::Task<core::Result<core::Done>> MemoryKeychain::remove(QString name)
{
    secrets.erase(name);
    co_return core::Done{};
}

namespace {

core::Task<core::Result<discovery::FoundSettings>> findExample()
{
    co_return foundExample();
}

core::Task<mailconnect::DiagnosisReport> diagnoseExample(mailconnect::DiagnosisRequest request,
                                                         mailconnect::StepListener listener)
{
    auto report = reportExample(request);
    for (const auto *service : {&report.imap, &report.smtp}) {
        if (!*service)
            continue;
        for (const auto &step : (*service)->steps)
            listener(step);
    }
    co_return report;
}

StepReport step(Service service, StepKind kind, StepState state, int elapsed, const char *summary)
{
    StepReport report;
    report.service = service;
    report.kind = kind;
    report.state = state;
    report.elapsed = milliseconds(elapsed);
    report.summary = summary;
    return report;
}

void number(std::vector<StepReport> &steps)
{
    for (std::size_t i = 0; i < steps.size(); ++i)
        steps[i].number = i;
}

} // namespace

Stage::Stage()
    : find([](discovery::Query, discovery::FindOptions, discovery::ProgressListener,
              core::Cancellation) { return findExample(); })
    , diagnose([](mailconnect::DiagnosisRequest request, mailconnect::StepListener listener,
                  core::Cancellation) {
        return diagnoseExample(std::move(request), std::move(listener));
    })
    , m_clipboard(QGuiApplication::clipboard())
{
    QApplication::setStyle(new admin::Style);
    admin::useAppearance(admin::Appearance::Light);
}

Stage::~Stage()
{
    close();
}

admin::MainWindow &Stage::open()
{
    close();
    m_settings = std::make_unique<admin::Settings>(path("settings.ini"));
    if (m_settings->language().isEmpty())
        m_settings->setLanguage(QStringLiteral("en"));
    m_language.use(m_settings->language());
    m_profiles = std::make_unique<admin::ProfileStore>(path("profiles.json"));
    m_services = std::make_unique<admin::Services>(admin::Services{.settings = *m_settings,
                                                                   .language = m_language,
                                                                   .dialogs = dialogs,
                                                                   .keychain = *m_keychain,
                                                                   .clipboard = m_clipboard,
                                                                   .network = network,
                                                                   .clock = *m_clock,
                                                                   .random = *m_random,
                                                                   .find = find,
                                                                   .diagnose = diagnose});
    m_window = std::make_unique<admin::MainWindow>(*m_services, *m_profiles);
    m_window->show();
    return *m_window;
}

void Stage::close()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_services.reset();
    m_profiles.reset();
    m_settings.reset();
}

void Stage::useRealClockAndChance()
{
    m_clock = &m_systemClock;
    m_random = &m_systemRandom;
}

discovery::FoundSettings foundExample()
{
    discovery::FoundSettings found;
    found.providerName = "Example Mail";
    const discovery::UserName name{.form = discovery::UserName::Form::EmailAddress,
                                   .text = "anna@example.com"};
    found.imap.push_back(
        {.endpoint = {.host = "imap.example.com", .port = 993},
         .userName = name,
         .origin = {.source = discovery::Source::Autoconfig,
                    .place = "https://autoconfig.example.com/mail/config-v1.1.xml"},
         .isVerified = true});
    found.smtp.push_back(
        {.endpoint = {.host = "smtp.example.com",
                      .port = 587,
                      .security = account::Security::StartTls},
         .userName = name,
         .origin = {.source = discovery::Source::Srv, .place = "_submission._tcp.example.com"}});
    found.hints.push_back({.kind = discovery::Hint::Kind::AppPassword,
                           .provider = "Example Mail",
                           .url = "https://example.com/app-passwords"});
    return found;
}

mailconnect::DiagnosisReport reportExample(const mailconnect::DiagnosisRequest &request)
{
    mailconnect::DiagnosisReport report;
    report.elapsed = milliseconds(412);
    report.emailAddress = request.emailAddress;
    if (request.imap) {
        mailconnect::ServiceReport imap;
        imap.endpoint = *request.imap;
        imap.verdict = mailconnect::Verdict::Passed;
        imap.summary = "Everything works.";
        imap.steps = {
            step(Service::Imap, StepKind::Resolve, StepState::Passed, 11,
                 "2 addresses were found."),
            step(Service::Imap, StepKind::Connect, StepState::Passed, 24,
                 "Connected to 192.0.2.1."),
            step(Service::Imap, StepKind::TlsHandshake, StepState::Passed, 48,
                 "TLS 1.3, and the certificate is good."),
            step(Service::Imap, StepKind::Greeting, StepState::Passed, 9, "Dovecot greets."),
            step(Service::Imap, StepKind::Login, StepState::Passed, 63, "The login works."),
            step(Service::Imap, StepKind::Quota, StepState::Warning, 7,
                 "The mailbox is 94 % full.")};
        imap.steps[2].details = mailconnect::TlsDetails{
            .tls = {
                .version = "TLS 1.3",
                .cipher = "TLS_AES_256_GCM_SHA384",
                .chain = {{.subject = "CN=imap.example.com",
                           .issuer = "CN=Example CA",
                           .notBefore = {},
                           .notAfter = std::chrono::sys_seconds(std::chrono::seconds(1767225600)),
                           .names = {"imap.example.com"},
                           .sha256 = "AB:CD",
                           .key = "EC 256",
                           .pem = "-----BEGIN CERTIFICATE-----\n",
                           .problems = {net::CertificateProblem::Expired}}}}};
        number(imap.steps);
        imap.transcript.lines = {
            {.speaker = mailconnect::TranscriptLine::Speaker::Server, .text = "* OK ready"}};
        report.imap = std::move(imap);
    }
    if (request.smtp) {
        mailconnect::ServiceReport smtp;
        smtp.endpoint = *request.smtp;
        smtp.verdict = mailconnect::Verdict::Failed;
        smtp.summary = "The server refuses the user name or the password.";
        smtp.steps = {
            step(Service::Smtp, StepKind::Resolve, StepState::Passed, 9, "1 address was found."),
            step(Service::Smtp, StepKind::Connect, StepState::Passed, 21,
                 "Connected to 192.0.2.2."),
            step(Service::Smtp, StepKind::StartTls, StepState::Passed, 52, "TLS 1.3."),
            step(Service::Smtp, StepKind::Login, StepState::Failed, 1204,
                 "The server refuses the user name or the password."),
            step(Service::Smtp, StepKind::SubmissionLimits, StepState::Skipped, 0,
                 "Left out, because the login failed.")};
        smtp.steps[3].finding = mailconnect::Finding::WrongCredentials;
        smtp.steps[3].cause = i18n::Text("The provider wants an app password.");
        smtp.steps[3].remedy = i18n::Text("Make an app password and type it in.");
        smtp.steps[3].serverText = "535 5.7.8 <b>Username</b> and Password not accepted";
        number(smtp.steps);
        report.smtp = std::move(smtp);
    }
    return report;
}

} // namespace support
