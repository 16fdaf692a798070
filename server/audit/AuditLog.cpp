// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditLog.h"

#include "audit/AppendOnlyFile.h"
#include "core/Base64.h"
#include "core/Log.h"
#include "crypto/Hash.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <optional>
#include <utility>

namespace audit {

namespace {

using nlohmann::ordered_json;

const core::Log logger("audit");

/// Long enough that two people share one by accident in no installation.
constexpr std::size_t pseudonymBytes = 12;
/// Of a client's hash, as in the other log.
constexpr std::size_t clientCharacters = 12;

struct Wording
{
    std::string_view event;
    std::string_view verdict;
};

Wording wordingOf(Event event)
{
    switch (event) {
    case Event::LoginAccepted:
        return {"login", "accepted"};
    case Event::LoginRefused:
        return {"login", "refused"};
    case Event::LoginLimited:
        return {"login", "limited"};
    case Event::CodeRedeemed:
        return {"code", "redeemed"};
    case Event::CodeReused:
        return {"code", "reused"};
    case Event::TokenRefreshed:
        return {"refresh", "accepted"};
    case Event::RefreshReused:
        return {"refresh", "reused"};
    case Event::TokenRevoked:
        return {"token", "revoked"};
    case Event::TokenEnded:
        return {"token", "ended"};
    case Event::ScopeMissing:
        return {"call", "insufficient_scope"};
    case Event::ClientRefused:
        return {"client", "refused"};
    case Event::ClientDenied:
        return {"client", "denied"};
    case Event::ClientAllowed:
        return {"client", "allowed"};
    case Event::ClientRegistered:
        return {"client", "registered"};
    case Event::EveryLoginEnded:
        return {"token", "all_ended"};
    case Event::MessageSent:
        return {"send", "accepted"};
    case Event::MessageDeleted:
        return {"delete", "done"};
    case Event::MessageMoved:
        return {"move", "done"};
    case Event::AttachmentDownloaded:
        return {"download", "done"};
    case Event::DownloadSentOn:
        return {"download", "sent_on"};
    case Event::DownloadBrokenOff:
        return {"download", "broken_off"};
    case Event::AttachmentUploaded:
        return {"upload", "done"};
    case Event::UploadRefused:
        return {"upload", "refused"};
    case Event::LinkRefused:
        return {"link", "refused"};
    }
    return {"unknown", "unknown"};
}

struct State
{
    Options options;
    std::optional<AppendOnlyFile> file;
    bool isBehind = false;
};

std::unique_ptr<State> &state()
{
    static std::unique_ptr<State> instance;
    return instance;
}

std::string hashed(const State &log, std::string_view purpose, std::string_view value)
{
    std::string text(purpose);
    text.append(1, '\0').append(value);
    const auto hash = crypto::hmacSha256(log.options.pseudonymKey.reveal(), text);
    return core::encodeBase64Url(std::string_view(hash).substr(0, pseudonymBytes));
}

void addSubject(ordered_json &line, const State &log, const Subject &subject)
{
    const auto add = [&line](const char *name, std::string value) {
        if (!value.empty())
            line[name] = std::move(value);
    };
    add("client", subject.client.substr(0, clientCharacters));
    add("handle", subject.handle);
    add("address", subject.address);
    add("server", subject.mailServer);
    if (!subject.username.empty())
        line["user"] = log.options.people == People::InClear
                           ? subject.username
                           : hashed(log, "user", subject.mailServer + '\n' + subject.username);
    if (!subject.family.empty())
        line["login"] = hashed(log, "login", subject.family);
}

struct AddDetail
{
    ordered_json &line;
    const State &log;

    void operator()(std::monostate) const {}
    void operator()(const SentMessage &message) const
    {
        line["message_id"] = message.messageId;
        line["recipients"] = message.recipients.size();
        auto hashes = ordered_json::array();
        for (const auto &recipient : message.recipients)
            hashes.push_back(hashed(log, "recipient", recipient));
        line["recipient_hashes"] = std::move(hashes);
    }
    void operator()(const ChangedMessage &message) const
    {
        line["uid"] = message.uid;
        line["uidvalidity"] = message.uidValidity;
    }
    void operator()(const DownloadedPart &part) const
    {
        line["uid"] = part.uid;
        line["uidvalidity"] = part.uidValidity;
        line["part"] = part.part;
        line["bytes"] = part.bytes;
    }
    void operator()(const UploadedFile &file) const
    {
        line["upload"] = file.id;
        line["bytes"] = file.bytes;
    }
    void operator()(const MissingScope &missing) const { line["scope"] = missing.scope; }
};

void write(State &log, std::string line)
{
    if (!log.file) {
        line.insert(0, "AUDIT ");
        // As with the other log, a stderr that is closed or full must not stop the service.
        (void)std::fwrite(line.data(), 1, line.size(), stderr);
        return;
    }
    const auto written = log.file->append(line);
    if (!written && !std::exchange(log.isBehind, true))
        logger.error("entries_are_lost", {{"detail", written.error().detail}});
    if (written && std::exchange(log.isBehind, false))
        logger.warn("entries_are_written_again");
}

} // namespace

Subject Subject::of(const account::MailAccount &account)
{
    return {.mailServer = account.imap.host,
            .username = account.imapLogin.username,
            .family = account.family};
}

core::Result<core::Done> open(Options options)
{
    close();
    if (options.destination == "none")
        return core::Done{};
    auto log = std::make_unique<State>();
    if (options.destination != "stderr") {
        auto file = AppendOnlyFile::open(options.destination);
        if (!file)
            return file.error();
        log->file = std::move(*file);
    }
    log->options = std::move(options);
    state() = std::move(log);
    return core::Done{};
}

void reopen()
{
    State *const log = state().get();
    if (log == nullptr || !log->file)
        return;
    auto file = AppendOnlyFile::open(log->options.destination);
    if (file)
        log->file = std::move(*file);
    else
        logger.error("not_reopened", {{"detail", file.error().detail}});
}

void close()
{
    state().reset();
}

void record(Event event, const Subject &subject, const Detail &detail)
{
    State *const log = state().get();
    if (log == nullptr)
        return;
    const auto wording = wordingOf(event);
    ordered_json line;
    line["time"] = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
    line["event"] = wording.event;
    line["verdict"] = wording.verdict;
    addSubject(line, *log, subject);
    std::visit(AddDetail{.line = line, .log = *log}, detail);
    constexpr bool asciiOnly = true;
    write(*log, line.dump(-1, ' ', asciiOnly, ordered_json::error_handler_t::replace) + '\n');
}

} // namespace audit
