// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AuditLogOpening.h"

#include "audit/AuditLog.h"
#include "crypto/KeyRing.h"

namespace app {

core::Result<core::Done> openAuditLog(const config::Settings &settings)
{
    audit::Options options;
    options.destination = settings.auditLog;
    options.pseudonymKey = crypto::deriveKey(settings.keyRing->sealingKey(), "audit");
    options.people = settings.namesPeople ? audit::People::InClear : audit::People::Pseudonyms;
    const auto opened = audit::open(std::move(options));
    if (!opened)
        return core::Error(core::ErrorKind::InvalidArgument,
                           "AUDIT_LOG: " + opened.error().message);
    return opened;
}

} // namespace app
