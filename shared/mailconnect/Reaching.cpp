// SPDX-License-Identifier: GPL-3.0-or-later
// From a name to a connection that a protocol can be spoken on.
#include "core/Async.h"
#include "mailconnect/Explanation.h"
#include "mailconnect/Inspection.h"
#include "net/ConnectionRace.h"
#include "net/Resolver.h"
#include "net/SocketStream.h"
#include "net/TlsContext.h"
#include "net/TlsFailure.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace mailconnect {

namespace {

constexpr net::Stream::Limits streamLimits{.lineBytes = 64UL * 1024,
                                           .totalBytes = 16UL * 1024 * 1024};

Finding findingOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return Finding::ConnectionRefused;
    case QAbstractSocket::SocketTimeoutError:
        return Finding::ConnectionTimedOut;
    default:
        return Finding::Unreachable;
    }
}

/// One address that is tried.
struct Attempt
{
    QHostAddress address;
    std::size_t step = 0;
    net::SocketPointer socket;
    Finding finding = Finding::ConnectionTimedOut;
    core::Completion<core::Done> ended;
};

/// All of them, at the same time. When the first one is through, the others get some time more.
struct Attempts
{
    std::vector<Attempt> list;
    bool isOneThrough = false;
    std::shared_ptr<core::CancellationSource> lateness =
        std::make_shared<core::CancellationSource>();
};

core::Task<void> cutOff(std::shared_ptr<core::CancellationSource> lateness,
                        std::chrono::milliseconds duration)
{
    const auto slept = co_await core::sleepFor(duration, lateness->token());
    if (slept)
        lateness->cancel();
}

core::Task<void> tryAddress(Inspection &inspection, Attempts &attempts, Attempt &attempt)
{
    net::RaceCourse course;
    course.server = inspection.server;
    course.addresses = {attempt.address};
    course.port = inspection.endpoint.port;
    course.onFailure = [&attempt](const QHostAddress &, QAbstractSocket::SocketError error) {
        attempt.finding = findingOf(error);
    };
    const auto deadline = core::deadlineIn(inspection.limits().connect);
    auto socket = co_await net::connectToFirst(course, deadline, attempts.lateness->token());
    if (socket) {
        attempt.socket = std::move(*socket);
        if (!std::exchange(attempts.isOneThrough, true))
            core::start(cutOff(attempts.lateness, inspection.limits().otherAddresses));
    }
    inspection.log.stopClock(attempt.step);
    attempt.ended.complete({});
}

std::string portOf(const Inspection &inspection, const QHostAddress &address)
{
    const auto text = address.toString().toStdString();
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isV6 ? "[" + text + "]" : text) + ":" + std::to_string(inspection.endpoint.port);
}

Outcome outcomeOf(const Inspection &inspection, const Attempt &attempt, bool isOtherThere)
{
    const auto place = portOf(inspection, attempt.address);
    if (attempt.socket)
        return passed(
            {QT_TRANSLATE_NOOP("pages", "Connected to %1."), {i18n::Text::verbatim(place)}});
    if (inspection.cancellation.isCancelled())
        return inspection.failed(core::Error(core::ErrorKind::Cancelled, "cancelled"));
    if (isOtherThere && attempt.address.isLoopback())
        return skipped({QT_TRANSLATE_NOOP("pages", "Nothing listens at %1; that does not matter."),
                        {i18n::Text::verbatim(place)}});
    return explained(isOtherThere ? StepState::Warning : StepState::Failed, attempt.finding, place);
}

/// Tries every address, so that a broken one is noticed; the first of them that works is taken.
core::Task<net::SocketPointer> connect(Inspection &inspection,
                                       const std::vector<QHostAddress> &addresses)
{
    Attempts attempts;
    const auto registration =
        inspection.cancellation.onCancel([lateness = attempts.lateness] { lateness->cancel(); });
    for (const auto &address : addresses) {
        AddressDetails details;
        details.addresses.push_back(address.toString().toStdString());
        auto &attempt = attempts.list.emplace_back();
        attempt.address = address;
        attempt.step = inspection.log.begin(StepKind::Connect, details);
    }
    for (auto &attempt : attempts.list)
        core::start(tryAddress(inspection, attempts, attempt));
    for (auto &attempt : attempts.list)
        (void)co_await attempt.ended;
    attempts.lateness->cancel(); // ends the wait of cutOff()
    net::SocketPointer chosen;
    for (auto &attempt : attempts.list) {
        inspection.log.end(attempt.step, outcomeOf(inspection, attempt, attempts.isOneThrough));
        if (attempt.socket && !chosen) {
            inspection.isLoopback = attempt.address.isLoopback();
            chosen = std::move(attempt.socket);
        }
    }
    co_return chosen;
}

