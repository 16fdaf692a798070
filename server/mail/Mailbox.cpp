// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Mailbox.h"

#include "core/Async.h"
#include "core/Unicode.h"
#include "imap/FolderRole.h"
#include "mail/Borrowing.h"
#include "mail/FolderLookup.h"
#include "mime/LeafPart.h"
#include "mime/Parameter.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace mail {

using core::Error;
using core::ErrorKind;

namespace {

/// What MessageSummary::takeFrom() needs.
imap::FetchItems summaryItems()
{
    imap::FetchItems items;
    items.flags = true;
    items.size = true;
    items.internalDate = true;
    items.envelope = true;
    return items;
}

core::Task<core::Result<imap::FetchResult>> fetchPage(imap::Connection &connection,
                                                      const std::string &folder,
                                                      const imap::PageRequest &request,
                                                      core::Deadline deadline)
{
    const auto items = summaryItems();
    const auto fetch = [&](const imap::MailboxName &name) {
        return connection.fetchPage(name, request, items, deadline);
    };
    co_return co_await inFolder<imap::FetchResult>(connection, folder, fetch, deadline);
}

core::Task<core::Result<MessageSummary>>
fetchSummary(imap::Connection &connection, const MessageReference &message, core::Deadline deadline)
{
    const auto items = summaryItems();
    const std::vector<std::uint32_t> uids = {message.uid};
    const auto fetch = [&](const imap::MailboxName &name) {
        return connection.uidFetch(name, uids, items, deadline);
    };
    auto fetched =
        co_await inFolder<imap::FetchResult>(connection, message.folder, fetch, deadline);
    if (!fetched)
        co_return fetched.error();
    const auto uidValidity = fetched->mailbox.uidValidity;
    if (message.uidValidity.value_or(uidValidity) != uidValidity)
        co_return renumbered(message, uidValidity);
    if (fetched->messages.empty())
        co_return noSuchMessage(message.folder, message.uid);
    co_return MessageSummary::takeFrom(fetched->messages.front());
}

/// One message, which is in the result. References outlive the task. NotFound: there is none.
core::Task<core::Result<imap::FetchResult>> fetchOne(imap::Connection &connection,
                                                     const std::string &folder, std::uint32_t uid,
                                                     const imap::FetchItems &items,
                                                     core::Deadline deadline)
{
    const std::vector<std::uint32_t> uids = {uid};
    const auto fetch = [&](const imap::MailboxName &name) {
        return connection.uidFetch(name, uids, items, deadline);
    };
    auto fetched = co_await inFolder<imap::FetchResult>(connection, folder, fetch, deadline);
    if (fetched && fetched->messages.empty())
        co_return noSuchMessage(folder, uid);
    co_return fetched;
}

core::Task<core::Result<AttachmentList>> fetchAttachments(imap::Connection &connection,
                                                          const std::string &folder,
                                                          std::uint32_t uid, std::size_t maximum,
                                                          core::Deadline deadline)
{
    imap::FetchItems items;
    items.bodyStructure = true;
    const auto fetched = co_await fetchOne(connection, folder, uid, items, deadline);
    if (!fetched)
        co_return fetched.error();
    AttachmentList list;
    list.folder = fetched->mailbox.name.path();
    list.uidValidity = fetched->mailbox.uidValidity;
    if (const auto &structure = fetched->messages.front().bodyStructure)
        list.attachments = chooseBodyParts(*structure, maximum).attachments;
    co_return list;
}

core::Task<core::Result<SearchOutcome>> runSearch(imap::Connection &connection,
                                                  const std::string &folder,
                                                  const imap::Criteria &criteria,
                                                  std::size_t maximumUids, core::Deadline deadline)
{
    const auto search = [&](const imap::MailboxName &name) {
        return connection.uidSearch(name, criteria, deadline);
    };
    auto found = co_await inFolder<imap::SearchResult>(connection, folder, search, deadline);
    if (!found)
        co_return found.error();
    SearchOutcome outcome;
    outcome.uids = std::move(found->uids);
    outcome.count = found->count;
    outcome.isTruncated = found->isTruncated || outcome.uids.size() > maximumUids;
    outcome.uids.resize(std::min(outcome.uids.size(), maximumUids));
    if (const auto &selected = connection.selected())
        outcome.uidValidity = selected->uidValidity;
    co_return outcome;
}

/// False for a multipart in which the server found nothing: its boundary is missing or never
/// appears.
bool hasContent(const imap::BodyStructure &part)
{
    if (!part.isMultipart())
        return part.size > 0;
    return std::ranges::any_of(part.children, hasContent);
}

/// How many encoded bytes surely hold `decoded` bytes of text.
std::uint64_t windowFor(std::size_t decoded, const std::string &encoding)
{
    if (encoding == "quoted-printable")
        return std::uint64_t{decoded} * 3 + decoded / 8;
    // base64: four characters for three bytes, and a line end for 76 characters.
    return std::uint64_t{decoded} * 3 / 2;
}

std::string parameterOf(const imap::BodyStructure &part, std::string_view name)
{
    const std::string *value = part.parameter(name);
    return value != nullptr ? *value : std::string();
}

/// A text as it was fetched. It owns what it says, so that a worker thread can decode it.
struct EncodedText
{
    std::string bytes;
    std::string encoding;
    std::string charset;
    std::string format;
    std::string delSp;
    bool isCut = false;
};

BodyText decode(const EncodedText &text, std::size_t maximumBytes)
{
    auto decoded = mime::decodeText({.bytes = text.bytes,
                                     .encoding = text.encoding,
                                     .charset = text.charset,
                                     .format = text.format,
                                     .delSp = text.delSp,
                                     .isCut = text.isCut},
                                    maximumBytes);
    return {.text = std::move(decoded.text), .isTruncated = decoded.isTruncated};
}

core::Task<BodyText> decodeAnywhere(EncodedText text, Mailbox::Limits limits)
{
    if (text.bytes.size() <= limits.textBytesOnMainThread)
        co_return decode(text, limits.textBytes);
    auto work = [text = std::move(text), limits] { return decode(text, limits.textBytes); };
    co_return co_await core::runOn(*QThreadPool::globalInstance(), std::move(work));
}

core::Task<BodyText> decodePart(const imap::BodyStructure &part,
                                const imap::FetchedMessage &fetched, const imap::Section &section,
                                const Mailbox::Limits &limits)
{
    const std::string *bytes = fetched.section(section);
    if (bytes == nullptr) {
        BodyText nothing;
        nothing.isTruncated = part.size > 0;
        co_return nothing;
    }
    const std::uint64_t window = windowFor(limits.textBytes, part.encoding);
    EncodedText text;
    text.bytes = *bytes;
    text.encoding = part.encoding;
    text.charset = parameterOf(part, "charset");
    if (part.subtype == "plain")
        text.format = parameterOf(part, "format");
    text.delSp = parameterOf(part, "delsp");
    text.isCut = bytes->size() >= window && part.size != window;
    co_return co_await decodeAnywhere(std::move(text), limits);
}

FolderList folderListOf(const imap::MailboxList &list)
{
    FolderList result;
    result.isTruncated = list.isTruncated;
    result.folders.reserve(list.mailboxes.size());
    const auto roles = imap::rolesOf(list);
    for (std::size_t i = 0; i < list.mailboxes.size(); ++i) {
        const auto &entry = list.mailboxes[i];
        const auto status = entry.status.value_or(imap::MailboxStatus());
        result.folders.push_back(
            {.path = entry.name.path(),
             .delimiter = entry.delimiter ? std::string(1, *entry.delimiter) : std::string(),
             .role = roles[i],
             .holdsMessages = entry.isSelectable(),
             .messages = status.messages,
             .unseen = status.unseen,
             .uidNext = status.uidNext,
             .uidValidity = status.uidValidity});
    }
    return result;
}

} // namespace

