// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Exchange.h"

namespace http {

/// The handler, for requests that cost much and come in crowds: they are answered in turn
/// (core::Turn), and those for anything else in between.
Handler inTurn(Handler handler);

} // namespace http
