// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Xlsx.h"

#include "core/Ascii.h"
#include "extractor/CellFormats.h"
#include "extractor/Limits.h"
#include "extractor/TextSink.h"

#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace extractor {

using documents::Problem;

namespace {

std::optional<std::size_t> numberIn(std::string_view text)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// workbook.xml: the sheets in their order.
class Workbook final : public XmlHandler
{
public:
    struct Sheet
    {
        std::string name;
        std::string relationship;
        bool isHidden = false;
    };

    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name == "sheet" && m_sheets.size() < Limits::pages) {
            const auto state = attributes.value("state");
            m_sheets.push_back({.name = std::string(attributes.value("name")),
                                .relationship = std::string(attributes.value("id", "r")),
                                .isHidden = state == "hidden" || state == "veryHidden"});
        } else if (name == "workbookPr") {
            const auto is1904 = attributes.value("date1904");
            if (is1904 == "1" || is1904 == "true")
                m_dateSystem = DateSystem::From1904;
        }
    }
    void endElement(std::string_view /*name*/) override {}
    void text(std::string_view /*text*/) override {}

    const std::vector<Sheet> &sheets() const { return m_sheets; }
    DateSystem dateSystem() const { return m_dateSystem; }

private:
    std::vector<Sheet> m_sheets;
    DateSystem m_dateSystem = DateSystem::From1900;
};

/// sharedStrings.xml. All of them in one text, for there may be millions.
class SharedStrings final : public XmlHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes & /*attributes*/) override
    {
        if (name == "rPh") // how it is pronounced
            m_isPhonetic = true;
        m_isText = name == "t" && !m_isPhonetic;
    }
    void endElement(std::string_view name) override
    {
        m_isText = false;
        if (name == "rPh")
            m_isPhonetic = false;
        else if (name == "si")
            m_ends.push_back(m_text.size());
    }
    void text(std::string_view text) override
    {
        if (m_isText)
            m_text += text;
    }
    bool isSated() const override
    {
        return m_text.size() > Limits::sharedStringBytes || m_ends.size() > Limits::sharedStrings;
    }

    std::string_view at(std::size_t index) const
    {
        if (index >= m_ends.size())
            return {};
        const auto begin = index == 0 ? 0 : m_ends[index - 1];
        return std::string_view(m_text).substr(begin, m_ends[index] - begin);
    }

private:
    std::string m_text;
    std::vector<std::size_t> m_ends;
    bool m_isText = false;
    bool m_isPhonetic = false;
};

/// What all sheets refer to.
struct Shared
{
    Workbook workbook;
    SharedStrings strings;
    CellStyles styles;
};

/// sheet1.xml …
class Sheet final : public XmlHandler
{
public:
    explicit Sheet(const Shared &shared)
        : m_shared(shared)
    {}

    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        m_isValue = name == "v" || (name == "t" && m_isInlineText && !m_isPhonetic);
        m_isFormula = name == "f";
        if (name == "rPh")
            m_isPhonetic = true;
        else if (name == "is")
            m_isInlineText = true;
        else if (name == "row")
            startRow(attributes);
        else if (name == "c")
            startCell(attributes);
    }
    void endElement(std::string_view name) override
    {
        m_isValue = false;
        m_isFormula = false;
        if (name == "rPh")
            m_isPhonetic = false;
        else if (name == "is")
            m_isInlineText = false;
        else if (name == "c")
            endCell();
    }
    void text(std::string_view text) override
    {
        if (m_isValue)
            m_value += text;
        else if (m_isFormula)
            m_formula += text;
    }
    bool isSated() const override { return m_sink.isFull(); }

    bool isFull() const { return m_sink.isFull(); }
    std::string take() { return m_sink.take(); }

