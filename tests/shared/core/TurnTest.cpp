// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Turn.h"
#include "core/Async.h"

#include <QTest>
#include <QTimer>

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

core::Task<void> append(std::string &text, char letter)
{
    co_await core::turn();
    text += letter;
}

} // namespace

class TurnTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workIsDoneLaterAndInTheOrderOfAsking()
    {
        std::string text;
        core::Turn first([&text] { text += 'a'; });
        core::Turn second([&text] { text += 'b'; });
        second.request();
        first.request();
        second.request(); // once more is not twice
        QVERIFY(second.isRequested());
        QCOMPARE(text, std::string());
        QCoreApplication::processEvents();
        QCOMPARE(text, std::string("ba"));
        QVERIFY(!second.isRequested());
        second.request();
        QCoreApplication::processEvents();
        QCOMPARE(text, std::string("bab"));
    }

    void whoHasGoneIsNotServed()
    {
        std::string text;
        auto first = std::make_unique<core::Turn>([&text] { text += 'a'; });
        core::Turn second([&text, &first] {
            text += 'b';
            first.reset();
        });
        second.request();
        first->request();
        QCoreApplication::processEvents();
        QCOMPARE(text, std::string("b"));
    }

    void workMayDestroyItselfAndAskForMore()
    {
        std::string text;
        core::Turn last([&text] { text += 'b'; });
        std::unique_ptr<core::Turn> only;
        only = std::make_unique<core::Turn>([&] {
            text += 'a';
            last.request();
            only.reset();
        });
        only->request();
        QCoreApplication::processEvents();
        QCOMPARE(text, std::string("ab"));
    }

    void coroutinesWaitForTheirTurn()
    {
        std::string text;
        core::start(append(text, 'a'));
        core::start(append(text, 'b'));
        QCOMPARE(text, std::string());
        QCoreApplication::processEvents();
        QCOMPARE(text, std::string("ab"));
    }

    /// Much that is to be done does not hold up the rest of the program, whatever asks for it.
    void othersAreServedInBetween()
    {
        constexpr std::size_t much = 20;
        std::size_t done = 0;
        std::size_t doneBefore = much;
        std::vector<std::unique_ptr<core::Turn>> turns;
        for (std::size_t i = 0; i < much; ++i) {
            turns.push_back(std::make_unique<core::Turn>([&, i] {
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
                ++done;
                if (i + 1 < much)
                    turns[i + 1]->request();
            }));
        }
        turns[0]->request();
        turns[much / 2]->request();
        QTimer timer;
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, [&] { doneBefore = done; });
        timer.start(0);
        QVERIFY(QTest::qWaitFor([&] { return done >= much; }));
        QVERIFY2(doneBefore < 3, std::to_string(doneBefore).c_str());
    }

    /// A command that waits for something turns a loop of its own.
    void workMayTurnTheEventLoop()
    {
        std::string text;
        core::Turn second([&text] { text += 'b'; });
        core::Turn first([&] {
            second.request();
            while (text.empty())
                QCoreApplication::processEvents();
            text += 'a';
        });
        first.request();
        QCoreApplication::processEvents();
        QCOMPARE(text, std::string("ba"));
    }
};

QTEST_GUILESS_MAIN(TurnTest)
#include "TurnTest.moc"
