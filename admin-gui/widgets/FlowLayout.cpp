// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/FlowLayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace admin {

FlowLayout::FlowLayout()
{
    setContentsMargins({});
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (!itemAt(index))
        return nullptr;
    auto item = std::move(m_items[std::size_t(index)]);
    m_items.erase(m_items.begin() + index);
    return item.release();
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, Placing::Measured);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = {size.width() + item->sizeHint().width() + spacing(),
                    std::max(size.height(), item->sizeHint().height())};
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rectangle)
{
    QLayout::setGeometry(rectangle);
    arrange(rectangle, Placing::Done);
}

int FlowLayout::arrange(const QRect &rectangle, Placing placing) const
{
    const auto direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LayoutDirectionAuto;
    // One for all lines.
    int lineHeight = 0;
    for (const auto &item : m_items)
        lineHeight = std::max(lineHeight, item->isEmpty() ? 0 : item->sizeHint().height());
    QPoint place = rectangle.topLeft();
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size(item->sizeHint().width(), lineHeight);
        if (place.x() > rectangle.left()
            && place.x() + size.width() > rectangle.left() + rectangle.width())
            place = {rectangle.left(), place.y() + lineHeight + spacing()};
        if (placing == Placing::Done)
            item->setGeometry(QStyle::visualRect(direction, rectangle, QRect(place, size)));
        place.rx() += size.width() + spacing();
    }
    return place.y() + lineHeight - rectangle.top();
}

} // namespace admin
