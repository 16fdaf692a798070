// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/TurnHandler.h"

#include "core/Turn.h"

#include <memory>
#include <utility>

namespace http {

namespace {

core::Task<void> handle(std::shared_ptr<const Handler> handler, ExchangePtr exchange)
{
    co_await core::turn();
    co_await (*handler)(std::move(exchange));
}

} // namespace

Handler inTurn(Handler handler)
{
    return [shared = std::make_shared<const Handler>(std::move(handler))](ExchangePtr exchange) {
        return handle(shared, std::move(exchange));
    };
}

} // namespace http
