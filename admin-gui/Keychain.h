// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "core/Task.h"

#include <QString>

namespace admin {

/// The desktop's own store of secrets (Secret Service, KWallet), through QtKeychain. Main thread
/// only.
class Keychain
{
public:
    virtual ~Keychain() = default;

    /// False when the program was built without it: then keys are asked for each time.
    virtual bool isThere() const = 0;
    /// NotFound; Unavailable: no such service runs, or it stays locked.
    virtual core::Task<core::Result<core::Secret>> read(QString name) = 0;
    virtual core::Task<core::Result<core::Done>> write(QString name, core::Secret secret) = 0;
    virtual core::Task<core::Result<core::Done>> remove(QString name) = 0;
};

/// That of the desktop the program runs on.
class SystemKeychain : public Keychain
{
public:
    bool isThere() const override;
    core::Task<core::Result<core::Secret>> read(QString name) override;
    core::Task<core::Result<core::Done>> write(QString name, core::Secret secret) override;
    core::Task<core::Result<core::Done>> remove(QString name) override;
};

} // namespace admin
