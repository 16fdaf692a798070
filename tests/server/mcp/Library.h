// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Features.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

/// A small server that offers everything that MCP knows: books as resources, prompts about them,
/// and tools that ask before they act.
namespace peer {

class Library
{
public:
    struct Watch
    {
        std::string uri;
        mcp::ResourceListener listener;
    };

    Library();
    mcp::Features features() const;

    /// Tells everybody who watches the book.
    void change(const std::string &uri, mcp::ResourceChange change) const;
    std::size_t watches() const { return m_watches->size(); }
    /// The books that were burnt.
    const std::vector<std::string> &burnt() const { return *m_burnt; }
    const std::shared_ptr<mcp::ListChanges> &listChanges() const { return m_listChanges; }

private:
    std::shared_ptr<std::map<int, Watch>> m_watches = std::make_shared<std::map<int, Watch>>();
    std::shared_ptr<std::vector<std::string>> m_burnt =
        std::make_shared<std::vector<std::string>>();
    std::shared_ptr<mcp::ListChanges> m_listChanges = std::make_shared<mcp::ListChanges>();
};

} // namespace peer
