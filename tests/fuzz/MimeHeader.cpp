// SPDX-License-Identifier: GPL-3.0-or-later
// The header of a message, and all that is read out of its fields.
#include "Input.h"
#include "core/Unicode.h"
#include "mime/Address.h"
#include "mime/Date.h"
#include "mime/FileName.h"
#include "mime/HeaderBlock.h"
#include "mime/HeaderText.h"
#include "mime/Initialise.h"
#include "mime/Parameter.h"

#include <string>

namespace {

constexpr std::size_t maximumAddresses = 20;

bool isOneLine(std::string_view text)
{
    return core::isValidUtf8(text)
           && text.find_first_of(std::string_view("\0\r\n", 3)) == std::string_view::npos;
}

void checkField(const mime::HeaderField &field)
{
    fuzz::require(isOneLine(mime::decodeHeaderText(field.value)), "header text is one line");
    const auto list = mime::parseAddresses(field.value, maximumAddresses);
    fuzz::require(list.addresses.size() <= maximumAddresses, "addresses are bounded");
    fuzz::require(list.addresses.size() <= list.total, "the total counts all");
    for (const auto &address : list.addresses)
        fuzz::require(isOneLine(address.name) && isOneLine(address.address),
                      "an address is one line");
    mime::isoDate(field.value);
    const auto value = mime::parseParameterised(field.value);
    for (const auto *const name : {"name", "filename", "charset"}) {
        const auto text = mime::decodeParameter(value.parameters, name);
        if (!text)
            continue;
        fuzz::require(isOneLine(*text), "a parameter is one line");
        const auto fileName = mime::sanitiseFileName(*text, "attachment");
        fuzz::require(!fileName.empty() && fileName.size() <= mime::maximumFileNameBytes,
                      "a file name has a size");
        fuzz::require(fileName.find_first_of("/\\:") == std::string::npos,
                      "a file name names no folder");
        fuzz::require(mime::sanitiseFileName(fileName, "attachment") == fileName,
                      "a harmless file name stays as it is");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool isReady = [] {
        mime::initialise();
        return true;
    }();
    fuzz::require(isReady, "VMime is ready");
    const auto input = fuzz::textOf(data, size);
    mime::HeaderBlock::Limits limits;
    limits.blockBytes = 4096;
    limits.fieldBytes = 512;
    limits.fields = 20;
    const auto block = mime::HeaderBlock::parse(input, limits);
    fuzz::require(block.fields().size() <= limits.fields, "fields are bounded");
    for (const auto &field : block.fields()) {
        fuzz::require(!field.name.empty(), "a field has a name");
        fuzz::require(field.name.size() + field.value.size() <= limits.fieldBytes,
                      "a field is bounded");
        checkField(field);
    }
    return 0;
}
