// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/DiagnosisStep.h"
#include "mailconnect/ShownText.h"

#include <QDateTime>
#include <QTimeZone>
#include <QtGlobal>

#include <algorithm>

namespace mailconnect {

namespace {

using i18n::Text;

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const auto &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return shownText(text, 2000);
}

std::string dateOf(std::chrono::sys_seconds time)
{
    return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::utc())
        .toString(Qt::ISODate)
        .toStdString();
}

Text problemText(net::CertificateProblem problem)
{
    switch (problem) {
    case net::CertificateProblem::Expired:
        return QT_TRANSLATE_NOOP("pages", "It has expired.");
    case net::CertificateProblem::NotYetValid:
        return QT_TRANSLATE_NOOP("pages", "It is not valid yet.");
    case net::CertificateProblem::WrongName:
        return QT_TRANSLATE_NOOP("pages", "It is for another name.");
    case net::CertificateProblem::SelfSigned:
        return QT_TRANSLATE_NOOP("pages", "It is self-signed.");
    case net::CertificateProblem::UnknownAuthority:
        return QT_TRANSLATE_NOOP("pages", "Its authority is not known.");
    case net::CertificateProblem::NotAnAuthority:
        return QT_TRANSLATE_NOOP("pages", "It signed another one and must not.");
    case net::CertificateProblem::Revoked:
        return QT_TRANSLATE_NOOP("pages", "It was revoked.");
    case net::CertificateProblem::Untrusted:
        return QT_TRANSLATE_NOOP("pages", "It cannot be trusted.");
    }
    return "";
}

/// Puts the lines of one step together.
class Lines
{
public:
    explicit Lines(Detail detail)
        : m_detail(detail)
    {}

    void operator()(const std::monostate & /*nothing*/) {}
    void operator()(const AddressDetails &details)
    {
        add(QT_TRANSLATE_NOOP("pages", "Addresses"), joined(details.addresses));
    }
    void operator()(const TlsDetails &details)
    {
        add(QT_TRANSLATE_NOOP("pages", "TLS version"), details.tls.version);
        add(QT_TRANSLATE_NOOP("pages", "Cipher"), details.tls.cipher);
        std::size_t number = 0;
        for (const auto &certificate : details.tls.chain)
            addCertificate(certificate, ++number);
    }
    void operator()(const GreetingDetails &details)
    {
        add(QT_TRANSLATE_NOOP("pages", "Greeting"), details.greeting);
    }
    void operator()(const CapabilityDetails &details)
    {
        add(QT_TRANSLATE_NOOP("pages", "Capabilities"), joined(details.capabilities));
        add(QT_TRANSLATE_NOOP("pages", "Ways to log in"), joined(details.mechanisms));
    }
    void operator()(const LoginDetails &details)
    {
        add(QT_TRANSLATE_NOOP("pages", "Way of logging in"), details.mechanism);
    }
    void operator()(const FolderDetails &details)
    {
        std::size_t others = 0;
        for (const auto &folder : details.folders) {
            if (m_detail == Detail::ForOthers && folder.role == imap::SpecialUse::None)
                ++others;
            else
                addFolder(folder);
        }
        if (others > 0)
            add(QT_TRANSLATE_NOOP("pages", "Other folders"), std::to_string(others));
    }
    void operator()(const QuotaDetails &details)
    {
        for (const auto &resource : details.resources)
            m_lines.push_back({.name = Text::verbatim(shownText(resource.name)),
                               .value = Text::verbatim(std::to_string(resource.usage) + " / "
                                                       + std::to_string(resource.limit))});
    }
    void operator()(const SubmissionDetails &details)
    {
        if (details.sizeLimit > 0)
            add(QT_TRANSLATE_NOOP("pages", "Largest message in bytes"),
                std::to_string(details.sizeLimit));
        add(QT_TRANSLATE_NOOP("pages", "Extensions"), joined(details.extensions));
    }
    void operator()(const TestMessageDetails &details)
    {
        add(QT_TRANSLATE_NOOP("pages", "Folder"), details.folder);
    }

    std::vector<DetailLine> take() { return std::move(m_lines); }

private:
    void add(const char *name, const std::string &value)
    {
        if (!value.empty())
            m_lines.push_back({.name = name, .value = Text::verbatim(shownText(value, 2000))});
    }

    void addCertificate(const net::CertificateReport &certificate, std::size_t number)
    {
        m_lines.push_back({.name = {QT_TRANSLATE_NOOP("pages", "Certificate %1"),
                                    {Text::verbatim(std::to_string(number))}},
                           .value = Text::verbatim(shownText(certificate.subject))});
        add(QT_TRANSLATE_NOOP("pages", "Issuer"), certificate.issuer);
        m_lines.push_back({.name = QT_TRANSLATE_NOOP("pages", "Valid"),
                           .value = {QT_TRANSLATE_NOOP("pages", "from %1 to %2"),
                                     {Text::verbatim(dateOf(certificate.notBefore)),
                                      Text::verbatim(dateOf(certificate.notAfter))}}});
        add(QT_TRANSLATE_NOOP("pages", "Names"), joined(certificate.names));
        add(QT_TRANSLATE_NOOP("pages", "Key"), certificate.key);
        add("SHA-256", certificate.sha256);
        for (const auto problem : certificate.problems)
            m_lines.push_back({.name = QT_TRANSLATE_NOOP("pages", "What is wrong"),
                               .value = problemText(problem)});
    }

    void addFolder(const FolderDetails::Folder &folder)
    {
        auto name = folder.path;
        if (folder.role != imap::SpecialUse::None)
            name += " (" + std::string(nameOf(folder.role)) + ")";
        const auto count = folder.messages ? std::to_string(*folder.messages) : std::string("–");
        const auto unseen = folder.unseen ? std::to_string(*folder.unseen) : std::string("–");
        m_lines.push_back({.name = Text::verbatim(name),
                           .value = {QT_TRANSLATE_NOOP("pages", "%1 messages, %2 unread"),
                                     {Text::verbatim(count), Text::verbatim(unseen)}}});
    }

    const Detail m_detail;
    std::vector<DetailLine> m_lines;
};

} // namespace

std::vector<DetailLine> detailLines(const StepReport &step, Detail detail)
{
    Lines lines(detail);
    std::visit(lines, step.details);
    return lines.take();
}

} // namespace mailconnect
