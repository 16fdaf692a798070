// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailconnect/LoginCheck.h"

#include "core/Async.h"
#include "core/Clock.h"
#include "imap/Connection.h"
#include "smtp/Connection.h"

namespace mailconnect {

namespace {

using Outcome = std::optional<core::Error>;

constexpr auto farewellTime = std::chrono::seconds(2);

core::Task<Outcome> checkImap(const account::MailAccount &account, const LoginCheckOptions &options,
                              core::Cancellation cancellation)
{
    const auto deadline = core::deadlineIn(options.timeLimit);
    const imap::ConnectionOptions connectionOptions;
    const auto connection = co_await imap::Connection::open(
        account.imap, options.tlsPolicy, connectionOptions, deadline, cancellation);
    if (!connection)
        co_return connection.error();
    const auto login = co_await (*connection)->login(account.imapLogin, deadline);
    if (!login)
        co_return login.error();
    (void)co_await (*connection)->logout(core::deadlineIn(farewellTime));
    co_return std::nullopt;
}

core::Task<Outcome> checkSmtp(const account::MailAccount &account, const LoginCheckOptions &options,
                              core::Cancellation cancellation)
{
    const auto deadline = core::deadlineIn(options.timeLimit);
    const smtp::ConnectionOptions connectionOptions;
    const auto connection = co_await smtp::Connection::open(
        account.smtp, options.tlsPolicy, connectionOptions, deadline, cancellation);
    if (!connection)
        co_return connection.error();
    const auto login = co_await (*connection)->authenticate(account.smtpLogin, deadline);
    if (!login)
        co_return login.error();
    (void)co_await (*connection)->quit(core::deadlineIn(farewellTime));
    co_return std::nullopt;
}

} // namespace

core::Task<LoginReport> checkLogin(account::MailAccountPtr account, LoginCheckOptions options,
                                   core::Cancellation cancellation)
{
    auto imap = checkImap(*account, options, cancellation);
    auto smtp = checkSmtp(*account, options, cancellation);
    auto outcomes = co_await core::both(std::move(imap), std::move(smtp));
    co_return LoginReport{.imap = std::move(outcomes.first), .smtp = std::move(outcomes.second)};
}

} // namespace mailconnect
