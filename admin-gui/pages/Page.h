// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/Services.h"

#include <QScrollArea>
#include <QString>

class QLabel;
class QVBoxLayout;

namespace admin {

class Workspace;

/// A page of the window: a title, what it is for, and cards below each other that scroll together.
class Page : public QScrollArea
{
    Q_OBJECT

public:
    /// Both outlive the page.
    Page(Services &services, Workspace &workspace, QWidget *parent = nullptr);

    /// Stops what runs; false if nothing did.
    virtual bool cancel() { return false; }
    /// What F1 shows: plain text, paragraphs divided by empty lines.
    virtual QString help() const = 0;
    /// Where typing begins when the page is opened.
    virtual QWidget *firstField() const = 0;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    /// Puts in every text of the page; called after each change of the language, and by the
    /// constructors of the pages.
    virtual void retranslate() = 0;

    void setTexts(const QString &title, const QString &explanation);
    /// Where the cards go.
    QVBoxLayout &content() { return *m_content; }
    Services &services() const { return m_services; }
    Workspace &workspace() const { return m_workspace; }
    QString say(const i18n::Text &text) const;

private:
    void fit();

    Services &m_services;
    Workspace &m_workspace;
    QLabel *m_title;
    QLabel *m_explanation;
    QVBoxLayout *m_content;
};

} // namespace admin
