// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/Dialogs.h"
#include "admin-gui/Keychain.h"
#include "admin-gui/LanguageSwitch.h"
#include "admin-gui/MainWindow.h"
#include "admin-gui/ProfileStore.h"
#include "admin-gui/SecretClipboard.h"
#include "admin-gui/Services.h"
#include "admin-gui/Settings.h"
#include "support/CountingRandom.h"
#include "support/FakeClock.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace support {

/// Answers every question in advance, and remembers what was asked. A question without an answer is
/// cancelled.
class AnsweredDialogs : public admin::Dialogs
{
public:
    std::optional<QString> openFile(QWidget *, const QString &title, const QString &) override;
    std::optional<QString> saveFile(QWidget *, const QString &title, const QString &,
                                    const QString &) override;
    std::optional<QString> text(QWidget *, const QString &title, const QString &,
                                const QString &) override;
    std::optional<QString> secret(QWidget *, const QString &title, const QString &label) override;
    bool confirm(QWidget *, const QString &title, const QString &, const QString &) override;
    int run(QDialog &dialog) override;

    std::deque<QString> answers;
    std::function<void(QDialog &)> onRun; ///< sees our own dialogs while they are there
    QStringList asked;                    ///< titles; of secrets also the question

private:
    std::optional<QString> answer(const QString &title);
};

/// A keychain in memory.
class MemoryKeychain : public admin::Keychain
{
public:
    bool isThere() const override { return hasService; }
    core::Task<core::Result<core::Secret>> read(QString name) override;
    core::Task<core::Result<core::Done>> write(QString name, core::Secret secret) override;
    core::Task<core::Result<core::Done>> remove(QString name) override;

    std::map<QString, core::Secret> secrets;
    bool hasService = true;
};

/// The whole desktop program with its real window, in a folder of its own, but for the network:
/// what is found and what a diagnosis says is scripted.
class Stage
{
public:
    Stage();
    ~Stage();

    /// The window, as a start of the program makes it.
    admin::MainWindow &open();
    void close();
    /// Real time and real chance from the next open() on, in place of those that a test knows.
    void useRealClockAndChance();
    /// Another keychain from the next open() on; it outlives the stage.
    void useKeychain(admin::Keychain &other) { m_keychain = &other; }
    /// A widget by its object name; it has to be there.
    template <typename Widget>
    Widget &widget(const char *name)
    {
        auto *found = m_window->findChild<Widget *>(QLatin1String(name));
        Q_ASSERT_X(found, "Stage", name);
        return *found;
    }
    QString path(const char *file) const { return m_folder.filePath(QLatin1String(file)); }

    AnsweredDialogs dialogs;
    MemoryKeychain keychain;
    QNetworkAccessManager network;
    FakeClock clock;
    CountingRandom random;
    admin::Services::Find find;
    admin::Services::Diagnose diagnose;

private:
    QTemporaryDir m_folder;
    const core::SystemClock m_systemClock;
    core::SystemRandom m_systemRandom;
    const core::Clock *m_clock = &clock;
    core::Random *m_random = &random;
    admin::Keychain *m_keychain = &keychain;
    std::unique_ptr<admin::Settings> m_settings;
    admin::LanguageSwitch m_language;
    admin::SecretClipboard m_clipboard;
    std::unique_ptr<admin::ProfileStore> m_profiles;
    std::unique_ptr<admin::Services> m_services;
    std::unique_ptr<admin::MainWindow> m_window;
};

// What a find and a diagnosis may say, for tests that need something on the screen.
discovery::FoundSettings foundExample();
mailconnect::DiagnosisReport reportExample(const mailconnect::DiagnosisRequest &request);
/// What a running server answers to every question: it has three clients, the second of them
/// revoked, and eight entries in its audit log.
QByteArray runningServerExample();

} // namespace support
