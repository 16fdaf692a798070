// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/pages/Page.h"

#include "admin-gui/LanguageSwitch.h"
#include "admin-gui/widgets/Card.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace admin {

namespace {

/// Lines that are longer are hard to read: in heights of a letter.
constexpr int widestContent = 72;

} // namespace

Page::Page(Services &services, Workspace &workspace, QWidget *parent)
    : QScrollArea(parent)
    , m_services(services)
    , m_workspace(workspace)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // what is on it has the focus, and is scrolled into view
    auto *sheet = new QWidget;
    sheet->installEventFilter(this);
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

void Page::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

bool Page::eventFilter(QObject *object, QEvent *event)
{
    if (object == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(object, event);
}

/// QScrollArea makes its widget as narrow and as low as the window, whether or not texts then need
/// more lines.
void Page::fit()
{
    const int narrowest = m_content->minimumSize().width();
    const int width = std::clamp(viewport()->width(), narrowest,
                                 std::max(narrowest, widestContent * fontMetrics().height()));
    widget()->setMaximumWidth(std::max(narrowest, widestContent * fontMetrics().height()));
    widget()->setMinimumHeight(m_content->minimumHeightForWidth(width));
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
