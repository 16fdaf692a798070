// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QClipboard>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace admin {

/// Puts secrets on the clipboard, tells clipboard managers not to keep them, and takes them off
/// again after a minute, unless something else was copied meanwhile.
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds lifetime{60};

    /// Tests make a second shorter.
    explicit SecretClipboard(QClipboard *clipboard,
                             std::chrono::milliseconds second = std::chrono::seconds(1),
                             QObject *parent = nullptr);
    /// The secret does not outlive the program.
    ~SecretClipboard() override;

    void copy(const QString &secret);
    void clear();
    /// How long it stays; 0: there is nothing of ours on the clipboard.
    int secondsLeft() const { return m_secondsLeft; }

Q_SIGNALS:
    /// Once a second, and when it ends.
    void secondsLeftChanged(int seconds);

private:
    void countDown();
    void end();

    QClipboard *m_clipboard;
    QTimer m_timer;
    int m_secondsLeft = 0;
};

} // namespace admin
