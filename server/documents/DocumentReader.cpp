// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/DocumentReader.h"

#include "documents/ExtractorProcess.h"
#include "documents/SealedFile.h"

#include <csignal>
#include <unordered_map>
#include <utility>

namespace documents {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;

namespace {

constexpr std::string_view advice = " Its link, in get_mail_message, still leads to it.";
constexpr std::size_t pieceBytes = 256UL * 1024;

Error unreadable(ErrorKind kind, std::string why, std::string detail = {})
{
    return {kind, "The attachment could not be read: " + std::move(why) + std::string(advice),
            std::move(detail)};
}

Error tooLarge(std::size_t maximum)
{
    return unreadable(ErrorKind::TooLarge,
                      "it has more than " + std::to_string(maximum) + " bytes.");
}

Error errorOf(Problem problem, Format format)
{
    const auto what = std::string(describe(format));
    switch (problem) {
    case Problem::Unsupported:
        return {ErrorKind::Unsupported, "The attachment is " + what
                                            + ", and no text can be read from that here."
                                            + std::string(advice)};
    case Problem::Encrypted:
        return unreadable(ErrorKind::Unsupported, format == Format::EncryptedOffice
                                                      ? "it is " + what + '.'
                                                      : "it is " + what + " with a password.");
    case Problem::NoText:
        return unreadable(ErrorKind::Unsupported,
                          format == Format::Pdf ? "the PDF document has no text, its pages are "
                                                  "pictures, perhaps of a scanner."
                                                : "there is no text in it.");
    case Problem::Damaged:
        return unreadable(ErrorKind::Unsupported, "it should be " + what + ", but it is damaged.");
    case Problem::OverLimit:
        return unreadable(ErrorKind::TooLarge,
                          "unpacked it is larger, or nested deeper, than is allowed.");
    case Problem::NoMemory:
        break;
    }
    return unreadable(ErrorKind::TooLarge, "it needs more memory than is allowed.");
}

Error errorOf(const ExtractorEnd &end)
{
    using Kind = ExtractorEnd::Kind;
    switch (end.kind) {
    case Kind::NotStarted:
        return {ErrorKind::Unsupported,
                "This server cannot read attachments: a part of it, mail_mcp_extract, is missing. "
                "Tell its administrator."
                    + std::string(advice),
                "mail_mcp_extract could not be started"};
    case Kind::Cancelled:
        return {ErrorKind::Cancelled, "Nobody waits for the attachment any more."};
    case Kind::TooSlow:
        return unreadable(ErrorKind::TooLarge, "it takes longer than is allowed.");
    case Kind::Killed:
        if (end.code == SIGXCPU)
            return unreadable(ErrorKind::TooLarge, "it takes longer than is allowed.");
        break;
    case Kind::Failed:
    case Kind::TooLong:
    case Kind::Answered:
        break;
    }
    // The kind and the code say whether it is the document or the machine.
    return unreadable(ErrorKind::Unsupported,
                      "it is damaged, needs more memory than is allowed, or was made to harm "
                      "whoever opens it.",
                      end.kind == Kind::Killed ? "extractor: signal " + std::to_string(end.code)
                                               : "extractor: exit " + std::to_string(end.code));
}

Task<Result<Done>> fill(SealedFile &file, std::string_view beginning, core::ByteSource &source,
                        std::size_t maximum)
{
    if (source.size().value_or(0) > maximum || beginning.size() > maximum)
        co_return tooLarge(maximum);
    if (const auto written = file.append(beginning); !written)
        co_return written.error();
    for (std::size_t size = beginning.size();;) {
        const auto piece = co_await source.read(pieceBytes);
        if (!piece)
            co_return piece.error();
        if (piece->empty())
            co_return file.seal();
        size += piece->size();
        if (size > maximum)
            co_return tooLarge(maximum);
        if (const auto written = file.append(*piece); !written)
            co_return written.error();
    }
}

Result<Extraction> extractionIn(std::string_view output, const ExtractionRequest &request)
{
    const auto broken = unreadable(ErrorKind::Unsupported, "the program that reads it failed.",
                                   "the extractor's answer is not as it should be");
    if (output.size() < WireLimits::lengthBytes
        || lengthIn(output) != output.size() - WireLimits::lengthBytes)
        return broken;
    auto extraction = readExtraction(output.substr(WireLimits::lengthBytes));
    if (!extraction)
        return extraction.error();
    if (const auto problem = extraction->problem)
        return errorOf(*problem, extraction->format);
    // A window that does not go on would be asked for again and again.
    if (const auto next = extraction->next; next && *next <= request.offset)
        return broken;
    return extraction;
}

} // namespace

struct DocumentReader::State
{
    std::size_t total = 0;
    std::unordered_map<std::string, std::size_t> mailboxes; ///< those with documents
};

struct DocumentReader::Slot::Use
{
    std::shared_ptr<State> state;
    std::string owner;

    Use(std::shared_ptr<State> readerState, std::string mailbox)
        : state(std::move(readerState))
        , owner(std::move(mailbox))
    {
        ++state->total;
        ++state->mailboxes[owner];
    }
    ~Use()
    {
        --state->total;
        const auto mailbox = state->mailboxes.find(owner);
        if (--mailbox->second == 0)
            state->mailboxes.erase(mailbox);
    }
    Use(const Use &) = delete;
    Use &operator=(const Use &) = delete;
};

DocumentReader::Slot::Slot(std::shared_ptr<Use> use)
    : m_use(std::move(use))
{}

DocumentReader::DocumentReader(std::string program, Limits limits)
    : m_program(std::move(program))
    , m_limits(limits)
    , m_state(std::make_shared<State>())
{}

Result<DocumentReader::Slot> DocumentReader::take(const std::string &owner)
{
    const auto mailbox = m_state->mailboxes.find(owner);
    const auto ofMailbox = mailbox == m_state->mailboxes.end() ? 0 : mailbox->second;
    if (m_state->total >= m_limits.total || ofMailbox >= m_limits.perMailbox)
        return Error(ErrorKind::Busy,
                     "Too many attachments are being read. Try again in some seconds.");
    return Slot(std::make_shared<Slot::Use>(m_state, owner));
}

std::size_t DocumentReader::inUse() const
{
    return m_state->total;
}

Task<Result<Extraction>> DocumentReader::read(const Slot & /*slot*/, std::string_view beginning,
                                              core::ByteSource &source,
                                              const ExtractionRequest &request,
                                              core::Cancellation cancellation) const
{
    const ExtractorEnd missing;
    if (m_program.empty())
        co_return errorOf(missing);
    auto file = SealedFile::create();
    if (!file)
        co_return file.error();
    if (const auto written = file->append(write(request)); !written)
        co_return written.error();
    const auto filled = co_await fill(*file, beginning, source, m_limits.documentBytes);
    if (!filled)
        co_return filled.error();
    const auto end =
        co_await runExtractor(m_program, file->path(), m_limits.duration, std::move(cancellation));
    if (end.kind != ExtractorEnd::Kind::Answered)
        co_return errorOf(end);
    co_return extractionIn(end.output, request);
}

Task<Result<std::string>> readWhole(std::string beginning, core::ByteSource &source,
                                    std::size_t maximum)
{
    if (source.size().value_or(0) > maximum || beginning.size() > maximum)
        co_return tooLarge(maximum);
    while (true) {
        const auto piece = co_await source.read(pieceBytes);
        if (!piece)
            co_return piece.error();
        if (piece->empty())
            co_return beginning;
        if (beginning.size() + piece->size() > maximum)
            co_return tooLarge(maximum);
        beginning += *piece;
    }
}

} // namespace documents
