// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Secret.h"

#include <QTest>

#include <ostream>
#include <type_traits>

template <typename T>
concept Printable = requires(std::ostream &stream, const T &value) { stream << value; };

static_assert(!std::is_copy_constructible_v<core::Secret>);
static_assert(!std::is_copy_assignable_v<core::Secret>);
static_assert(!std::is_convertible_v<core::Secret, std::string>);
static_assert(!std::is_convertible_v<core::Secret, std::string_view>);
static_assert(!Printable<core::Secret>);

class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheTextAndWipesTheSource()
    {
        std::string source = "correct horse battery staple";
        const char *memory = source.data();
        const core::Secret secret(std::move(source));
        QCOMPARE(secret.reveal(), std::string_view("correct horse battery staple"));
        QCOMPARE(memory[0], '\0');
    }

    void movingLeavesNothingBehind()
    {
        core::Secret first = core::Secret::copyOf("short");
        const core::Secret second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is tested
        QVERIFY(second.equals("short"));
        QVERIFY(!second.equals("shorT"));
        QVERIFY(!second.equals("shor"));
    }
};

QTEST_APPLESS_MAIN(SecretTest)
#include "SecretTest.moc"
