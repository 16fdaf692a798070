// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Keychain.h"

#include "admin-gui/Text.h"
#include "core/Async.h"

#include <QCoreApplication>

#ifdef HAVE_QTKEYCHAIN
#include <qt6keychain/keychain.h>
#endif

namespace admin {

namespace {

core::Error unavailable(const QString &detail = {})
{
    return {core::ErrorKind::Unavailable,
            QCoreApplication::translate("admin::Keychain",
                                        "The keychain of this desktop cannot be used. Unlock it, "
                                        "or choose another place for the key.")
                .toStdString(),
            detail.toStdString()};
}

} // namespace

#ifdef HAVE_QTKEYCHAIN

namespace {

constexpr auto service = "mail_mcp_admin";

core::Error failure(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::EntryNotFound)
        return {core::ErrorKind::NotFound,
                QCoreApplication::translate(
                    "admin::Keychain", "The keychain of this desktop has no key for this profile.")
                    .toStdString()};
    return unavailable(job.errorString());
}

core::Task<void> run(QKeychain::Job &job, const QString &name)
{
    const core::Completion<bool> done;
    job.setAutoDelete(false);
    job.setInsecureFallback(false); // never a plain file
    job.setKey(name);
    QObject::connect(&job, &QKeychain::Job::finished, &job, [done] { done.complete(true); });
    job.start();
    co_await done;
}

/// The job is the sender of the signal that resumes us, so it may not die here.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

} // namespace

bool SystemKeychain::isThere() const
{
    return true;
}

core::Task<core::Result<core::Secret>> SystemKeychain::read(QString name)
{
    const std::unique_ptr<QKeychain::ReadPasswordJob, DeleteLater> job(
        new QKeychain::ReadPasswordJob(QLatin1String(service)));
    co_await run(*job, name);
    if (job->error() != QKeychain::NoError)
        co_return failure(*job);
    co_return core::Secret(job->textData().toStdString());
}

core::Task<core::Result<core::Done>> SystemKeychain::write(QString name, core::Secret secret)
{
    const std::unique_ptr<QKeychain::WritePasswordJob, DeleteLater> job(
        new QKeychain::WritePasswordJob(QLatin1String(service)));
    job->setTextData(shown(secret.reveal()));
    co_await run(*job, name);
    if (job->error() != QKeychain::NoError)
        co_return failure(*job);
    co_return core::Done{};
}

core::Task<core::Result<core::Done>> SystemKeychain::remove(QString name)
{
    const std::unique_ptr<QKeychain::DeletePasswordJob, DeleteLater> job(
        new QKeychain::DeletePasswordJob(QLatin1String(service)));
    co_await run(*job, name);
    if (job->error() != QKeychain::NoError)
        co_return failure(*job);
    co_return core::Done{};
}

#else

bool SystemKeychain::isThere() const
{
    return false;
}

core::Task<core::Result<core::Secret>> SystemKeychain::read(QString)
{
    co_return unavailable();
}

core::Task<core::Result<core::Done>> SystemKeychain::write(QString, core::Secret)
{
    co_return unavailable();
}

core::Task<core::Result<core::Done>> SystemKeychain::remove(QString)
{
    co_return unavailable();
}

#endif

} // namespace admin