core::Task<std::optional<std::vector<QHostAddress>>> lookUp(Inspection &inspection,
                                                            const std::string &host)
{
    const auto step = inspection.log.begin(StepKind::Resolve);
    const auto deadline = core::deadlineIn(inspection.limits().resolve);
    const auto found = co_await net::resolve(host, deadline, inspection.cancellation);
    if (!found) {
        auto outcome = inspection.failed(found.error());
        if (found.error().kind == core::ErrorKind::NotFound)
            outcome = explained(StepState::Failed, Finding::HostNotFound, host);
        else if (outcome.finding != Finding::Cancelled && outcome.finding != Finding::TimeIsUp)
            outcome = explained(StepState::Failed, Finding::NameServiceFailed, host);
        inspection.log.end(step, std::move(outcome));
        co_return std::nullopt;
    }
    AddressDetails details;
    std::string list;
    for (const auto &address : *found) {
        details.addresses.push_back(address.toString().toStdString());
        list += (list.empty() ? "" : ", ") + details.addresses.back();
    }
    inspection.log.end(step, passed({QT_TRANSLATE_NOOP("pages", "%1 is %2."),
                                     {i18n::Text::verbatim(host), i18n::Text::verbatim(list)}},
                                    std::move(details)));
    co_return *found;
}

std::optional<Finding> worstProblem(const net::TlsReport &report)
{
    using net::CertificateProblem;
    constexpr std::array byImportance{
        std::pair{CertificateProblem::Revoked, Finding::CertificateUntrusted},
        std::pair{CertificateProblem::Expired, Finding::CertificateExpired},
        std::pair{CertificateProblem::NotYetValid, Finding::CertificateNotYetValid},
        std::pair{CertificateProblem::SelfSigned, Finding::CertificateSelfSigned},
        std::pair{CertificateProblem::NotAnAuthority, Finding::CertificateUntrusted},
        std::pair{CertificateProblem::UnknownAuthority, Finding::CertificateUnknownAuthority},
        std::pair{CertificateProblem::Untrusted, Finding::CertificateUntrusted},
        std::pair{CertificateProblem::WrongName, Finding::CertificateWrongName},
    };
    for (const auto &[problem, finding] : byImportance) {
        for (const auto &certificate : report.chain) {
            if (std::ranges::find(certificate.problems, problem) != certificate.problems.end())
                return finding;
        }
    }
    return std::nullopt;
}

Finding handshakeFinding(const core::Error &error)
{
    switch (error.kind) {
    case core::ErrorKind::DeadlineExceeded:
        return Finding::TlsTimedOut;
    case core::ErrorKind::Protocol:
        return Finding::NotTls;
    case core::ErrorKind::UntrustedPeer:
        return net::handshakeFailureOf(error.detail) == net::HandshakeFailure::TooOld
                   ? Finding::TlsTooOld
                   : Finding::TlsFailed;
    default:
        return Finding::TlsFailed;
    }
}

/// The stream on which TLS has not begun yet.
std::unique_ptr<net::SocketStream> streamOn(const Inspection &inspection, net::SocketPointer socket,
                                            const std::string &host,
                                            std::shared_ptr<const net::TlsContext> tlsContext)
{
    auto stream = std::make_unique<net::SocketStream>(std::move(socket), host,
                                                      std::move(tlsContext), streamLimits);
    stream->beginOperation(inspection.cancellation);
    return stream;
}

/// Whether a new connection answers a TLS handshake, whatever it thinks of the certificate.
core::Task<bool> beginsWithTls(const Inspection &inspection)
{
    auto endpoint = inspection.endpoint;
    endpoint.security = account::Security::StartTls; // the handshake is ours
    const auto deadline = core::deadlineIn(inspection.limits().greetingDoubt);
    const auto stream = co_await net::Stream::connect(
        endpoint, inspection.request.tlsPolicy, streamLimits, deadline, inspection.cancellation);
    if (!stream)
        co_return false;
    const auto encrypted = co_await (*stream)->startTls(deadline);
    co_return encrypted || !(*stream)->tlsReport().chain.empty();
}

} // namespace

