// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/style/Icons.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPixmapCache>

#include <optional>

namespace admin {

namespace {

/// Draws an SVG whose strokes are "currentColor". It asks for the palette when it paints, so that
/// icons follow a change of the appearance by themselves.
class TintedIconEngine : public QIconEngine
{
public:
    TintedIconEngine(QString name, std::optional<Tone> tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {}

    void paint(QPainter *painter, const QRect &rectangle, QIcon::Mode mode,
               QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rectangle, scaledPixmap(rectangle.size(), mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        const QColor colour = colourFor(mode);
        const QSize pixels = size * ratio;
        const QString key = QStringLiteral("icon/%1/%2/%3x%4/%5")
                                .arg(m_name, colour.name())
                                .arg(pixels.width())
                                .arg(pixels.height())
                                .arg(ratio);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = render(pixels, colour);
        pixmap.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedIconEngine(m_name, m_tone); }
    QString key() const override { return QStringLiteral("admin-tinted"); }

private:
    QColor colourFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return m_tone ? toneColour(*m_tone, palette) : palette.color(QPalette::ButtonText);
    }

    QPixmap render(const QSize &pixels, const QColor &colour) const
    {
        QFile file(QStringLiteral(":/admin/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("missing icon %s", qPrintable(m_name));
        QByteArray drawing = file.readAll();
        drawing.replace("currentColor", colour.name().toLatin1());
        QBuffer buffer(&drawing);
        QImageReader reader(&buffer, "svg");
        reader.setScaledSize(pixels);
        return QPixmap::fromImage(reader.read());
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new TintedIconEngine(name, std::nullopt));
}

QIcon icon(const QString &name, Tone tone)
{
    return QIcon(new TintedIconEngine(name, tone));
}

QIcon icon(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return icon(QStringLiteral("success"), tone);
    case Tone::Warning:
        return icon(QStringLiteral("warning"), tone);
    case Tone::Failure:
        return icon(QStringLiteral("failure"), tone);
    case Tone::Neutral:
    case Tone::Accent:
        break;
    }
    return icon(QStringLiteral("information"), tone);
}

} // namespace admin
