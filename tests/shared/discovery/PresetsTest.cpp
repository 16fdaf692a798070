// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Presets.h"

#include "i18n/Language.h"
#include "net/Resolver.h"

#include <QTest>
#include <QUrl>

#include <set>

using account::Security;
using discovery::Hint;
using discovery::Query;
using discovery::UserName;

class PresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsSound()
    {
        QVERIFY(discovery::providers().size() >= 20);
        std::set<std::string> names;
        std::set<std::string> domains;
        std::set<std::string> exchanges;
        for (const auto &provider : discovery::providers()) {
            const auto *const name = provider.name.c_str();
            QVERIFY2(names.insert(provider.name).second, name);
            QVERIFY2(!provider.domains.empty() || !provider.exchanges.empty(), name);
            QVERIFY2(!provider.imap.empty() && !provider.smtp.empty(), name);
            for (const auto *list : {&provider.domains, &provider.exchanges}) {
                for (const auto &domain : *list) {
                    const auto query = Query::parse("a@" + domain);
                    QVERIFY2(query && query->domain() == domain, domain.c_str());
                    QVERIFY2(
                        (list == &provider.domains ? domains : exchanges).insert(domain).second,
                        domain.c_str());
                }
            }
            for (const auto *list : {&provider.imap, &provider.smtp}) {
                for (const auto &server : *list)
                    QVERIFY2(net::canonicalHost(server.host) == server.host, name);
            }
            for (const auto &hint : provider.hints) {
                QVERIFY2(hint.url.empty()
                             || QUrl(QString::fromStdString(hint.url), QUrl::StrictMode).scheme()
                                    == QLatin1String("https"),
                         name);
            }
        }
    }

    void portsFitTheirModes()
    {
        for (const auto &provider : discovery::providers()) {
            if (provider.imap.front().host == "127.0.0.1")
                continue; // Bridge has ports of its own
            for (const auto &server : provider.imap)
                QVERIFY2(server.port == (server.security == Security::ImplicitTls ? 993 : 143),
                         provider.name.c_str());
            for (const auto &server : provider.smtp)
                QVERIFY2(server.port == (server.security == Security::ImplicitTls ? 465 : 587),
                         provider.name.c_str());
        }
    }

    void exchangesOfTwoProvidersDoNotOverlap()
    {
        for (const auto &provider : discovery::providers()) {
            for (const auto &end : provider.exchanges) {
                QVERIFY2(discovery::providerOfExchange(end) == &provider, end.c_str());
                QVERIFY2(discovery::providerOfExchange("mx1." + end) == &provider, end.c_str());
                QVERIFY2(discovery::providerOfExchange("x" + end) != &provider, end.c_str());
            }
        }
    }

    void addressesAreServedByTheirProvider_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("imap");
        const auto row = [](const char *text, const char *provider, const char *imap) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(provider)
                                << QString::fromUtf8(imap);
        };
        row("alice@gmail.com", "Gmail", "imap.gmail.com");
        row("alice@GoogleMail.com", "Gmail", "imap.gmail.com");
        row("alice@hotmail.fr", "Outlook.com", "outlook.office365.com");
        row("alice@gmx.de", "GMX", "imap.gmx.net");
        row("alice@gmx.com", "GMX International", "imap.gmx.com");
        row("alice@yahoo.co.jp", "Yahoo! JAPAN", "imap.mail.yahoo.co.jp");
        row("alice@proton.me", "Proton Mail", "127.0.0.1");
        row("imap.gmail.com", "Gmail", "imap.gmail.com");
        row("smtp.web.de", "WEB.DE", "imap.web.de");
        row("gmail.com", "Gmail", "imap.gmail.com");
    }
    void addressesAreServedByTheirProvider()
    {
        QFETCH(QString, text);
        QFETCH(QString, provider);
        QFETCH(QString, imap);
        const auto query = Query::parse(text.toStdString());
        QVERIFY(query);
        const auto *const found = discovery::providerFor(*query);
        QVERIFY(found != nullptr);
        QCOMPARE(QString::fromStdString(found->name), provider);
        const auto settings = discovery::settingsOf(*found, *query);
        QVERIFY(settings.isComplete());
        QCOMPARE(QString::fromStdString(settings.imap.front().endpoint.host), imap);
        QVERIFY(settings.imap.front().origin.source == discovery::Source::Preset);
        QCOMPARE(QString::fromStdString(settings.imap.front().origin.place), provider);
    }

    void othersAreNot()
    {
        for (const char *text : {"alice@example.com", "alice@notgmail.com", "alice@sub.gmail.com",
                                 "mail.example.com", "127.0.0.1"})
            QVERIFY2(discovery::providerFor(*Query::parse(text)) == nullptr, text);
        QVERIFY(discovery::providerOfExchange("mx.example.com") == nullptr);
        QVERIFY(discovery::providerOfExchange("evilgoogle.com") == nullptr);
        QVERIFY(discovery::providerOfExchange("google.com.example.com") == nullptr);
    }

    void userNamesHaveTheFormOfTheProvider()
    {
        const auto query = Query::parse("alice@icloud.com");
        const auto settings = discovery::settingsOf(*discovery::providerFor(*query), *query);
        QVERIFY((settings.imap.front().userName
                 == UserName{.form = UserName::Form::LocalPart, .text = "alice"}));
        QVERIFY((settings.smtp.front().userName
                 == UserName{.form = UserName::Form::EmailAddress, .text = "alice@icloud.com"}));
        const auto host = Query::parse("imap.mail.me.com");
        const auto ofHost = discovery::settingsOf(*discovery::providerFor(*host), *host);
        QVERIFY(ofHost.imap.front().userName.text.empty());
    }

    void everyHintIsASentenceWithTheProviderInIt()
    {
        std::set<Hint::Kind> seen;
        for (const auto &provider : discovery::providers()) {
            for (const auto &hint : provider.hints) {
                seen.insert(hint.kind);
                for (const auto &language : i18n::Language::all()) {
                    const auto text = language.render(discovery::describe(hint));
                    QVERIFY2(text.find(provider.name) != std::string::npos, text.c_str());
                    QVERIFY2(text.find(hint.url) != std::string::npos, text.c_str());
                    QVERIFY2(text.find('%') == std::string::npos, text.c_str());
                }
            }
        }
        QVERIFY(seen.contains(Hint::Kind::OAuthOnly));
        QVERIFY(seen.contains(Hint::Kind::Bridge));
        QVERIFY(seen.contains(Hint::Kind::AppPassword));
        QVERIFY(seen.contains(Hint::Kind::ImapIsOff));
    }
};

QTEST_GUILESS_MAIN(PresetsTest)
#include "PresetsTest.moc"
