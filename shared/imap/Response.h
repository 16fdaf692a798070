// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "imap/Capabilities.h"
#include "imap/FetchResponse.h"
#include "imap/List.h"
#include "imap/MailboxName.h"
#include "imap/Namespace.h"
#include "imap/Quota.h"
#include "imap/SequenceSet.h"
#include "imap/Tokenizer.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace imap {

/// OK, NO, BAD, BYE or PREAUTH with what follows: `OK [CODE arguments] text` (RFC 9051 §7.1).
struct StatusLine
{
    enum class Condition { Ok, No, Bad, Bye, PreAuth };

    Condition condition = Condition::Ok;
    std::string code; ///< upper case, or empty
    std::string codeArguments;
    std::string text;
};

/// One response, as far as this client understands it.
namespace response {

/// The end of a command.
struct Tagged
{
    std::string tag;
    StatusLine status;
};
/// `+ …`
struct Continuation
{
    std::string text;
};
struct Status
{
    StatusLine status;
};
struct Exists
{
    std::uint32_t count = 0;
};
struct Expunge
{
    std::uint32_t sequence = 0;
};
struct Flags
{
    std::vector<std::string> flags;
};
struct MailboxStatusOf
{
    MailboxName name = MailboxName::inbox();
    MailboxStatus status;
};
/// SEARCH: just numbers, up to the limit that the parser was given.
struct Search
{
    std::vector<std::uint32_t> numbers;
    std::uint64_t count = 0;
};
/// ESEARCH (RFC 4731)
struct ExtendedSearch
{
    std::string tag;
    std::optional<SequenceSet> all;
    std::optional<std::uint64_t> count;
};
struct Enabled
{
    Capabilities capabilities;
};
/// Untagged data of no interest.
struct Other
{};

} // namespace response

/// A FETCH response is large, and handed on several times.
using Response = std::variant<response::Tagged, response::Continuation, response::Status,
                              Capabilities, response::Exists, response::Expunge, response::Flags,
                              std::unique_ptr<FetchResponse>, ListEntry, response::MailboxStatusOf,
                              response::Search, response::ExtendedSearch, response::Enabled,
                              Namespaces, Quota, response::Other>;

/// Reads one response. Protocol only where the stream of responses cannot be trusted any more: no
/// tag, numbers out of range in data that counts, lists that do not close. Unknown data is Other.
core::Result<Response> parseResponse(RawResponse &raw, NameEncoding names,
                                     std::size_t maximumSearchResults);

/// True for `+ …`, tagged lines, and `* OK|NO|BAD|BYE|PREAUTH …`: their text is for people and
/// never announces a literal.
bool isStatusText(std::string_view line);

/// `{n}`, `{n+}` or `~{n}` at the end of a line. Nothing if there is none; UINT64_MAX if n is
/// beyond 64 bits.
std::optional<std::uint64_t> announcedLiteral(std::string_view line);

} // namespace imap
