// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/RequestLimits.h"
#include "attachments/AttachmentEndpoint.h"
#include "http/AnswerStats.h"
#include "mail/IdleSmtpSessions.h"
#include "mail/MailboxWatcher.h"
#include "mail/SessionPool.h"

#include <cstddef>
#include <string>

namespace app {

/// What the program knows about itself at one moment.
struct Readings
{
    mail::SessionPool::Stats sessions;
    mail::IdleSmtpSessions::Stats smtpSessions;
    mail::MailboxWatcher::Stats watching;
    std::size_t listeners = 0;
    std::size_t httpConnections = 0;
    RequestLimits::Refused refused;
    attachments::AttachmentEndpoint::Stats attachments;
    http::AnswerStats answers;
};

/// The readings in the text format of Prometheus. No label names a user, a host or a client.
std::string renderMetrics(const Readings &readings);

} // namespace app
