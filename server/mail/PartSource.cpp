// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/PartSource.h"

#include <algorithm>
#include <utility>

namespace mail {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;

namespace {

Error changedOnItsWay()
{
    return {ErrorKind::Protocol,
            "The mail server described the attachment in another way than it delivers it.",
            "a part is not laid out as its size says"};
}

} // namespace

PartSource::PartSource(PartReader reader)
    : m_reader(std::move(reader))
    , m_encoding(mime::transferEncodingNamed(m_reader.part().encoding))
    , m_decoder(m_reader.part().encoding)
{}

Task<Result<std::unique_ptr<PartSource>>> PartSource::open(PartReader reader)
{
    std::unique_ptr<PartSource> source(new PartSource(std::move(reader)));
    const auto begun = co_await source->begin();
    if (!begun)
        co_return begun.error();
    co_return source;
}

Task<Result<Done>> PartSource::begin()
{
    const auto window = co_await m_reader.read(0, windowBytes);
    if (!window)
        co_return window.error();
    // Servers are wrong about sizes, so what counts is where the bytes end.
    if (window->size() < windowBytes) {
        m_decoded = m_decoder.decode(*window);
        m_decoded += m_decoder.finish();
        m_size = m_decoded.size();
        m_isWhole = true;
        co_return Done{};
    }
    const auto learnt = co_await learnLayout(*window);
    if (!learnt)
        co_return learnt.error();
    // From now on windows begin where lines do.
    const auto whole = m_lines ? windowSize() : window->size();
    co_return take(window->substr(0, whole));
}

Task<Result<Done>> PartSource::learnLayout(const std::string &beginning)
{
    const auto encodedSize = m_reader.part().encodedSize;
    if (m_encoding == mime::TransferEncoding::Identity && encodedSize >= beginning.size())
        co_return co_await checkSize(encodedSize);
    if (m_encoding != mime::TransferEncoding::Base64)
        co_return Done{};
    m_lines = mime::Base64Lines::of(beginning, encodedSize);
    if (!m_lines)
        co_return Done{};
    const auto lastLine = m_lines->lastLine();
    // One byte more than there should be tells whether there is more.
    const auto tail =
        co_await m_reader.read(lastLine, static_cast<std::size_t>(encodedSize - lastLine) + 1);
    if (!tail)
        co_return tail.error();
    m_size = m_lines->decodedSize(*tail);
    if (!m_size)
        m_lines.reset();
    co_return Done{};
}

/// Some servers count other bytes than they deliver. One that is there and none behind it settle
/// it.
Task<Result<Done>> PartSource::checkSize(std::uint64_t size)
{
    const auto tail = co_await m_reader.read(size - 1, 2);
    if (!tail)
        co_return tail.error();
    if (tail->size() == 1)
        m_size = size;
    co_return Done{};
}

std::size_t PartSource::windowSize() const
{
    return m_lines ? windowBytes / m_lines->lineBytes() * m_lines->lineBytes() : windowBytes;
}

void PartSource::seek(std::uint64_t offset)
{
    m_delivered = offset;
    if (m_isWhole) {
        m_begin = static_cast<std::size_t>(offset);
        return;
    }
    if (offset <= m_decoded.size()) {
        m_begin = static_cast<std::size_t>(offset);
        return;
    }
    m_decoded.clear();
    m_begin = 0;
    if (m_lines) {
        m_decoder = mime::TransferDecoder(m_reader.part().encoding);
        m_offset = offset / m_lines->decodedLineBytes() * m_lines->lineBytes();
        m_skip = static_cast<std::size_t>(offset % m_lines->decodedLineBytes());
    } else {
        m_offset = offset;
    }
}

Task<Result<std::string>> PartSource::read(std::size_t maximum)
{
    while (!m_failure && m_begin == m_decoded.size() && !m_isWhole) {
        const auto done = co_await readWindow();
        if (!done)
            m_failure = done.error();
    }
    if (m_failure)
        co_return *m_failure;
    auto bytes = takeDecoded(maximum);
    m_delivered += bytes.size();
    // What was announced is what is delivered, to the byte.
    const bool isWrong =
        m_size && (m_delivered > *m_size || (bytes.empty() && m_delivered < *m_size));
    if (isWrong) {
        m_failure = changedOnItsWay();
        co_return *m_failure;
    }
    co_return bytes;
}

std::string PartSource::takeDecoded(std::size_t maximum)
{
    const auto count = std::min(maximum, m_decoded.size() - m_begin);
    auto bytes = m_decoded.substr(m_begin, count);
    m_begin += count;
    if (m_begin == m_decoded.size()) {
        m_decoded = std::string(); // clear() would keep the room
        m_begin = 0;
    }
    return bytes;
}

Task<Result<Done>> PartSource::readWindow()
{
    const auto window = co_await m_reader.read(m_offset, windowSize());
    if (!window)
        co_return window.error();
    co_return take(*window);
}

Result<Done> PartSource::take(const std::string &window)
{
    if (m_lines && !m_lines->isRegular(window, m_offset))
        return changedOnItsWay();
    m_isWhole = window.size() < windowSize();
    m_offset += window.size();
    m_decoded = m_decoder.decode(window);
    if (m_isWhole)
        m_decoded += m_decoder.finish();
    m_begin = std::min(std::exchange(m_skip, 0), m_decoded.size());
    return Done{};
}

} // namespace mail