Mailbox::Mailbox(SessionPool &pool, account::MailAccountPtr account,
                 core::Cancellation cancellation, Limits limits)
    : m_pool(pool)
    , m_account(std::move(account))
    , m_cancellation(std::move(cancellation))
    , m_limits(limits)
{}

Mailbox::Mailbox(SessionPool &pool, account::MailAccountPtr account,
                 core::Cancellation cancellation)
    : Mailbox(pool, std::move(account), std::move(cancellation), Limits())
{}

template <typename T, typename Operation>
core::Task<core::Result<T>> Mailbox::read(const Operation &operation, core::Deadline deadline) const
{
    auto read =
        co_await borrow<T>(m_pool, m_account, operation, deadline, m_cancellation, m_connected);
    if (!read)
        co_return read.error();
    co_return std::move(read->value);
}

core::Task<core::Result<FolderList>> Mailbox::folders() const
{
    const auto deadline = core::deadlineIn(m_limits.duration);
    const auto operation = [deadline](imap::Connection &connection) {
        return connection.list(deadline);
    };
    const auto list = co_await read<imap::MailboxList>(operation, deadline);
    if (!list)
        co_return list.error();
    co_return folderListOf(*list);
}

core::Task<core::Result<MessagePage>> Mailbox::page(std::string folder, std::uint32_t page,
                                                    std::uint32_t perPage) const
{
    if (page == 0 || perPage == 0 || perPage > maximumPerPage)
        co_return Error(ErrorKind::InvalidArgument, "page begins with 1, per_page is 1 to "
                                                        + std::to_string(maximumPerPage) + ".");
    const auto deadline = core::deadlineIn(m_limits.duration);
    // A page beyond any mailbox is past the end of this one, too.
    const auto skip = std::min<std::uint64_t>(std::uint64_t{page - 1} * perPage, UINT32_MAX);
    const imap::PageRequest request{.skip = static_cast<std::uint32_t>(skip), .count = perPage};
    const auto operation = [&](imap::Connection &connection) {
        return fetchPage(connection, folder, request, deadline);
    };
    auto fetched = co_await read<imap::FetchResult>(operation, deadline);
    if (!fetched)
        co_return fetched.error();
    MessagePage result;
    result.total = fetched->mailbox.exists;
    result.page = page;
    result.perPage = perPage;
    result.uidValidity = fetched->mailbox.uidValidity;
    result.messages.reserve(fetched->messages.size());
    for (auto &message : fetched->messages)
        result.messages.push_back(MessageSummary::takeFrom(message));
    co_return result;
}

