// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"
#include "app/Signals.h"
#include "app/commands/Command.h"
#include "app/commands/PasswordInput.h"
#include "app/commands/ProvisioningProblem.h"
#include "app/commands/ServerFlags.h"
#include "core/Async.h"
#include "i18n/Language.h"
#include "mailconnect/DiagnosisDocument.h"

#include <cstdio>
#include <unistd.h>

namespace app {

namespace {

using mailconnect::DiagnosisReport;
using mailconnect::DiagnosisRequest;
using mailconnect::StepReport;
using mailconnect::StepState;
using mailconnect::Verdict;

const QString usernameOption = QStringLiteral("username");
const QString passwordFileOption = QStringLiteral("password-file");
const QString emailOption = QStringLiteral("email");
const QString roundTripOption = QStringLiteral("round-trip");
const QString detailsOption = QStringLiteral("details");
const QString transcriptOption = QStringLiteral("transcript");
const QString jsonOption = QStringLiteral("json");
const QString htmlOption = QStringLiteral("html");
const QString caFileOption = QStringLiteral("ca-file");

constexpr std::string_view description =
    "Looks at the mail servers of a mailbox step by step, both at the same time: name, "
    "connection,\n"
    "certificate, capabilities, login, folders and limits. What does not work is explained, with\n"
    "its cause and what to do. Nothing in the mailbox changes; without --username nobody logs in.";

constexpr std::string_view epilogue =
    "\nExit status: 0 all is well, perhaps with warnings; 1 something does not work, or it was\n"
    "interrupted; 2 a mistake in the options; 78 a setting is wrong.\n"
    "\nExample:\n  mail_mcp check --imap-host=imap.example.com --smtp-host=smtp.example.com "
    "--username=me@example.com\n";

core::Result<core::Secret> readPassword(const QCommandLineParser &parser,
                                        const std::string &username)
{
    if (parser.isSet(passwordFileOption))
        return passwordFromFile(parser.value(passwordFileOption).toStdString());
    return askForPassword("Password of " + username + ": ");
}

core::Result<core::Done> readLogin(const QCommandLineParser &parser, DiagnosisRequest &request)
{
    const auto username = parser.value(usernameOption).toStdString();
    if (username.empty())
        return core::Error(core::ErrorKind::InvalidArgument, "--username must not be empty.");
    const auto password = readPassword(parser, username);
    if (!password)
        return password.error();
    if (request.imap)
        request.imapLogin =
            account::Credentials{.username = username, .password = password->clone()};
    if (request.smtp)
        request.smtpLogin =
            account::Credentials{.username = username, .password = password->clone()};
    request.emailAddress = parser.value(emailOption).toStdString();
    if (request.emailAddress.empty() && username.find('@') != std::string::npos)
        request.emailAddress = username;
    return core::Done{};
}

core::Result<account::ServerEndpoint>
readServer(const ServerFlags &flags, provisioning::Field field, const QCommandLineParser &parser)
{
    auto endpoint = flags.read(parser);
    if (!endpoint)
        return endpoint;
    if (const auto problem = provisioning::checkServer(field, *endpoint))
        return errorOf(*problem);
    return endpoint;
}

core::Result<DiagnosisRequest> readRequest(const QCommandLineParser &parser)
{
    const auto problem = [](const char *text) {
        return core::Error(core::ErrorKind::InvalidArgument, text);
    };
    DiagnosisRequest request;
    if (imapFlags().isSet(parser)) {
        const auto imap = readServer(imapFlags(), provisioning::Field::ImapServer, parser);
        if (!imap)
            return imap.error();
        request.imap = *imap;
    }
    if (smtpFlags().isSet(parser)) {
        const auto smtp = readServer(smtpFlags(), provisioning::Field::SmtpServer, parser);
        if (!smtp)
            return smtp.error();
        request.smtp = *smtp;
    }
    if (!request.imap && !request.smtp)
        return problem("--imap-host, --smtp-host or both are needed.");
    if (parser.isSet(roundTripOption)) {
        if (!request.imap || !request.smtp || !parser.isSet(usernameOption))
            return problem("--round-trip needs --imap-host, --smtp-host and --username.");
        request.roundTrip = mailconnect::RoundTrip::Wanted;
    }
    if (parser.isSet(jsonOption) && parser.isSet(htmlOption))
        return problem("--json and --html contradict each other.");
    if (parser.isSet(transcriptOption))
        request.transcript = mailconnect::TranscriptUse::Wanted;
    if (parser.isSet(usernameOption)) {
        const auto login = readLogin(parser, request);
        if (!login)
            return login.error();
        if (parser.isSet(roundTripOption) && request.emailAddress.empty())
            return problem("--round-trip needs --email: the user name is no e-mail address.");
    }
    return request;
}

void print(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

/// Shows the steps as they end; on a terminal also the one that goes on.
class Progress
{
public:
    explicit Progress(bool showsDetails)
        : m_showsDetails(showsDetails)
        , m_isTerminal(::isatty(STDOUT_FILENO) == 1)
    {}

    void show(const StepReport &step) const
    {
        const auto &language = i18n::Language::english();
        if (step.state == StepState::Running) {
            if (m_isTerminal)
                print("\r\033[K… " + std::string(titleOf(step.service)) + "  "
                      + language.render(titleOf(step.kind)));
            return;
        }
        std::string text = m_isTerminal ? "\r\033[K" : "";
        text += mailconnect::textOf(step, language);
        const bool isTroubled = step.state == StepState::Failed || step.state == StepState::Warning;
        if (m_showsDetails || isTroubled) {
            for (const auto &line : detailLines(step, mailconnect::Detail::Everything))
                text +=
                    "    " + language.render(line.name) + ": " + language.render(line.value) + "\n";
        }
        print(text);
    }

private:
    const bool m_showsDetails;
    const bool m_isTerminal;
};

void printVerdict(const mailconnect::ServiceReport &service, std::string_view title)
{
    printLine("\n" + std::string(title) + " " + service.endpoint.host + ":"
              + std::to_string(service.endpoint.port) + "  "
              + i18n::Language::english().render(service.summary));
    if (!service.transcript.lines.empty())
        print(service.transcript.text());
}

void printReport(const QCommandLineParser &parser, const DiagnosisReport &report)
{
    if (parser.isSet(jsonOption))
        return printLine(jsonOf(report));
    if (parser.isSet(htmlOption))
        return print(htmlOf(report, i18n::Language::english()));
    if (report.imap)
        printVerdict(*report.imap, titleOf(mailconnect::Service::Imap));
    if (report.smtp)
        printVerdict(*report.smtp, titleOf(mailconnect::Service::Smtp));
    printLine("\nThis took " + std::to_string(report.elapsed.count()) + " ms.");
}

void addOptions(QCommandLineParser &parser)
{
    imapFlags().addTo(parser);
    smtpFlags().addTo(parser);
    parser.addOption(insecurePlaintextOption());
    parser.addOption({usernameOption, QStringLiteral("Log in as NAME. The password is asked for."),
                      QStringLiteral("NAME")});
    parser.addOption({passwordFileOption,
                      QStringLiteral("Take the password from the first line of FILE instead."),
                      QStringLiteral("FILE")});
    parser.addOption(
        {emailOption,
         QStringLiteral("The mailbox's address. Default: the user name, if it is one."),
         QStringLiteral("ADDRESS")});
    parser.addOption({roundTripOption,
                      QStringLiteral("Send a message to --email, wait for it, and delete it.")});
    parser.addOption({detailsOption,
                      QStringLiteral("Show certificates, capabilities and what else was found.")});
    parser.addOption({transcriptOption,
                      QStringLiteral("Show what was said to the servers. Passwords are masked.")});
    parser.addOption(
        {jsonOption, QStringLiteral("Print JSON, for scripts, without private names.")});
    parser.addOption(
        {htmlOption, QStringLiteral("Print a page to hand on, without private names.")});
    parser.addOption({caFileOption,
                      QStringLiteral("Trust the authorities in this PEM file as well. Default: "
                                     "MAIL_CA_FILE."),
                      QStringLiteral("FILE")});
    parser.addOption(envFileOption());
}

} // namespace

ExitCode runCheck(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (const auto code = parseArguments(parser, arguments, description, epilogue))
        return *code;
    // Of the settings only one counts here; a server that is not set up yet has mail servers, too.
    const auto loaded = loadProcessSettings(parser);
    if (parser.isSet(QStringLiteral("env-file")) && !loaded.problems.empty())
        return fail(ExitCode::Configuration, loaded.problems.front());
    auto request = readRequest(parser);
    if (!request)
        return fail(ExitCode::Usage, request.error().message);
    request->tlsPolicy.extraCaFile = parser.isSet(caFileOption)
                                         ? parser.value(caFileOption).toStdString()
                                         : loaded.settings.mailCaFile;

    core::CancellationSource interruption;
    const Signals signalHandlers(
        {.onTerminate = [&interruption] { interruption.cancel(); }, .onReload = {}});
    const Progress progress(parser.isSet(detailsOption));
    const bool isDocument = parser.isSet(jsonOption) || parser.isSet(htmlOption);
    mailconnect::StepListener listener;
    if (!isDocument)
        listener = [&progress](const StepReport &step) { progress.show(step); };
    const auto report = core::waitFor(
        mailconnect::diagnose(std::move(*request), std::move(listener), interruption.token()));
    printReport(parser, report);
    const auto verdict = report.verdict();
    const bool isWell = verdict == Verdict::Passed || verdict == Verdict::Warning;
    return isWell ? ExitCode::Success : ExitCode::Failure;
}

} // namespace app
