// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/LanguageSwitch.h"

#include "admin-gui/Text.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace admin {

LanguageSwitch::LanguageSwitch(QObject *parent)
    : QObject(parent)
    , m_language(&i18n::Language::english())
{}

LanguageSwitch::~LanguageSwitch()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

const std::vector<LanguageSwitch::Choice> &LanguageSwitch::choices()
{
    // QLocale would say "American English" of the first one.
    static const std::vector<Choice> list = {
        {.tag = QStringLiteral("en"), .name = QStringLiteral("English")},
        {.tag = QStringLiteral("de"), .name = QStringLiteral("Deutsch")},
        {.tag = QStringLiteral("fr"), .name = QStringLiteral("Français")},
        {.tag = QStringLiteral("es"), .name = QStringLiteral("Español")},
        {.tag = QStringLiteral("ja"), .name = QStringLiteral("日本語")},
        {.tag = QStringLiteral("ar"), .name = QStringLiteral("العربية")},
    };
    return list;
}

void LanguageSwitch::use(const QString &tag)
{
    const auto known = [](const QString &candidate) {
        return std::ranges::any_of(choices(), [&](const Choice &c) { return c.tag == candidate; });
    };
    m_tag = tag;
    if (!known(m_tag))
        m_tag = QLocale::system().name().section(QLatin1Char('_'), 0, 0);
    if (!known(m_tag))
        m_tag = QStringLiteral("en");
    const auto all = i18n::Language::all();
    m_language = &*std::ranges::find(all, m_tag.toStdString(), &i18n::Language::tag);

    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    QLocale::setDefault(QLocale(m_tag));
    // Also English has one: for its plurals.
    if (!m_ours.load(QStringLiteral(":/i18n/mail_mcp_admin_%1.qm").arg(m_tag)))
        qFatal("missing translation %s", qPrintable(m_tag));
    // Without the package of Qt's translations its buttons stay English.
    if (m_qt.load(QStringLiteral("qtbase_") + m_tag,
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    QGuiApplication::setLayoutDirection(m_language->isRightToLeft() ? Qt::RightToLeft
                                                                    : Qt::LeftToRight);
    QCoreApplication::installTranslator(&m_ours);
}

QString LanguageSwitch::say(const i18n::Text &text) const
{
    return shown(m_language->render(text));
}

} // namespace admin
