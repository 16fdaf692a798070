// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QDialog;
class QWidget;

namespace admin {

/// Every question that stops the program until it is answered. Tests answer in advance.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    /// The name of a file, or nothing if the person thought better of it. `filter` as in
    /// QFileDialog.
    virtual std::optional<QString> openFile(QWidget *parent, const QString &title,
                                            const QString &filter) = 0;
    virtual std::optional<QString> saveFile(QWidget *parent, const QString &title,
                                            const QString &proposal, const QString &filter) = 0;
    /// A line of text.
    virtual std::optional<QString> text(QWidget *parent, const QString &title, const QString &label,
                                        const QString &proposal) = 0;
    /// A line that nobody may read over the shoulder.
    virtual std::optional<QString> secret(QWidget *parent, const QString &title,
                                          const QString &label) = 0;
    /// Yes or no; `action` is what the button of consent says. No is the default.
    virtual bool confirm(QWidget *parent, const QString &title, const QString &question,
                         const QString &action) = 0;
    /// Shows one of our own dialogs until it is closed; the code of its end.
    virtual int run(QDialog &dialog) = 0;
};

/// With the windows of the desktop.
class WindowDialogs : public Dialogs
{
public:
    std::optional<QString> openFile(QWidget *parent, const QString &title,
                                    const QString &filter) override;
    std::optional<QString> saveFile(QWidget *parent, const QString &title, const QString &proposal,
                                    const QString &filter) override;
    std::optional<QString> text(QWidget *parent, const QString &title, const QString &label,
                                const QString &proposal) override;
    std::optional<QString> secret(QWidget *parent, const QString &title,
                                  const QString &label) override;
    bool confirm(QWidget *parent, const QString &title, const QString &question,
                 const QString &action) override;
    int run(QDialog &dialog) override;
};

} // namespace admin
