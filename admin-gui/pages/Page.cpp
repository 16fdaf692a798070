// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/pages/Page.h"

#include "admin-gui/LanguageSwitch.h"
#include "admin-gui/widgets/Card.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace admin {

namespace {

/// Lines that are longer are hard to read.
constexpr int widestContent = 1040;

} // namespace

Page::Page(Services &services, Workspace &workspace, QWidget *parent)
    : QScrollArea(parent)
    , m_services(services)
    , m_workspace(workspace)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // what is on it has the focus, and is scrolled into view
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *sheet = new QWidget;
    sheet->setMaximumWidth(widestContent);
    m_title = new QLabel(sheet);
    m_explanation = new QLabel(sheet);
    makeTitle(*m_title);
    makeExplanation(*m_explanation);
    m_content = new QVBoxLayout(sheet);
    m_content->setContentsMargins(32, 26, 32, 32);
    m_content->setSpacing(16);
    m_content->addWidget(m_title);
    m_content->addWidget(m_explanation);
    setWidget(sheet);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
}

void Page::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

void Page::setTexts(const QString &title, const QString &explanation)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
    setAccessibleName(title);
    widget()->setAccessibleName(title);
}

QString Page::say(const i18n::Text &text) const
{
    return m_services.language.say(text);
}

} // namespace admin
