// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Autoconfig.h"

#include <QElapsedTimer>
#include <QStringEncoder>
#include <QTest>

using account::Security;
using core::ErrorKind;
using discovery::AutoconfigLimits;
using discovery::Query;
using discovery::UserName;

namespace {

const discovery::Origin origin{.source = discovery::Source::Autoconfig,
                               .place = "https://autoconfig.example.com/mail/config-v1.1.xml"};

std::string server(const std::string &kind, const std::string &type, const std::string &host,
                   const std::string &port, const std::string &socket,
                   const std::string &user = "%EMAILADDRESS%",
                   const std::string &authentication = "password-cleartext")
{
    return "<" + kind + "Server type='" + type + "'><hostname>" + host + "</hostname><port>" + port
           + "</port><socketType>" + socket + "</socketType><username>" + user
           + "</username><authentication>" + authentication + "</authentication></" + kind
           + "Server>";
}

std::string document(const std::string &servers)
{
    return "<?xml version='1.0' encoding='UTF-8'?>\n<clientConfig version='1.1'>"
           "<emailProvider id='example.com'><domain>example.com</domain>"
           "<displayName>Example Mail</displayName>"
           + servers + "</emailProvider></clientConfig>";
}

core::Result<discovery::FoundSettings> read(std::string_view xml,
                                            std::string_view query = "alice@example.com")
{
    return discovery::readAutoconfig(xml, *Query::parse(query), origin);
}

} // namespace

class AutoconfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServersAreReadInTheirOrder()
    {
        const auto found =
            read(document(server("incoming", "imap", "imap.example.com", "993", "SSL")
                          + server("incoming", "imap", "Imap.Example.com", "143", "STARTTLS")
                          + server("incoming", "pop3", "pop.example.com", "995", "SSL")
                          + server("outgoing", "smtp", "smtp.%EMAILDOMAIN%", "587", "STARTTLS",
                                   "%EMAILLOCALPART%")));
        QVERIFY2(found, found ? "" : found.error().message.c_str());
        QCOMPARE(found->providerName, std::string("Example Mail"));
        QCOMPARE(found->imap.size(), 2UL);
        QVERIFY((found->imap[0].endpoint
                 == account::ServerEndpoint{
                     .host = "imap.example.com", .port = 993, .security = Security::ImplicitTls}));
        QVERIFY((found->imap[1].endpoint
                 == account::ServerEndpoint{
                     .host = "imap.example.com", .port = 143, .security = Security::StartTls}));
        QVERIFY((found->imap[0].userName
                 == UserName{.form = UserName::Form::EmailAddress, .text = "alice@example.com"}));
        QVERIFY(found->imap[0].origin == origin);
        QVERIFY(!found->imap[0].isVerified && !found->imap[0].needsConfirmation);
        QCOMPARE(found->smtp.size(), 1UL);
        QCOMPARE(found->smtp[0].endpoint.host, std::string("smtp.example.com"));
        QVERIFY((found->smtp[0].userName
                 == UserName{.form = UserName::Form::LocalPart, .text = "alice"}));
        QVERIFY(found->hints.empty());
    }

    void placeholdersThatNobodyKnowsLeaveTheValueOut()
    {
        const auto found = read(
            document(server("incoming", "imap", "%EMAILLOCALPART%.example.com", "993", "SSL")
                     + server("incoming", "imap", "imap.example.com", "993", "SSL",
                              "%EMAILLOCALPART%.mail")
                     + server("outgoing", "smtp", "smtp.example.com", "465", "SSL", "%REALNAME%")),
            "example.com");
        QVERIFY(found);
        QCOMPARE(found->imap.size(), 1UL);
        QVERIFY(found->imap[0].userName.form == UserName::Form::Other);
        QVERIFY(found->imap[0].userName.text.empty());
        QVERIFY(found->smtp[0].userName.text.empty());
    }

    void serversThatCannotBeUsedAreLeftOut_data()
    {
        QTest::addColumn<QString>("element");
        const auto row = [](const char *name, const std::string &element) {
            QTest::newRow(name) << QString::fromStdString(element);
        };
        row("plain", server("incoming", "imap", "imap.example.com", "143", "plain"));
        row("no socket type", server("incoming", "imap", "imap.example.com", "143", ""));
        row("exchange", server("incoming", "exchange", "ex.example.com", "443", "SSL"));
        row("port 0", server("incoming", "imap", "imap.example.com", "0", "SSL"));
        row("port 65536", server("incoming", "imap", "imap.example.com", "65536", "SSL"));
        row("port with text", server("incoming", "imap", "imap.example.com", "993x", "SSL"));
        row("negative port", server("incoming", "imap", "imap.example.com", "-1", "SSL"));
        row("host with a path", server("incoming", "imap", "imap.example.com/x", "993", "SSL"));
        row("no host", server("incoming", "imap", "", "993", "SSL"));
        row("long host", server("incoming", "imap", std::string(600, 'h'), "993", "SSL"));
    }
    void serversThatCannotBeUsedAreLeftOut()
    {
        QFETCH(QString, element);
        const auto found = read(document(element.toStdString()));
        QVERIFY(found);
        QVERIFY(found->isEmpty());
    }

    void aProviderThatTakesNoPasswordsIsSaidToBeSo()
    {
        const auto only = read(document(server("incoming", "imap", "imap.example.com", "993", "SSL",
                                               "%EMAILADDRESS%", "OAuth2")));
        QVERIFY(only);
        QCOMPARE(only->hints.size(), 1UL);
        QVERIFY(only->hints[0].kind == discovery::Hint::Kind::OAuthOnly);
        QCOMPARE(only->hints[0].provider, std::string("Example Mail"));
        const auto both = read(
            document(server("incoming", "imap", "imap.example.com", "993", "SSL", "%EMAILADDRESS%",
                            "OAuth2</authentication><authentication>password-cleartext")));
        QVERIFY(both && both->hints.empty());
    }

    void hostileFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const std::string &xml, ErrorKind kind) {
            QTest::newRow(name) << QByteArray::fromStdString(xml) << static_cast<int>(kind);
        };
        const auto good = document(server("incoming", "imap", "imap.example.com", "993", "SSL"));
        const auto body = good.substr(good.find('\n'));
        std::string laughs = "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY a0 'ha'>";
        for (int i = 1; i < 10; ++i) {
            laughs += "<!ENTITY a" + std::to_string(i) + " '";
            for (int j = 0; j < 10; ++j)
                laughs += "&a" + std::to_string(i - 1) + ";";
            laughs += "'>";
        }
        row("billion laughs",
            laughs
                + "]><clientConfig><emailProvider><displayName>&a9;</displayName>"
                  "</emailProvider></clientConfig>",
            ErrorKind::Protocol);
        row("external entity",
            "<!DOCTYPE c [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><clientConfig><emailProvider>"
            "<displayName>&x;</displayName></emailProvider></clientConfig>",
            ErrorKind::Protocol);
        row("document type", "<!DOCTYPE html>" + body, ErrorKind::Protocol);
        row("unknown entity", "<clientConfig>&nbsp;</clientConfig>", ErrorKind::Protocol);
        row(
            "deep",
            [] {
                std::string xml = "<clientConfig>";
                for (int i = 0; i < 10000; ++i)
                    xml += "<a>";
                return xml;
            }(),
            ErrorKind::TooLarge);
        row(
            "many elements",
            [] {
                std::string xml = "<clientConfig><emailProvider>";
                for (int i = 0; i < 10000; ++i)
                    xml += "<a/>";
                return xml + "</emailProvider></clientConfig>";
            }(),
            ErrorKind::TooLarge);
        row("large", document(std::string(AutoconfigLimits::bytes, ' ')), ErrorKind::TooLarge);
        row("nothing", "", ErrorKind::Protocol);
        row("a web page", "<html><body>Welcome</body></html>", ErrorKind::Protocol);
        row("no XML", "Not found", ErrorKind::Protocol);
        row("cut off", good.substr(0, good.size() - 20), ErrorKind::Protocol);
        row("unknown encoding", "<?xml version='1.0' encoding='x-nobody'?>" + body,
            ErrorKind::Protocol);
        row("broken UTF-8", document("<displayName>\xc3\x28\xff</displayName>"),
            ErrorKind::Protocol);
        row("NUL", document(std::string("<displayName>a\0b</displayName>", 30)),
            ErrorKind::Protocol);
        row("two roots", good + "<clientConfig/>", ErrorKind::Protocol);
    }
    void hostileFilesAreRefused()
    {
        QFETCH(QByteArray, xml);
        QFETCH(int, kind);
        QElapsedTimer timer;
        timer.start();
        const auto found = read(xml.toStdString());
        QVERIFY(!found);
        QCOMPARE(static_cast<int>(found.error().kind), kind);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void otherEncodingsAreRead()
    {
        const auto xml = QString::fromStdString(
            document(server("incoming", "imap", "imap.example.com", "993", "SSL"))
                .replace(0, 38, "<?xml version='1.0' encoding='UTF-16'?>"));
        QStringEncoder encoder(QStringEncoder::Utf16, QStringEncoder::Flag::WriteBom);
        const QByteArray utf16 = encoder(xml);
        const auto found = read(utf16.toStdString());
        QVERIFY2(found, found ? "" : found.error().detail.c_str());
        QCOMPARE(found->imap.size(), 1UL);
    }

    void onlySoManyServersAreTaken()
    {
        std::string servers;
        for (int i = 0; i < 40; ++i)
            servers += server("incoming", "imap", "imap" + std::to_string(i) + ".example.com",
                              "993", "SSL");
        const auto found = read(document(servers));
        QVERIFY(found);
        QCOMPARE(found->imap.size(), AutoconfigLimits::servers);
    }

    void longNamesAreLeftOut()
    {
        const auto found = read("<clientConfig><emailProvider><displayName>"
                                + std::string(AutoconfigLimits::text + 1, 'n')
                                + "</displayName></emailProvider></clientConfig>");
        QVERIFY(found);
        QVERIFY(found->providerName.empty());
    }

    void elementsInUnexpectedPlacesMeanNothing()
    {
        const auto nested = server("incoming", "imap", "imap.example.com", "993", "SSL");
        const auto found =
            read("<clientConfig>" + nested + "<other>" + nested + "</other><emailProvider><more>"
                 + nested + "</more></emailProvider></clientConfig>");
        QVERIFY(found);
        QVERIFY(found->isEmpty());
    }
};

QTEST_GUILESS_MAIN(AutoconfigTest)
#include "AutoconfigTest.moc"
