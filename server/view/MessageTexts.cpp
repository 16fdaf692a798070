// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/MessageTexts.h"

#include "core/Async.h"
#include "mail/Mailbox.h"

#include <string_view>
#include <utility>

namespace view {

namespace {

/// A hostile document of a few KiB can take milliseconds; see HtmlLimits and StyleSheet.
constexpr std::size_t htmlBytesOnMainThread = 2UL * 1024;

/// The two texts of a message, so that a worker thread can own them.
struct Bodies
{
    std::optional<mail::BodyText> plain;
    std::optional<mail::BodyText> html;
    ShowHtml showHtml = ShowHtml::Yes;
};

std::optional<std::string_view> viewOf(const std::optional<mail::BodyText> &body)
{
    if (!body)
        return {};
    return body->text;
}

MessageTexts textsOf(const Bodies &bodies)
{
    MessageTexts texts;
    texts.readable = content::readableText(viewOf(bodies.plain), viewOf(bodies.html), texts.hygiene,
                                           mail::Mailbox::Limits().textBytes);
    if (bodies.html && bodies.showHtml == ShowHtml::Yes)
        texts.html = texts.hygiene.clean(bodies.html->text);
    return texts;
}

} // namespace

core::Task<MessageTexts> takeTexts(mail::Message &message, ShowHtml showHtml)
{
    Bodies bodies;
    bodies.plain = std::move(message.text);
    bodies.html = std::move(message.html);
    bodies.showHtml = showHtml;
    const auto isAtMost = [](const std::optional<mail::BodyText> &body, std::size_t bytes) {
        return !body || body->text.size() <= bytes;
    };
    if (isAtMost(bodies.plain, mail::Mailbox::Limits().textBytesOnMainThread)
        && isAtMost(bodies.html, htmlBytesOnMainThread))
        co_return textsOf(bodies);
    auto work = [bodies = std::move(bodies)] { return textsOf(bodies); };
    co_return co_await core::runOn(*QThreadPool::globalInstance(), std::move(work));
}

} // namespace view
