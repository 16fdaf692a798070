// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompts/EmbeddedMessage.h"

#include "view/MailUri.h"
#include "view/ReadableMessage.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace prompts {

core::Task<core::Result<mcp::PromptMessage>> embeddedMessage(const mail::Mailbox &mailbox,
                                                             const account::MailAccount &account,
                                                             std::string folder, std::uint32_t uid,
                                                             std::size_t maximumBytes)
{
    const auto folderUri = view::MailUri::ofFolder(account, folder);
    if (!folderUri)
        co_return core::Error(core::ErrorKind::Unsupported,
                              "A folder with such a name cannot be used in a prompt. Ask for the "
                              "message with get_mail_message.");
    auto message = co_await mailbox.message(folder, uid);
    if (!message)
        co_return message.error();
    const auto uri = folderUri->ofMessage({.uidValidity = message->uidValidity, .uid = uid});
    auto text = co_await view::readableMessage(std::move(folder), *message, maximumBytes);
    mcp::PromptMessage embedded;
    embedded.content = {
        {"type", "resource"},
        {"resource", {{"uri", uri.text()}, {"mimeType", "text/plain"}, {"text", std::move(text)}}}};
    co_return embedded;
}

} // namespace prompts
