// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"
#include "core/ByteSource.h"

#include <cstdint>
#include <optional>
#include <string>

namespace http {

class Connection;

/// The content of a request that is still on its way: each read takes what the connection has, or
/// waits for more. It belongs to the exchange, and the connection tells it what happens. Main
/// thread only.
class StreamedContent final : public core::ByteSource
{
public:
    /// `announced` is the Content-Length, if there is one.
    StreamedContent(Connection &connection, std::optional<std::uint64_t> announced);

    core::Task<core::Result<std::string>> read(std::size_t maximum) override;
    std::optional<std::uint64_t> size() const override { return m_announced; }

    /// Somebody waits for bytes of the client.
    bool isWaiting() const { return m_reader.has_value(); }
    /// There is more, or the end of it. Resumes the reader, which may drop this.
    void onProgress();
    /// There will be nothing more. Resumes the reader, which may drop this.
    void fail(core::Error error);

private:
    Connection *m_connection; ///< null once nothing more will come
    std::optional<std::uint64_t> m_announced;
    std::optional<core::Completion<core::Done>> m_reader;
    std::optional<core::Error> m_error;
};

} // namespace http
