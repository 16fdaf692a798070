// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Stage.h"
#include "admin-gui/pages/ConnectPage.h"
#include "admin-gui/widgets/Banner.h"
#include "support/Await.h"
#include "support/MailSandbox.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

/// The window and the real diagnosis in front of a real mail server.
class RealServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingPasses();
    void aWrongPasswordIsExplained();

private:
    void test(support::Stage &stage, const std::string &password);

    std::unique_ptr<support::MailSandbox> m_sandbox;
};

void RealServerTest::initTestCase()
{
    m_sandbox = std::make_unique<support::MailSandbox>();
}

void RealServerTest::test(support::Stage &stage, const std::string &password)
{
    stage.diagnose = [this](mailconnect::DiagnosisRequest request,
                            mailconnect::StepListener listener, core::Cancellation cancellation) {
        request.tlsPolicy.extraCaFile = m_sandbox->authorityFile();
        return mailconnect::diagnose(std::move(request), std::move(listener),
                                     std::move(cancellation));
    };
    auto &window = stage.open();
    const auto account = m_sandbox->account();
    stage.widget<QLineEdit>("imapHost").setText(QString::fromStdString(account->imap.host));
    stage.widget<QComboBox>("imapSecurity")
        .setCurrentIndex(account->imap.security == account::Security::ImplicitTls ? 0 : 1);
    stage.widget<QSpinBox>("imapPort").setValue(account->imap.port);
    stage.widget<QLineEdit>("user").setText(QString::fromStdString(account->imapLogin.username));
    stage.widget<QLineEdit>("password").setText(QString::fromStdString(password));
    stage.widget<QPushButton>("test").click();
    QVERIFY(window.connectPage().isBusy()); // the window is not blocked
    QVERIFY(support::waitUntil([&] { return !window.connectPage().isBusy(); }));
}

void RealServerTest::everythingPasses()
{
    support::Stage stage;
    test(stage, std::string(m_sandbox->account()->imapLogin.password.reveal()));
    const auto *imap = stage.widget<QTreeWidget>("steps").topLevelItem(0);
    QVERIFY(imap->childCount() > 6);
    for (int i = 0; i < imap->childCount(); ++i) {
        const QString text = imap->child(i)->data(0, Qt::AccessibleTextRole).toString();
        QVERIFY2(!text.endsWith(QStringLiteral("failed")), qPrintable(text));
    }
    QVERIFY2(stage.widget<admin::Banner>("verdict").tone() != admin::Tone::Failure,
             qPrintable(stage.widget<admin::Banner>("verdict").text()));
}

void RealServerTest::aWrongPasswordIsExplained()
{
    support::Stage stage;
    test(stage, "wrong");
    QCOMPARE(stage.widget<admin::Banner>("verdict").tone(), admin::Tone::Failure);
    QVERIFY(stage.widget<QPlainTextEdit>("details").toPlainText().contains(
        QStringLiteral("What to do: ")));
}

QTEST_MAIN(RealServerTest)
#include "RealServerTest.moc"
