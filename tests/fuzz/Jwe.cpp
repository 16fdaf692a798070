// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens that were changed: the input is a program that cuts, joins and bends genuine ones. Only a
// text that was sealed opens, and only as the kind that it was sealed as.
#include "crypto/Jwe.h"
#include "Input.h"
#include "support/CountingRandom.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace {

constexpr std::string_view firstKey = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
constexpr std::string_view bothKeys = "k2:ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=,k1:"
                                      "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

/// One way to read tokens and what it has sealed.
struct Kind
{
    crypto::Jwe jwe;
    std::vector<std::string> sealed;
};

std::vector<Kind> makeKinds()
{
    const auto ring = crypto::KeyRing::parse(firstKey, bothKeys);
    fuzz::require(static_cast<bool>(ring), "the keys are good");
    std::vector<Kind> kinds;
    kinds.push_back({.jwe = crypto::Jwe(*ring, "access"), .sealed = {}});
    kinds.push_back({.jwe = crypto::Jwe(*ring, "refresh"), .sealed = {}});
    kinds.push_back({.jwe = crypto::Jwe::legacy(ring->legacyKey()), .sealed = {}});
    support::CountingRandom random;
    for (auto &kind : kinds) {
        for (const auto *plaintext : {"", "{}", R"({"typ":"access","exp":1})"})
            kind.sealed.push_back(*kind.jwe.seal(plaintext, random));
    }
    return kinds;
}

std::vector<std::string> split(const std::string &text)
{
    std::vector<std::string> segments(1);
    for (const char character : text) {
        if (character == '.')
            segments.emplace_back();
        else
            segments.back() += character;
    }
    return segments;
}

/// Reads one number below `bound` from the program.
std::size_t take(std::string_view &program, std::size_t bound)
{
    const auto high = fuzz::takeByte(program);
    return bound == 0 ? 0 : (std::size_t{high} * 256 + fuzz::takeByte(program)) % bound;
}

std::string build(const std::vector<Kind> &kinds, std::string_view program)
{
    const auto genuine = [&]() -> const std::string & {
        const auto &sealed = kinds[fuzz::takeByte(program) % kinds.size()].sealed;
        return sealed[fuzz::takeByte(program) % sealed.size()];
    };
    auto segments = split(genuine());
    while (!program.empty()) {
        const auto action = fuzz::takeByte(program) % 8;
        auto &segment = segments[take(program, segments.size())];
        switch (action) {
        case 0: // the same segment of another token
            segment = split(genuine())[std::min<std::size_t>(take(program, 5), 4)];
            break;
        case 1:
            if (!segment.empty())
                segment[take(program, segment.size())] = static_cast<char>(fuzz::takeByte(program));
            break;
        case 2:
            segment.resize(take(program, segment.size() + 1));
            break;
        case 3:
            segment.insert(take(program, segment.size() + 1), 1,
                           static_cast<char>(fuzz::takeByte(program)));
            break;
        case 4: { // a text of its own
            auto length = take(program, 64);
            length = std::min(length, program.size());
            segment = program.substr(0, length);
            program.remove_prefix(length);
            break;
        }
        case 5:
            segments.emplace_back();
            break;
        case 6:
            if (segments.size() > 1)
                segments.pop_back();
            break;
        default: // all of it once more
            if (segment.size() <= crypto::Jwe::maximumTokenSize)
                segment += segment;
        }
    }
    std::string text;
    for (const auto &segment : segments)
        text += (&segment == segments.data() ? "" : ".") + segment;
    return text;
}

void check(const std::vector<Kind> &kinds, std::string_view text)
{
    for (const auto &kind : kinds) {
        const bool isGenuine = std::ranges::find(kind.sealed, text) != kind.sealed.end();
        const auto opened = kind.jwe.open(text);
        fuzz::require(static_cast<bool>(opened) == isGenuine,
                      "what was sealed opens, and nothing else");
        if (!opened)
            fuzz::require(opened.error().message == crypto::Jwe::invalidToken().message,
                          "there is one error");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto kinds = makeKinds();
    const auto input = fuzz::textOf(data, size);
    check(kinds, input);
    check(kinds, build(kinds, input));
    return 0;
}
