// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/MailboxEvent.h"
#include "imap/Session.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// What the parts of Session share among themselves.
namespace imap {

inline core::Error protocolError(std::string detail)
{
    return {core::ErrorKind::Protocol, "The mail server sent an answer that is not IMAP.",
            std::move(detail)};
}

/// Where a running batch stands.
struct Session::Progress
{
    struct Pending
    {
        std::string tag;
        std::optional<std::size_t> index; ///< of its end; missing: nobody asks how it ends
    };

    Harvest harvest;
    std::vector<Pending> pending;
    std::unordered_map<std::uint32_t, FetchResponse *> fetchedByUid;
    /// The message of the last FETCH line, for lines that continue it without repeating the UID.
    FetchResponse *lastFetched = nullptr;
    std::uint32_t watched = 0; ///< UID, see Batch
    std::uint32_t watchedSequence = 0;
    std::uint32_t responses = 0;
    bool isOpening = false;   ///< the first command, SELECT or EXAMINE, has not ended yet
    bool holdsSecret = false; ///< one of the commands did
    Responder *responder = nullptr;
    const MailboxListener *listener = nullptr; ///< hears of everything as it comes
    std::string challenge;

    bool isPending(std::string_view tag) const
    {
        return std::ranges::any_of(pending,
                                   [tag](const Pending &command) { return command.tag == tag; });
    }
};

/// One batch at a time. A batch that is given up half-way leaves answers unread behind it, so the
/// connection dies with it.
class Session::Operation
{
public:
    explicit Operation(Session &session)
        : m_session(session)
    {
        m_session.m_isBusy = true;
    }
    ~Operation()
    {
        m_session.m_isBusy = false;
        if (!m_isFinished)
            m_session.fail(core::Error(core::ErrorKind::Cancelled, "The operation was given up."));
    }
    Operation(const Operation &) = delete;
    Operation &operator=(const Operation &) = delete;

    void finish() { m_isFinished = true; }

private:
    Session &m_session;
    bool m_isFinished = false;
};

} // namespace imap
