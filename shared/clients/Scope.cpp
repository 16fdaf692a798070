// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/Scope.h"

#include <algorithm>

namespace clients {

namespace {

// Sent by clients to any server, whatever its scopes are; they neither grant nor break anything.
constexpr std::array<std::string_view, 5> ignoredScopes = {"offline_access", "openid", "profile",
                                                           "email", "claudeai"};

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        if (end > 0)
            words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::size_t positionOf(std::string_view name)
{
    const auto row = std::ranges::find(allScopes, name, &ScopeDescription::name);
    return static_cast<std::size_t>(row - allScopes.begin());
}

} // namespace

ScopeSet ScopeSet::all()
{
    ScopeSet set;
    for (const auto &scope : allScopes)
        set.m_names.emplace_back(scope.name);
    return set;
}

core::Result<ScopeSet> ScopeSet::parse(std::string_view text)
{
    ScopeSet set;
    bool askedForSomething = false;
    for (const auto word : split(text, ' ')) {
        if (std::ranges::find(ignoredScopes, word) != ignoredScopes.end())
            continue;
        askedForSomething = true;
        set.insert(word);
    }
    if (askedForSomething && set.isEmpty())
        return core::Error(core::ErrorKind::InvalidArgument,
                           "None of the requested scopes exists here.");
    return set;
}

core::Result<ScopeSet> ScopeSet::parseKeywords(std::string_view text)
{
    ScopeSet set;
    for (const auto word : split(text, ',')) {
        const auto row = std::ranges::find(allScopes, word, &ScopeDescription::keyword);
        if (row == allScopes.end()) {
            return core::Error(
                core::ErrorKind::InvalidArgument,
                "\"" + std::string(word)
                    + "\" is not a permission; use read, organize, draft, delete, send.");
        }
        set.insert(row->name);
    }
    if (set.isEmpty())
        return core::Error(core::ErrorKind::InvalidArgument,
                           "Name at least one permission, e.g. read.");
    return set;
}

void ScopeSet::insert(std::string_view name)
{
    const auto position = positionOf(name);
    if (position == allScopes.size() || contains(name))
        return;
    const auto place = std::ranges::find_if(
        m_names, [position](const std::string &other) { return positionOf(other) > position; });
    m_names.emplace(place, name);
}

bool ScopeSet::contains(std::string_view name) const
{
    return std::ranges::find(m_names, name) != m_names.end();
}

bool ScopeSet::hasRisks() const
{
    return std::ranges::any_of(allScopes, [this](const ScopeDescription &scope) {
        return scope.isRisky && contains(scope.name);
    });
}

bool ScopeSet::isSubsetOf(const ScopeSet &other) const
{
    return std::ranges::all_of(m_names,
                               [&other](const std::string &name) { return other.contains(name); });
}

ScopeSet ScopeSet::intersected(const ScopeSet &other) const
{
    ScopeSet set;
    std::ranges::copy_if(m_names, std::back_inserter(set.m_names),
                         [&other](const std::string &name) { return other.contains(name); });
    return set;
}

std::string ScopeSet::text() const
{
    std::string text;
    for (const auto &name : m_names) {
        if (!text.empty())
            text += ' ';
        text += name;
    }
    return text;
}

} // namespace clients
