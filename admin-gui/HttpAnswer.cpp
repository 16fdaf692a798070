// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/HttpAnswer.h"

#include "core/Async.h"

#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimeZone>

#include <memory>

namespace admin {

namespace {

/// The reply is the sender of the signal that resumes us, so it may not die here.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

HttpAnswer answerOf(QNetworkReply &reply)
{
    HttpAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply.read(HttpAnswer::largestBody);
    answer.authenticate = reply.rawHeader("WWW-Authenticate");
    // RFC 9110 §5.6.7; QNetworkReply itself does not offer it.
    answer.date = QLocale::c().toDateTime(QString::fromLatin1(reply.rawHeader("Date")),
                                          QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    answer.date.setTimeZone(QTimeZone::utc());
    if (answer.status == 0)
        answer.error = reply.errorString();
    return answer;
}

} // namespace

core::Task<HttpAnswer> get(QNetworkAccessManager &network, QUrl url,
                           core::Cancellation cancellation)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(HttpAnswer::timeLimit);
    const std::unique_ptr<QNetworkReply, DeleteLater> reply(network.get(request));
    const core::Completion<bool> done;
    QObject::connect(reply.get(), &QNetworkReply::finished, reply.get(),
                     [done] { done.complete(true); });
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, reply.get(),
                     [r = reply.get()](qint64 received) {
                         if (received > HttpAnswer::largestBody)
                             r->abort();
                     });
    if (cancellation.isCancelled())
        reply->abort();
    const auto registration = cancellation.onCancel([r = reply.get()] { r->abort(); });
    co_await done;
    HttpAnswer answer = answerOf(*reply);
    co_return answer;
}

} // namespace admin
