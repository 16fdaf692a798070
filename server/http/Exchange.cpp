// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Exchange.h"

namespace http {

core::Task<bool> Exchange::drained()
{
    co_return !cancellation().isCancelled();
}

void Exchange::setRoute(std::string_view) {}

} // namespace http
