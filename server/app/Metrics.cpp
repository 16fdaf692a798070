// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Metrics.h"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <array>
#include <limits>
#include <vector>

namespace app {

namespace {

using prometheus::MetricType;

/// One metric: everything that is said about it is said here.
struct MetricRow
{
    const char *name;
    const char *help;
    MetricType type;
    std::uint64_t (*value)(const Readings &readings);
};

constexpr std::array rows = {
    MetricRow{"mail_mcp_http_connections", "HTTP connections that are open.", MetricType::Gauge,
              [](const Readings &r) { return std::uint64_t(r.httpConnections); }},
    MetricRow{"mail_mcp_http_client_errors_total", "Requests that were answered with 4xx.",
              MetricType::Counter, [](const Readings &r) { return r.answers.clientErrors; }},
    MetricRow{"mail_mcp_http_server_errors_total", "Requests that were answered with 5xx.",
              MetricType::Counter, [](const Readings &r) { return r.answers.serverErrors; }},
    MetricRow{"mail_mcp_http_limited_unauthenticated_total",
              "Requests without a valid token that were answered with 429.", MetricType::Counter,
              [](const Readings &r) { return r.refused.unauthenticated; }},
    MetricRow{"mail_mcp_http_limited_authorize_total", "Login pages that were answered with 429.",
              MetricType::Counter, [](const Readings &r) { return r.refused.authorizePage; }},
    MetricRow{"mail_mcp_http_limited_mailbox_total", "Calls of /mcp that were answered with 429.",
              MetricType::Counter, [](const Readings &r) { return r.refused.mailbox; }},
    MetricRow{"mail_mcp_imap_sessions_idle", "Warm IMAP sessions that nobody uses.",
              MetricType::Gauge, [](const Readings &r) { return std::uint64_t(r.sessions.idle); }},
    MetricRow{"mail_mcp_imap_sessions_leased", "IMAP sessions in use.", MetricType::Gauge,
              [](const Readings &r) { return std::uint64_t(r.sessions.leased); }},
    MetricRow{"mail_mcp_imap_sessions_connecting", "IMAP sessions being opened.", MetricType::Gauge,
              [](const Readings &r) { return std::uint64_t(r.sessions.connecting); }},
    MetricRow{"mail_mcp_imap_sessions_waiting", "Calls that wait for an IMAP session.",
              MetricType::Gauge,
              [](const Readings &r) { return std::uint64_t(r.sessions.waiting); }},
    MetricRow{"mail_mcp_imap_sessions_opened_total", "IMAP sessions that were opened.",
              MetricType::Counter, [](const Readings &r) { return r.sessions.opened; }},
    MetricRow{"mail_mcp_imap_sessions_reused_total", "Times that a warm IMAP session was used.",
              MetricType::Counter, [](const Readings &r) { return r.sessions.reused; }},
    MetricRow{"mail_mcp_imap_sessions_expired_total",
              "IMAP sessions that were closed because nobody wanted them.", MetricType::Counter,
              [](const Readings &r) { return r.sessions.expired; }},
    MetricRow{"mail_mcp_smtp_sessions_idle", "SMTP sessions that are kept for the next message.",
              MetricType::Gauge,
              [](const Readings &r) { return std::uint64_t(r.smtpSessions.idle); }},
    MetricRow{"mail_mcp_smtp_sessions_reused_total",
              "Messages that were sent through such a session.", MetricType::Counter,
              [](const Readings &r) { return r.smtpSessions.reused; }},
    MetricRow{"mail_mcp_mcp_listeners", "Streams on which MCP clients wait for news.",
              MetricType::Gauge, [](const Readings &r) { return std::uint64_t(r.listeners); }},
    MetricRow{"mail_mcp_watched_mailboxes", "Mailboxes that are watched, one IMAP session each.",
              MetricType::Gauge,
              [](const Readings &r) { return std::uint64_t(r.watching.mailboxes); }},
    MetricRow{"mail_mcp_watched_mailboxes_interrupted",
              "Of these, mailboxes whose IMAP session broke and waits to be opened again.",
              MetricType::Gauge,
              [](const Readings &r) { return std::uint64_t(r.watching.interrupted); }},
    MetricRow{"mail_mcp_mailbox_watches", "Folders that are watched, once for each client.",
              MetricType::Gauge,
              [](const Readings &r) { return std::uint64_t(r.watching.watches); }},
    MetricRow{"mail_mcp_watch_reconnects_total",
              "IMAP sessions of watched mailboxes that were opened again.", MetricType::Counter,
              [](const Readings &r) { return r.watching.reconnects; }},
    MetricRow{"mail_mcp_attachment_downloads", "Attachments that are being downloaded.",
              MetricType::Gauge,
              [](const Readings &r) { return std::uint64_t(r.attachments.downloadsRunning); }},
    MetricRow{"mail_mcp_attachment_downloads_done_total", "Downloads that came to their end.",
              MetricType::Counter, [](const Readings &r) { return r.attachments.downloadsDone; }},
    MetricRow{"mail_mcp_attachment_downloads_sent_on_total", "Downloads that were sent on to S3.",
              MetricType::Counter, [](const Readings &r) { return r.attachments.downloadsSentOn; }},
    MetricRow{"mail_mcp_attachment_downloads_broken_off_total",
              "Downloads whose client or mail server went before their end.", MetricType::Counter,
              [](const Readings &r) { return r.attachments.downloadsBrokenOff; }},
    MetricRow{"mail_mcp_attachment_downloads_refused_total",
              "Good download links that could not be served.", MetricType::Counter,
              [](const Readings &r) { return r.attachments.downloadsRefused; }},
    MetricRow{"mail_mcp_attachment_downloaded_bytes_total", "Bytes of attachments that were sent.",
              MetricType::Counter, [](const Readings &r) { return r.attachments.downloadedBytes; }},
    MetricRow{"mail_mcp_attachment_uploads", "Files that are being uploaded.", MetricType::Gauge,
              [](const Readings &r) { return std::uint64_t(r.attachments.uploadsRunning); }},
    MetricRow{"mail_mcp_attachment_uploads_done_total", "Files that were stored.",
              MetricType::Counter, [](const Readings &r) { return r.attachments.uploadsDone; }},
    MetricRow{"mail_mcp_attachment_uploads_broken_off_total",
              "Uploads whose client went, was too slow or broke a rule of HTTP.",
              MetricType::Counter,
              [](const Readings &r) { return r.attachments.uploadsBrokenOff; }},
    MetricRow{"mail_mcp_attachment_uploads_refused_total",
              "Uploads that a limit, the type of the file or the disk stood against.",
              MetricType::Counter, [](const Readings &r) { return r.attachments.uploadsRefused; }},
    MetricRow{"mail_mcp_attachment_uploaded_bytes_total", "Bytes of files that were stored.",
              MetricType::Counter, [](const Readings &r) { return r.attachments.uploadedBytes; }},
    MetricRow{"mail_mcp_attachment_links_refused_total",
              "Links that were not genuine, expired or revoked.", MetricType::Counter,
              [](const Readings &r) { return r.attachments.linksRefused; }},
};

/// How long answers took; the number of all requests is its _count.
prometheus::MetricFamily durations(const http::AnswerStats &answers)
{
    prometheus::ClientMetric metric;
    metric.histogram.sample_count = answers.count;
    metric.histogram.sample_sum = answers.time.count();
    std::uint64_t sum = 0; // each class counts the smaller ones, too
    for (std::size_t i = 0; i < answers.counts.size(); ++i) {
        sum += answers.counts.at(i);
        const double bound = i < http::AnswerStats::bounds.size()
                                 ? http::AnswerStats::bounds.at(i)
                                 : std::numeric_limits<double>::infinity();
        metric.histogram.bucket.push_back({.cumulative_count = sum, .upper_bound = bound});
    }
    return {.name = "mail_mcp_http_request_duration_seconds",
            .help = "From the request to the head of its answer.",
            .type = MetricType::Histogram,
            .metric = {metric}};
}

} // namespace

std::string renderMetrics(const Readings &readings)
{
    std::vector<prometheus::MetricFamily> families;
    families.reserve(rows.size() + 1);
    for (const auto &row : rows) {
        prometheus::ClientMetric metric;
        const auto value = static_cast<double>(row.value(readings));
        metric.gauge.value = value;
        metric.counter.value = value;
        families.push_back(
            {.name = row.name, .help = row.help, .type = row.type, .metric = {metric}});
    }
    families.push_back(durations(readings.answers));
    return prometheus::TextSerializer().Serialize(families);
}

} // namespace app
