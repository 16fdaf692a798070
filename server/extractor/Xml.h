// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractor/Content.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace extractor {

/// The attributes of an element. They live as long as the call that brings them.
class XmlAttributes
{
public:
    /// `count` times what libxml2's startElementNs is given.
    XmlAttributes(const unsigned char *const *attributes, int count)
        : m_attributes(attributes)
        , m_count(count)
    {}

    /// By its local name; empty if it is not there. Where two have it (`id` and `r:id`), the one
    /// that `prefix` names.
    std::string_view value(std::string_view localName, std::string_view prefix = {}) const;
    bool has(std::string_view localName) const;

private:
    const unsigned char *const *m_attributes;
    int m_count;
};

/// Gets what a document of XML says. Names are without their prefix: which one a program chose, and
/// which edition of a standard it follows, makes no difference to the text.
class XmlHandler
{
public:
    virtual ~XmlHandler() = default;
    virtual void startElement(std::string_view name, const XmlAttributes &attributes) = 0;
    virtual void endElement(std::string_view name) = 0;
    /// May come in pieces.
    virtual void text(std::string_view text) = 0;
    /// True: the rest is not wanted.
    virtual bool isSated() const { return false; }
};

/// Reads XML that a stranger wrote, piece by piece and never as a tree. Nothing it refers to is
/// looked at; a document type, which alone could declare entities, ends it.
class XmlReader
{
public:
    explicit XmlReader(XmlHandler &handler);
    ~XmlReader();
    XmlReader(const XmlReader &) = delete;
    XmlReader &operator=(const XmlReader &) = delete;

    /// False: no more is wanted.
    bool feed(std::string_view piece);
    /// Damaged: what was fed is no XML that office programs write. OverLimit: too deep. NoMemory.
    Result<core::Done> finish();

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace extractor
