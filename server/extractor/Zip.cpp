// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Zip.h"

#include "extractor/Limits.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>
#include <optional>

namespace extractor {

using documents::Problem;

namespace {

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

Archive openZip(std::string_view bytes)
{
    Archive archive(archive_read_new(), archive_read_free);
    if (archive == nullptr)
        return archive;
    // The central directory and nothing else says what there is.
    if (archive_read_support_format_zip_seekable(archive.get()) != ARCHIVE_OK
        || archive_read_open_memory(archive.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        archive.reset();
    return archive;
}

std::string nameOf(archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);
    if (name == nullptr)
        name = archive_entry_pathname(entry);
    return name != nullptr ? name : "";
}

} // namespace

Result<core::Done> Zip::visit(const std::function<Taker(const std::string &name)> &takerFor)
{
    const auto archive = openZip(m_bytes);
    if (archive == nullptr)
        return Problem::Damaged;
    constexpr std::size_t pieceBytes = 64UL * 1024;
    std::array<char, pieceBytes> piece = {};
    for (std::size_t entries = 0;; ++entries) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(archive.get(), &entry);
        if (status == ARCHIVE_EOF)
            return core::Done{};
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return Problem::Damaged;
        if (entries == Limits::entries)
            return Problem::OverLimit;
        const auto take = takerFor(nameOf(entry));
        if (!take)
            continue;
        if (archive_entry_is_encrypted(entry) != 0)
            return Problem::Encrypted;
        while (true) {
            const auto size = archive_read_data(archive.get(), piece.data(), piece.size());
            if (size < 0)
                return Problem::Damaged;
            if (size == 0)
                break;
            m_unpacked += static_cast<std::size_t>(size);
            if (m_unpacked > Limits::unpackedBytes)
                return Problem::OverLimit;
            if (!take({piece.data(), static_cast<std::size_t>(size)}))
                break;
        }
    }
}

Result<core::Done>
Zip::readXml(const std::function<XmlHandler *(const std::string &name)> &handlerFor)
{
    std::unique_ptr<XmlReader> reader;
    std::optional<Problem> problem;
    const auto finish = [&] {
        if (reader == nullptr || problem)
            return;
        if (const auto read = reader->finish(); !read)
            problem = read.error();
        reader.reset();
    };
    const auto takerFor = [&](const std::string &name) -> Taker {
        finish();
        auto *const handler = problem ? nullptr : handlerFor(name);
        if (handler == nullptr)
            return nullptr;
        reader = std::make_unique<XmlReader>(*handler);
        return [&](std::string_view piece) { return reader->feed(piece); };
    };
    const auto visited = visit(takerFor);
    if (!visited)
        return visited; // the XML was cut, and is not to blame
    finish();
    if (problem)
        return *problem;
    return core::Done{};
}

} // namespace extractor
