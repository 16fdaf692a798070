// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/Language.h"

#include <QObject>
#include <QTranslator>

#include <vector>

namespace admin {

/// The language of the program, which changes while it runs: every widget gets a LanguageChange.
class LanguageSwitch : public QObject
{
    Q_OBJECT

public:
    explicit LanguageSwitch(QObject *parent = nullptr);
    ~LanguageSwitch() override;

    struct Choice
    {
        QString tag;  ///< BCP 47
        QString name; ///< in that language itself
    };
    /// All there are, English first.
    static const std::vector<Choice> &choices();

    /// An unknown tag, or an empty one, is the language of the desktop, else English.
    void use(const QString &tag);
    const QString &tag() const { return m_tag; }

    /// A sentence of the inner rooms in this language.
    QString say(const i18n::Text &text) const;
    const i18n::Language &language() const { return *m_language; }

private:
    QTranslator m_ours;
    QTranslator m_qt;
    QString m_tag;
    const i18n::Language *m_language;
};

} // namespace admin