core::Task<core::Result<Message>> Mailbox::message(std::string folder, std::uint32_t uid) const
{
    if (uid == 0)
        co_return Error(ErrorKind::InvalidArgument, "A UID is a number from 1 on.");
    const auto deadline = core::deadlineIn(m_limits.duration);
    const auto operation = [&](imap::Connection &connection) {
        return readMessage(connection, folder, uid, deadline);
    };
    co_return co_await read<Message>(operation, deadline);
}

core::Task<core::Result<AttachmentList>> Mailbox::attachments(std::string folder,
                                                              std::uint32_t uid) const
{
    const auto deadline = core::deadlineIn(m_limits.duration);
    const auto operation = [&](imap::Connection &connection) {
        return fetchAttachments(connection, folder, uid, m_limits.attachments, deadline);
    };
    co_return co_await read<AttachmentList>(operation, deadline);
}

core::Task<core::Result<MessageSummary>> Mailbox::summary(const MessageReference &message) const
{
    const auto deadline = core::deadlineIn(m_limits.duration);
    const auto operation = [&](imap::Connection &connection) {
        return fetchSummary(connection, message, deadline);
    };
    co_return co_await read<MessageSummary>(operation, deadline);
}

core::Task<core::Result<Message>> Mailbox::readMessage(imap::Connection &connection,
                                                       const std::string &folder, std::uint32_t uid,
                                                       core::Deadline deadline) const
{
    const auto headerSection = imap::Section::header().window(0, m_limits.headerBytes);
    imap::FetchItems items;
    items.flags = true;
    items.size = true;
    items.internalDate = true;
    items.bodyStructure = true;
    items.sections = {headerSection};
    auto fetched = co_await fetchOne(connection, folder, uid, items, deadline);
    if (!fetched)
        co_return fetched.error();
    auto &first = fetched->messages.front();

    Message message;
    message.summary = MessageSummary::takeFrom(first);
    message.folder = fetched->mailbox.name.path();
    message.uidValidity = fetched->mailbox.uidValidity;
    const std::string *rawHeader = first.section(headerSection);
    mime::HeaderBlock::Limits headerLimits;
    headerLimits.blockBytes = m_limits.headerBytes;
    const auto header = mime::HeaderBlock::parse(
        rawHeader != nullptr ? std::string_view(*rawHeader) : std::string_view(), headerLimits);
    message.summary.headers = MessageHeaders::fromBlock(header);
    if (rawHeader != nullptr && rawHeader->size() >= m_limits.headerBytes)
        message.summary.headers.isTruncated = true;

    message.isUnstructured = !first.bodyStructure;
    // References into `fetched`, which outlives both.
    core::Result<core::Done> done = core::Done{};
    const bool isReadable =
        first.bodyStructure
        && (!first.bodyStructure->isMultipart() || hasContent(*first.bodyStructure));
    if (isReadable)
        done = co_await readTexts(connection, fetched->mailbox.name, *first.bodyStructure, message,
                                  deadline);
    else
        done = co_await readWithoutStructure(connection, fetched->mailbox.name, header, message,
                                             deadline);
    if (!done)
        co_return done.error();
    co_return message;
}

