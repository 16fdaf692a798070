// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QtGlobal>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace clients {

/// One permission: what it is called on the wire, on the command line and on the login page.
struct ScopeDescription
{
    std::string_view name;     ///< OAuth scope token
    std::string_view keyword;  ///< for --allow
    std::string_view sentence; ///< what it means for the mailbox owner, to be translated
    bool isRisky;              ///< cannot be undone by the owner: asked for with emphasis
};

/// All scopes there are, in the order in which they are shown.
inline constexpr std::array<ScopeDescription, 5> allScopes = {{
    {.name = "mail.read",
     .keyword = "read",
     .sentence = QT_TRANSLATE_NOOP("pages", "Read and search your mail"),
     .isRisky = false},
    {.name = "mail.organize",
     .keyword = "organize",
     .sentence = QT_TRANSLATE_NOOP("pages", "Move mail and change flags such as “read”"),
     .isRisky = false},
    {.name = "mail.draft",
     .keyword = "draft",
     .sentence = QT_TRANSLATE_NOOP("pages", "Save drafts for you to send"),
     .isRisky = false},
    {.name = "mail.delete",
     .keyword = "delete",
     .sentence = QT_TRANSLATE_NOOP("pages", "Delete mail for good"),
     .isRisky = true},
    {.name = "mail.send",
     .keyword = "send",
     .sentence = QT_TRANSLATE_NOOP("pages", "Send mail in your name"),
     .isRisky = true},
}};

/// A set of granted or requested scopes; always known ones, each once, in the order of allScopes.
class ScopeSet
{
public:
    ScopeSet() = default;
    static ScopeSet all();

    /// Space-separated scope tokens (RFC 6749 §3.3). Tokens that real clients send to every server
    /// (offline_access, openid …) are ignored; if something was asked for and nothing of it is
    /// known, InvalidArgument. An empty text is an empty set.
    static core::Result<ScopeSet> parse(std::string_view text);
    /// Comma-separated keywords of --allow.
    static core::Result<ScopeSet> parseKeywords(std::string_view text);

    void insert(std::string_view name);
    bool contains(std::string_view name) const;
    bool isEmpty() const { return m_names.empty(); }
    /// One of them is risky.
    bool hasRisks() const;
    bool isSubsetOf(const ScopeSet &other) const;
    ScopeSet intersected(const ScopeSet &other) const;

    const std::vector<std::string> &names() const { return m_names; }
    /// As the scope parameter of a response.
    std::string text() const;

    bool operator==(const ScopeSet &) const = default;

private:
    std::vector<std::string> m_names;
};

} // namespace clients
