// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/SecretClipboard.h"

#include <QGuiApplication>
#include <QMimeData>
#include <QTest>

class SecretClipboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesWithAHintAndCountsDown();
    void clearsWhenTheTimeIsOver();
    void leavesWhatSomebodyElseCopied();
    void theSecretDoesNotOutliveTheProgram();

private:
    static QClipboard *clipboard() { return QGuiApplication::clipboard(); }
};

void SecretClipboardTest::copiesWithAHintAndCountsDown()
{
    admin::SecretClipboard secrets(clipboard());
    secrets.copy(QStringLiteral("s3cret"));
    QCOMPARE(clipboard()->text(), QStringLiteral("s3cret"));
    QCOMPARE(clipboard()->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")),
             QByteArray("secret"));
    QCOMPARE(secrets.secondsLeft(), 60);
    QVERIFY(QTest::qWaitFor([&] { return secrets.secondsLeft() < 60; }, 5000));
    secrets.clear();
    QVERIFY(clipboard()->text().isEmpty());
    QCOMPARE(secrets.secondsLeft(), 0);
}

void SecretClipboardTest::clearsWhenTheTimeIsOver()
{
    admin::SecretClipboard secrets(clipboard(), std::chrono::milliseconds(1));
    secrets.copy(QStringLiteral("s3cret"));
    QVERIFY(QTest::qWaitFor([&] { return secrets.secondsLeft() == 0; }, 20000));
    QVERIFY(clipboard()->text().isEmpty());
}

void SecretClipboardTest::leavesWhatSomebodyElseCopied()
{
    admin::SecretClipboard secrets(clipboard());
    secrets.copy(QStringLiteral("s3cret"));
    clipboard()->setText(QStringLiteral("other"));
    QCOMPARE(secrets.secondsLeft(), 0);
    secrets.clear();
    QCOMPARE(clipboard()->text(), QStringLiteral("other"));
}

void SecretClipboardTest::theSecretDoesNotOutliveTheProgram()
{
    {
        admin::SecretClipboard secrets(clipboard());
        secrets.copy(QStringLiteral("s3cret"));
    }
    QVERIFY(clipboard()->text().isEmpty());
}

QTEST_MAIN(SecretClipboardTest)
#include "SecretClipboardTest.moc"
