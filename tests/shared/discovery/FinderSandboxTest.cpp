// SPDX-License-Identifier: GPL-3.0-or-later
// Guesses that a real server answers, or one of another protocol.
#include "discovery/Finder.h"

#include "support/Await.h"
#include "support/MailSandbox.h"

#include <QTest>

using account::ServerEndpoint;
using discovery::Protocol;

namespace {

template <typename Record>
core::Task<core::Result<std::vector<Record>>> noRecords(std::string, core::Deadline,
                                                        core::Cancellation)
{
    co_return std::vector<Record>();
}

core::Task<core::Result<fetch::Response>> nobody()
{
    co_return core::Error(core::ErrorKind::Unavailable, "There is no such host.");
}

core::Task<core::Result<core::Done>> closed()
{
    co_return core::Error(core::ErrorKind::Unavailable, "Nobody answers.");
}

} // namespace

class FinderSandboxTest : public QObject
{
    Q_OBJECT

    const support::MailSandbox m_sandbox;

    /// The ports for implicit TLS of every host are the real server's.
    discovery::FoundSettings find(const std::string &authorityFile,
                                  std::vector<core::Error> &errors) const
    {
        const auto real = discovery::probeWith({.extraCaFile = authorityFile});
        const auto imap = m_sandbox.account()->imap;
        const discovery::Means means{
            .fetch = [](const fetch::HttpsUrl &, const core::Cancellation &) { return nobody(); },
            .lookUpSrv = noRecords<discovery::SrvRecord>,
            .lookUpMx = noRecords<discovery::MxRecord>,
            .probe =
                [&](Protocol protocol, const ServerEndpoint &endpoint, core::Deadline deadline,
                    core::Cancellation cancellation) {
                    if (endpoint.security != account::Security::ImplicitTls
                        || endpoint.host != "mail.example.test")
                        return closed();
                    return real(protocol, imap, deadline, std::move(cancellation));
                }};
        const discovery::Finder finder(means);
        const auto query = discovery::Query::parse("alice@example.test");
        auto found = support::await(finder.find(*query, {},
                                                [&errors](const discovery::Progress &step) {
                                                    if (step.error)
                                                        errors.push_back(*step.error);
                                                },
                                                {}));
        if (!found)
            qFatal("%s", found.error().message.c_str());
        return std::move(*found);
    }

private Q_SLOTS:
    void aRealServerConfirmsAGuessOfItsOwnProtocolOnly()
    {
        std::vector<core::Error> errors;
        const auto found = find(m_sandbox.authorityFile(), errors);
        QCOMPARE(found.imap.size(), 1UL);
        QVERIFY(found.imap[0].isVerified);
        QCOMPARE(found.imap[0].endpoint.host, std::string("mail.example.test"));
        QCOMPARE(found.imap[0].endpoint.port, 993);
        QVERIFY(found.smtp.empty()); // an IMAP server is none for sending
        QVERIFY(errors.empty());
    }

    void aServerThatNobodyVouchesForConfirmsNothing()
    {
        std::vector<core::Error> errors;
        QVERIFY(find({}, errors).isEmpty());
        QCOMPARE(errors.size(), 2UL);
        QCOMPARE(errors[0].kind, core::ErrorKind::UntrustedPeer);
    }
};

QTEST_GUILESS_MAIN(FinderSandboxTest)
#include "FinderSandboxTest.moc"
