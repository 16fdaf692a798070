// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/style/Colours.h"

namespace admin {

namespace {

/// The colours of one appearance, as 0xRRGGBB.
struct Scheme
{
    QRgb window, card, text, muted, cardBorder, fieldBorder, button, accent, onAccent, link;
    QRgb success, warning, failure;
};

constexpr Scheme light{.window = 0xf4f6f9,
                       .card = 0xffffff,
                       .text = 0x1b2130,
                       .muted = 0x586174,
                       .cardBorder = 0xdfe4ec,
                       .fieldBorder = 0x8a93a5,
                       .button = 0xffffff,
                       .accent = 0x2b5bd7,
                       .onAccent = 0xffffff,
                       .link = 0x2450c4,
                       .success = 0x17733f,
                       .warning = 0x8a5600,
                       .failure = 0xb3261e};

constexpr Scheme dark{.window = 0x13161c,
                      .card = 0x1c2029,
                      .text = 0xe8ebf2,
                      .muted = 0xa3acbd,
                      .cardBorder = 0x2f3643,
                      .fieldBorder = 0x717b8f,
                      .button = 0x262c38,
                      .accent = 0x8fb0ff,
                      .onAccent = 0x0d1526,
                      .link = 0x9dbaff,
                      .success = 0x66d69a,
                      .warning = 0xf2bf5c,
                      .failure = 0xff8f88};

const Scheme &schemeOf(const QPalette &palette)
{
    return isDark(palette) ? dark : light;
}

QColor mixed(const QColor &over, const QColor &under, double share)
{
    const auto channel = [share](int a, int b) { return int(a * share + b * (1 - share)); };
    return {channel(over.red(), under.red()), channel(over.green(), under.green()),
            channel(over.blue(), under.blue())};
}

} // namespace

QPalette paletteFor(Appearance lightOrDark)
{
    const Scheme &scheme = lightOrDark == Appearance::Dark ? dark : light;
    const QColor text(scheme.text);
    const QColor card(scheme.card);
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(scheme.window));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, card);
    palette.setColor(QPalette::AlternateBase, mixed(text, card, 0.03));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, QColor(scheme.muted));
    palette.setColor(QPalette::Button, QColor(scheme.button));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, QColor(scheme.failure));
    palette.setColor(QPalette::Highlight, QColor(scheme.accent));
    palette.setColor(QPalette::HighlightedText, QColor(scheme.onAccent));
    palette.setColor(QPalette::Link, QColor(scheme.link));
    palette.setColor(QPalette::LinkVisited, QColor(scheme.link));
    palette.setColor(QPalette::ToolTipBase, text);
    palette.setColor(QPalette::ToolTipText, card);
    palette.setColor(QPalette::Light, mixed(text, card, 0.06));
    palette.setColor(QPalette::Midlight, QColor(scheme.cardBorder));
    palette.setColor(QPalette::Mid, QColor(scheme.fieldBorder));
    palette.setColor(QPalette::Dark, QColor(scheme.fieldBorder));
    palette.setColor(QPalette::Shadow, QColor(scheme.muted));
    const QColor faint = mixed(text, card, 0.45);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(text, card, 0.2));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, faint);
    return palette;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::WindowText).lightness()
           > palette.color(QPalette::Active, QPalette::Window).lightness();
}

QColor toneColour(Tone tone, const QPalette &palette)
{
    const Scheme &scheme = schemeOf(palette);
    switch (tone) {
    case Tone::Neutral:
        return QColor(scheme.muted);
    case Tone::Accent:
        return QColor(scheme.link);
    case Tone::Success:
        return QColor(scheme.success);
    case Tone::Warning:
        return QColor(scheme.warning);
    case Tone::Failure:
        return QColor(scheme.failure);
    }
    return {};
}

QColor toneBackground(Tone tone, const QPalette &palette)
{
    return mixed(toneColour(tone, palette), QColor(schemeOf(palette).card),
                 isDark(palette) ? 0.14 : 0.08);
}

QColor mutedText(const QPalette &palette)
{
    return QColor(schemeOf(palette).muted);
}

QColor cardBorder(const QPalette &palette)
{
    return QColor(schemeOf(palette).cardBorder);
}

QColor fieldBorder(const QPalette &palette)
{
    return QColor(schemeOf(palette).fieldBorder);
}

} // namespace admin
