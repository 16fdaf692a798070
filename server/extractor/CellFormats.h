// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractor/Xml.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace extractor {

/// How the number in a cell of Excel is meant.
enum class CellKind { Number, Date, Time, DateAndTime, Duration };

/// What a number format says (ECMA-376 part 1 §18.8.31): "yyyy-mm-dd" is a date, "0.00" is not.
CellKind kindOf(std::string_view formatCode);

/// Where the days of a workbook are counted from.
enum class DateSystem { From1900, From1904 };

/// A date or time as ISO 8601 writes it, a duration as h:mm:ss; the text as it is if it cannot be
/// one.
std::string formatCell(std::string_view text, CellKind kind, DateSystem system);

/// styles.xml: which style of a cell means which kind.
class CellStyles final : public XmlHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes &attributes) override;
    void endElement(std::string_view name) override;
    void text(std::string_view /*text*/) override {}

    CellKind kind(std::size_t style) const;

private:
    std::map<std::uint32_t, CellKind> m_formats; ///< those that the workbook defines
    std::vector<std::uint32_t> m_styleFormats;
    bool m_isInCellStyles = false;
};

} // namespace extractor
