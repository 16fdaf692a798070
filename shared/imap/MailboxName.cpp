// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/MailboxName.h"

#include "core/Ascii.h"
#include "core/Unicode.h"
#include "imap/ModifiedUtf7.h"
#include "imap/Text.h"

#include <algorithm>

namespace imap {

namespace {

constexpr std::string_view inboxPath = "INBOX";

} // namespace

MailboxName MailboxName::fromServer(std::string_view bytes, NameEncoding encoding)
{
    MailboxName name;
    name.m_serverBytes = bytes;
    name.m_serverEncoding = encoding;
    if (core::equalsIgnoringCase(bytes, inboxPath)) {
        name.m_path = inboxPath;
    } else if (encoding == NameEncoding::Utf8) {
        name.m_path = displayText(bytes);
        name.m_isExact = name.m_path == bytes;
    } else {
        auto decoded = decodeModifiedUtf7(bytes);
        name.m_path = std::move(decoded.text);
        // Raw UTF-8 and needlessly shifted ASCII can be read, but nobody who types that gets there.
        name.m_isExact = decoded.isExact && encodeModifiedUtf7(name.m_path) == bytes;
    }
    return name;
}

core::Result<MailboxName> MailboxName::fromText(std::string_view text)
{
    using core::Error;
    using core::ErrorKind;
    if (text.empty())
        return Error(ErrorKind::InvalidArgument, "A folder name must not be empty.");
    if (text.size() > maximumBytes)
        return Error(ErrorKind::InvalidArgument, "A folder name must not be longer than "
                                                     + std::to_string(maximumBytes) + " bytes.");
    if (!core::isValidUtf8(text))
        return Error(ErrorKind::InvalidArgument, "A folder name must be valid UTF-8.");
    if (displayText(text) != text)
        return Error(ErrorKind::InvalidArgument,
                     "A folder name must not contain control characters.");
    MailboxName name;
    name.m_path = core::equalsIgnoringCase(text, inboxPath) ? inboxPath : text;
    return name;
}

MailboxName MailboxName::inbox()
{
    MailboxName name;
    name.m_path = inboxPath;
    return name;
}

std::string MailboxName::wireBytes(NameEncoding encoding) const
{
    // Names that cannot be re-encoded go back as they came, whatever is spoken now.
    if (!m_serverBytes.empty() && (encoding == m_serverEncoding || !m_isExact))
        return m_serverBytes;
    return encoding == NameEncoding::Utf8 ? m_path : encodeModifiedUtf7(m_path);
}

bool MailboxName::operator==(const MailboxName &other) const
{
    if (isInbox() || other.isInbox())
        return isInbox() && other.isInbox();
    return wireBytes(NameEncoding::ModifiedUtf7) == other.wireBytes(NameEncoding::ModifiedUtf7);
}

} // namespace imap
