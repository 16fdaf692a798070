// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/CopyField.h"

#include "admin-gui/SecretClipboard.h"
#include "admin-gui/style/Icons.h"
#include "admin-gui/widgets/Announcement.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace admin {

CopyField::CopyField(SecretClipboard &clipboard, Content content, QWidget *parent)
    : QWidget(parent)
    , m_clipboard(clipboard)
    , m_content(content)
    , m_field(new QLineEdit(this))
    , m_button(new QPushButton(this))
{
    m_field->setReadOnly(true);
    m_field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_button->setIcon(icon(QStringLiteral("copy")));
    m_button->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_field, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &CopyField::copy);
    connect(&m_clipboard, &SecretClipboard::secondsLeftChanged, this, [this](int seconds) {
        m_isOnClipboard = m_isOnClipboard && seconds > 0;
        retranslate();
    });
    setFocusProxy(m_field);
    retranslate();
}

void CopyField::setText(const QString &text)
{
    m_field->setText(text);
    m_field->setCursorPosition(0);
    m_isOnClipboard = false;
    retranslate();
}

QString CopyField::text() const
{
    return m_field->text();
}

void CopyField::setTitle(const QString &title)
{
    m_title = title;
    retranslate();
}

void CopyField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CopyField::retranslate()
{
    m_field->setAccessibleName(m_title);
    m_button->setText(m_isOnClipboard ? tr("Clear now (%n s)", nullptr, m_clipboard.secondsLeft())
                                      : tr("Copy"));
    m_button->setAccessibleName(m_isOnClipboard ? tr("Clear the clipboard")
                                                : tr("Copy: %1").arg(m_title));
    m_button->setEnabled(!m_field->text().isEmpty());
}

void CopyField::copy()
{
    if (m_isOnClipboard) {
        m_clipboard.clear();
        return;
    }
    if (m_content == Content::Public) {
        QGuiApplication::clipboard()->setText(m_field->text());
        announce(*this, tr("Copied"));
        return;
    }
    m_clipboard.copy(m_field->text());
    m_isOnClipboard = true;
    retranslate();
    announce(*this, tr("Copied. The clipboard is cleared after a minute."));
}

} // namespace admin