Outcome tlsOutcome(const Inspection &inspection, const core::Error *error, net::TlsReport report)
{
    using namespace std::chrono;
    const auto now = time_point_cast<seconds>(system_clock::now());
    if (error) {
        const auto generic = inspection.failed(*error);
        if (generic.finding == Finding::Cancelled || generic.finding == Finding::TimeIsUp)
            return generic;
        const auto finding = worstProblem(report).value_or(handshakeFinding(*error));
        const bool isAboutName = finding == Finding::CertificateWrongName;
        return explained(StepState::Failed, finding,
                         isAboutName ? inspection.endpoint.host : inspection.server, {},
                         TlsDetails{std::move(report)});
    }
    const auto soonest =
        std::ranges::min_element(report.chain, {}, &net::CertificateReport::notAfter);
    if (soonest != report.chain.end()
        && soonest->notAfter - now < inspection.limits().certificateEndsSoon)
        return inspection.found(StepState::Warning, Finding::CertificateEndsSoon,
                                TlsDetails{std::move(report)});
    return passed({QT_TRANSLATE_NOOP("pages", "%1 with %2; the certificate is good."),
                   {i18n::Text::verbatim(report.version), i18n::Text::verbatim(report.cipher)}},
                  TlsDetails{report});
}

core::Task<std::unique_ptr<net::Stream>> reach(Inspection &inspection)
{
    using account::Security;
    const auto host = net::canonicalHost(inspection.endpoint.host);
    if (!host || inspection.endpoint.port == 0) {
        const auto step = inspection.log.begin(StepKind::Resolve);
        inspection.log.end(step, inspection.found(StepState::Failed, Finding::InvalidHost));
        co_return nullptr;
    }
    const auto addresses = co_await lookUp(inspection, *host);
    if (!addresses)
        co_return nullptr;
    const auto isLoopback = [](const QHostAddress &address) { return address.isLoopback(); };
    if (inspection.endpoint.security == Security::PlainText
        && !std::ranges::all_of(*addresses, isLoopback)) {
        const auto step = inspection.log.begin(StepKind::Connect);
        inspection.log.end(step, inspection.found(StepState::Failed, Finding::PlainTextForbidden));
        co_return nullptr;
    }
    auto socket = co_await connect(inspection, *addresses);
    if (!socket)
        co_return nullptr;

    const bool isTlsNow = inspection.endpoint.security == Security::ImplicitTls;
    const auto tlsContext = net::TlsContext::of(inspection.request.tlsPolicy);
    if (!tlsContext) {
        const auto step = inspection.log.begin(StepKind::TlsHandshake);
        inspection.log.end(step,
                           inspection.found(StepState::Failed, Finding::AuthorityFileUnusable));
        co_return nullptr;
    }
    auto stream = streamOn(inspection, std::move(socket), *host, *tlsContext);
    if (isTlsNow) {
        const auto step = inspection.log.begin(StepKind::TlsHandshake);
        const auto deadline = core::deadlineIn(inspection.limits().tlsHandshake);
        const auto encrypted = co_await stream->handshake(deadline);
        const auto *const error = encrypted ? nullptr : &encrypted.error();
        inspection.log.end(step, tlsOutcome(inspection, error, stream->tlsReport()));
        if (!encrypted)
            co_return nullptr;
        inspection.noteEncryption();
    }
    co_return std::unique_ptr<net::Stream>(std::move(stream));
}

core::Task<bool> awaitGreeting(Inspection &inspection, net::Stream &stream, std::size_t step)
{
    if (inspection.endpoint.security == account::Security::ImplicitTls)
        co_return true;
    const auto doubt = core::deadlineIn(inspection.limits().greetingDoubt);
    const auto readiness = co_await stream.waitReadable(doubt, inspection.cancellation);
    // Whatever else happened, reading the greeting finds out.
    if (!readiness || *readiness == net::Stream::Readiness::Ready
        || inspection.cancellation.isCancelled())
        co_return true;
    if (!co_await beginsWithTls(inspection))
        co_return true;
    inspection.log.end(step, inspection.found(StepState::Failed, Finding::TlsAtOnce));
    co_return false;
}

} // namespace mailconnect
