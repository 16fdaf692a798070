// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/Fetch.h"

#include <memory>
#include <set>
#include <string>

namespace imap {

class Tokenizer;

/// What one `* n FETCH (…)` line said. Servers also send them unasked, and with parts of what was
/// asked for, so it remembers which items were there.
struct FetchResponse
{
    struct Items
    {
        bool flags = false;
        bool size = false;
        bool internalDate = false;
        bool envelope = false;
        bool bodyStructure = false;
        std::set<std::string, std::less<>> sections; ///< their keys, also of those that are NIL
    };

    FetchedMessage message;
    Items items;

    bool covers(const FetchItems &wanted) const;
    /// Takes over what another line says about the same message.
    void merge(FetchResponse &&newer);

    /// Reads the parenthesised list behind FETCH. Items of no interest, and malformed values of the
    /// others, are skipped. Nothing if the list itself is malformed.
    static std::unique_ptr<FetchResponse> parse(Tokenizer &tokens);
};

} // namespace imap
