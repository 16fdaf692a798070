// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/SecretClipboard.h"

#include <QMimeData>

namespace admin {

namespace {

/// What clipboard managers of KDE and others look for before they keep something.
constexpr auto hintFormat = "x-kde-passwordManagerHint";

} // namespace

SecretClipboard::SecretClipboard(QClipboard *clipboard, std::chrono::milliseconds second,
                                 QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
{
    m_timer.setInterval(second);
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::countDown);
    connect(m_clipboard, &QClipboard::dataChanged, this, [this] {
        const QMimeData *content = m_clipboard->mimeData();
        const bool isOurs = content && content->hasFormat(QLatin1String(hintFormat));
        if (m_secondsLeft > 0 && !isOurs)
            end(); // somebody copied something else
    });
}

SecretClipboard::~SecretClipboard()
{
    disconnect(m_clipboard, nullptr, this, nullptr);
    clear();
}

void SecretClipboard::copy(const QString &secret)
{
    auto *content = new QMimeData;
    content->setText(secret);
    content->setData(QLatin1String(hintFormat), "secret");
    m_secondsLeft = int(lifetime.count());
    m_clipboard->setMimeData(content);
    m_timer.start();
    Q_EMIT secondsLeftChanged(m_secondsLeft);
}

void SecretClipboard::clear()
{
    if (m_secondsLeft == 0)
        return;
    end();
    m_clipboard->clear();
}

void SecretClipboard::countDown()
{
    if (m_secondsLeft == 1) {
        clear();
        return;
    }
    --m_secondsLeft;
    Q_EMIT secondsLeftChanged(m_secondsLeft);
}

void SecretClipboard::end()
{
    m_timer.stop();
    m_secondsLeft = 0;
    Q_EMIT secondsLeftChanged(0);
}

} // namespace admin