core::Task<core::Result<core::Done>> Mailbox::readTexts(imap::Connection &connection,
                                                        const imap::MailboxName &name,
                                                        const imap::BodyStructure &structure,
                                                        Message &message,
                                                        core::Deadline deadline) const
{
    auto parts = chooseBodyParts(structure, m_limits.attachments);
    message.attachments = std::move(parts.attachments);
    message.attachmentTotal = parts.attachmentTotal;
    const auto sectionOf = [this](const imap::BodyStructure &part) {
        return imap::Section::ofPart(part.partNumber)
            .window(0, windowFor(m_limits.textBytes, part.encoding));
    };
    imap::FetchItems items;
    for (const auto *part : {parts.text, parts.html}) {
        if (part != nullptr)
            items.sections.push_back(sectionOf(*part));
    }
    if (items.sections.empty())
        co_return core::Done{};
    const std::vector<std::uint32_t> uids = {message.summary.uid};
    const auto fetched = co_await connection.uidFetchMore(uids, items, deadline);
    if (!fetched)
        co_return fetched.error();
    if (fetched->messages.empty())
        co_return noSuchMessage(name.path(), message.summary.uid);
    const auto &texts = fetched->messages.front();
    if (parts.text != nullptr) {
        const auto section = sectionOf(*parts.text);
        message.text = co_await decodePart(*parts.text, texts, section, m_limits);
    }
    if (parts.html != nullptr) {
        const auto section = sectionOf(*parts.html);
        message.html = co_await decodePart(*parts.html, texts, section, m_limits);
    }
    co_return core::Done{};
}

/// The server could not take the message apart, or described it beyond our limits: the beginning of
/// its body is shown, decoded as the header says, whatever it is.
core::Task<core::Result<core::Done>> Mailbox::readWithoutStructure(imap::Connection &connection,
                                                                   const imap::MailboxName &name,
                                                                   const mime::HeaderBlock &header,
                                                                   Message &message,
                                                                   core::Deadline deadline) const
{
    const auto type = mime::parseParameterised(header.value("Content-Type"));
    const std::string encoding(header.value("Content-Transfer-Encoding"));
    const std::uint64_t window = windowFor(m_limits.textBytes, encoding);
    const auto section = imap::Section::text().window(0, window);
    imap::FetchItems items;
    items.sections = {section};
    const std::vector<std::uint32_t> uids = {message.summary.uid};
    const auto fetched = co_await connection.uidFetchMore(uids, items, deadline);
    if (!fetched)
        co_return fetched.error();
    if (fetched->messages.empty())
        co_return noSuchMessage(name.path(), message.summary.uid);
    const std::string *bytes = fetched->messages.front().section(section);
    if (bytes == nullptr)
        co_return core::Done{};
    EncodedText text;
    text.bytes = *bytes;
    text.encoding = encoding;
    text.charset = mime::decodeParameter(type.parameters, "charset").value_or(std::string());
    text.isCut = bytes->size() >= window;
    auto body = co_await decodeAnywhere(std::move(text), m_limits);
    if (type.value == "text/html")
        message.html = std::move(body);
    else
        message.text = std::move(body);
    co_return core::Done{};
}

core::Task<core::Result<SearchOutcome>> Mailbox::search(std::string folder,
                                                        imap::Criteria criteria) const
{
    const auto deadline = core::deadlineIn(m_limits.duration);
    const auto operation = [&](imap::Connection &connection) {
        return runSearch(connection, folder, criteria, m_limits.uids, deadline);
    };
    co_return co_await read<SearchOutcome>(operation, deadline);
}

} // namespace mail