private:
    void startRow(const XmlAttributes &attributes)
    {
        m_row = std::min(numberIn(attributes.value("r")).value_or(m_row + 1), Limits::rows);
        m_column = 0;
        m_written = 0;
    }
    void startCell(const XmlAttributes &attributes)
    {
        m_value.clear();
        m_formula.clear();
        m_type = attributes.value("t");
        m_style = numberIn(attributes.value("s")).value_or(0);
        const auto reference = attributes.value("r");
        m_columnName = reference.substr(0, reference.find_first_of("0123456789"));
        m_column = columnOf(m_columnName).value_or(m_column + 1);
    }
    /// 28 for "AB".
    static std::optional<std::size_t> columnOf(std::string_view name)
    {
        std::size_t column = 0;
        for (const char c : name) {
            if (!core::isLetter(c))
                return std::nullopt;
            column = column * 26 + static_cast<std::size_t>(core::toLower(c) - 'a') + 1;
            if (column > Limits::columns)
                return std::nullopt;
        }
        return column == 0 ? std::nullopt : std::optional(column);
    }
    std::string shownValue() const
    {
        if (m_type == "s")
            return std::string(m_shared.strings.at(numberIn(m_value).value_or(SIZE_MAX)));
        if (m_type == "b")
            return m_value == "1" ? "TRUE" : "FALSE";
        if (m_type.empty() || m_type == "n")
            return formatCell(m_value, m_shared.styles.kind(m_style),
                              m_shared.workbook.dateSystem());
        return m_value;
    }
    void endCell()
    {
        auto value = m_value.empty() && !m_formula.empty() ? '=' + m_formula : shownValue();
        if (value.empty())
            return;
        // A cell is one piece of one line.
        for (char &c : value)
            c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
        if (m_written == 0 && !m_sink.isEmpty())
            m_sink.add(m_row > m_lastRow + 1 ? "\n\n" : "\n");
        m_written = std::max<std::size_t>(m_written, 1);
        // A place far away is named, instead of thousands of tabulators on the way there.
        if (m_column > m_written + longestGap) {
            m_sink.add("\t[" + m_columnName + "] ");
            m_written = m_column;
        }
        for (; m_written < m_column; ++m_written)
            m_sink.add("\t");
        m_lastRow = m_row;
        m_sink.add(value);
    }

    static constexpr std::size_t longestGap = 20; ///< empty columns

    const Shared &m_shared;
    TextSink m_sink;
    std::string m_columnName;
    std::string m_type;
    std::string m_value;
    std::string m_formula;
    std::size_t m_style = 0;
    std::size_t m_row = 0;
    std::size_t m_lastRow = 0; ///< that was written
    std::size_t m_column = 0;
    std::size_t m_written = 0; ///< columns of this row, up to here
    bool m_isValue = false;
    bool m_isFormula = false;
    bool m_isInlineText = false;
    bool m_isPhonetic = false;
};

Content contentOf(const Workbook &workbook, const Package &package,
                  std::map<std::string, Sheet> &sheets)
{
    Content content;
    TextSink sink;
    std::uint32_t number = 0;
    bool hasText = false;
    for (const auto &entry : workbook.sheets()) {
        const auto *const target = package.relationship(package.mainPart(), entry.relationship);
        const auto sheet = target == nullptr ? sheets.end() : sheets.find(target->target);
        if (sheet == sheets.end())
            continue;
        sink.add((number++ == 0 ? "--- Sheet " : "\n\n--- Sheet ") + entry.name);
        sink.add(entry.isHidden ? " (hidden) ---\n" : " ---\n");
        content.isTruncated = content.isTruncated || sheet->second.isFull();
        const auto text = sheet->second.take();
        hasText = hasText || !text.empty();
        sink.add(text);
    }
    content.pages = number;
    content.isTruncated = content.isTruncated || sink.isFull();
    if (hasText)
        content.text = sink.take();
    return content;
}

} // namespace

Result<Content> readXlsx(Zip &zip, const Package &package)
{
    Shared shared;
    const auto handlerFor = [&](const std::string &name) -> XmlHandler * {
        const auto type = package.typeOf(name);
        if (core::equalsIgnoringCase(name, package.mainPart()))
            return &shared.workbook;
        if (type.ends_with(".sharedStrings+xml"))
            return &shared.strings;
        return type.ends_with(".styles+xml") ? &shared.styles : nullptr;
    };
    if (const auto read = zip.readXml(handlerFor); !read)
        return read.error();
    if (shared.strings.isSated())
        return Problem::OverLimit;
    std::map<std::string, Sheet> sheets; // by part in lower case
    const auto sheetFor = [&](const std::string &name) -> XmlHandler * {
        return package.typeOf(name).ends_with(".worksheet+xml")
                   ? &sheets.try_emplace(core::toLower(name), shared).first->second
                   : nullptr;
    };
    if (const auto read = zip.readXml(sheetFor); !read)
        return read.error();
    return contentOf(shared.workbook, package, sheets);
}

} // namespace extractor
