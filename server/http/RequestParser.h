// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Limits.h"
#include "http/Request.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace http {

/// Reads one HTTP/1.x request (RFC 9112) and accepts its canonical form only: what two parsers
/// could understand differently is refused, never repaired. It fails on the first wrong byte, and
/// the outcome does not depend on how the bytes were split.
///
/// Stricter than the RFC: CRLF line ends only, no empty line before the request, origin-form
/// targets (and `OPTIONS *`), no obs-fold, no chunk extensions, no trailers, no content with GET
/// and HEAD, no content codings, no WebSocket upgrade. Other upgrades are ignored, as RFC 9110 §7.8
/// allows.
class RequestParser
{
public:
    enum class Phase {
        Idle, ///< not a byte yet
        Head,
        Body,
        Done,
        Failed,
    };

    enum class Version { Http10, Http11 };

    /// `limits` must outlive the parser.
    explicit RequestParser(const RequestLimits &limits);

    /// Reads on and returns how many bytes belong to this request; it stops when the request is
    /// complete or has failed, and also behind the head of one whose content is streamed.
    std::size_t feed(std::string_view bytes);

    Phase phase() const { return m_phase; }
    /// The status of the refusal: 400, 413, 414, 415, 417, 431, 501 or 505.
    int status() const { return m_status; }
    /// What was wrong, for the client and the log.
    std::string_view reason() const { return m_reason; }

    /// The request; complete when the phase is Done.
    const Request &request() const { return m_request; }
    Request takeRequest();

    Version version() const { return m_version; }
    /// The client wants the connection closed after the answer, by its words or by its version.
    bool wantsClose() const { return m_wantsClose; }
    /// The head is complete and the client waits for `100 Continue` before it sends the body.
    bool awaitsContinue() const;

    /// The head is complete, and the rule of its path is that the content is streamed.
    bool streamsContent() const;
    /// The head is complete, and the rule of its path is BodyRule::Delivery::Direct.
    bool goesDirect() const { return m_isDirect; }
    /// What has come of the content since the last call. Only for content that is streamed.
    std::string takeContent();
    /// How many bytes of content have come.
    std::size_t contentBytes() const { return m_contentBytes; }
    /// How many there will be, if the client has said so.
    std::optional<std::uint64_t> announcedBytes() const;

    /// Forgets everything, for the next request of the connection.
    void reset();

private:
    enum class Step { RequestLine, Field, FixedBody, ChunkSize, ChunkData, ChunkEnd, LastLine };

    std::size_t feedLine(std::string_view bytes);
    std::size_t feedBody(std::string_view bytes);
    std::size_t takeOrdinary(std::string_view bytes);
    bool appendToLine(char character);
    void finishLine();
    void finishRequestLine();
    void finishField();
    void finishHead();
    void finishChunkSize();
    bool acceptTarget(std::string_view target);
    bool acceptHost();
    bool acceptFraming();
    bool acceptFixedLength(std::string_view digits);
    bool acceptExpectations();
    bool fail(int status, std::string_view reason);

    const RequestLimits &m_limits;
    Request m_request;
    std::string m_line;
    std::string_view m_reason;
    std::size_t m_headerBytes = 0;
    std::size_t m_bodyLimit = 0;
    std::size_t m_contentBytes = 0;
    std::size_t m_remaining = 0; ///< of the body or of the chunk
    std::size_t m_chunks = 0;
    int m_status = 0;
    Phase m_phase = Phase::Idle;
    Step m_step = Step::RequestLine;
    Version m_version = Version::Http11;
    bool m_hasCarriageReturn = false;
    bool m_wantsClose = false;
    bool m_expectsContinue = false;
    bool m_isStreamed = false;
    bool m_isDirect = false;
};

} // namespace http
