// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a model asks for, it stays one command.
#include "Input.h"
#include "imap/Criteria.h"

#include <string>

namespace {

constexpr std::string_view verb = "SEARCH";

/// What goes over the wire, in one piece.
std::string onTheWire(const imap::Criteria &criteria)
{
    imap::Command command(imap::Word("SEARCH"));
    criteria.appendTo(command);
    imap::Command::Dialect dialect;
    dialect.literals = imap::Command::Dialect::Literals::Immediate;
    const auto encoded = command.encode("A1", dialect);
    fuzz::require(encoded.chunks.size() == 1, "nothing to wait for");
    return encoded.chunks.front();
}

/// The same without the content of literals, which may hold anything.
std::string withoutLiterals(std::string wire)
{
    for (auto brace = wire.find("+}\r\n"); brace != std::string::npos;
         brace = wire.find("+}\r\n", brace)) {
        const auto open = wire.rfind('{', brace);
        const auto size = std::stoul(wire.substr(open + 1, brace - open - 1));
        wire.erase(open, brace + 4 + size - open);
        brace = open;
    }
    return wire;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto criteria = imap::Criteria::parse(fuzz::textOf(data, size));
    if (!criteria)
        return 0;
    const auto wire = onTheWire(*criteria);
    const auto bare = withoutLiterals(wire);
    fuzz::require(bare.find_first_of("\r\n") == bare.size() - 2, "it is one line");
    fuzz::require(bare.find('\0') == std::string::npos, "there is no NUL");
    if (bare != wire)
        return 0;
    // "A1 SEARCH …": what we write, we read, and write in the same way.
    const auto start = 3 + verb.size() + 1;
    const auto again =
        imap::Criteria::parse(std::string_view(wire).substr(start, wire.size() - start - 2));
    fuzz::require(bool(again), "what was written can be read");
    fuzz::require(onTheWire(*again) == wire, "and is written in the same way");
    return 0;
}
