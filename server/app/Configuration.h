// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attachments/AttachmentEndpoint.h"
#include "attachments/DownloadSlots.h"
#include "attachments/UploadStore.h"
#include "config/Settings.h"
#include "documents/DocumentReader.h"
#include "fetch/Fetcher.h"
#include "imap/Connection.h"
#include "mail/MailboxWatcher.h"
#include "mail/Sender.h"
#include "mail/SessionPool.h"
#include "mcp/McpEndpoint.h"
#include "oauth/AuthorizeEndpoint.h"
#include "oauth/TokenEndpoint.h"
#include "state/StateStore.h"
#include "tokens/Tokens.h"

namespace app {

/// What each room is told of the settings; none of them knows settings itself.

mcp::McpEndpoint::Configuration mcpConfiguration(const config::Settings &settings,
                                                 mcp::Relay relay);
mail::SessionPool::Limits poolLimits(const config::Settings &settings);
mail::MailboxWatcher::Limits watchLimits(const config::Settings &settings);
mail::Sender::Limits sendingLimits(const config::Settings &settings);
imap::ConnectionOptions imapOptions(const config::Settings &settings);
attachments::DownloadSlots::Limits downloadLimits(const config::Settings &settings);
attachments::UploadStore::Limits uploadLimits(const config::Settings &settings);
attachments::AttachmentEndpoint::Limits attachmentLimits(const config::Settings &settings);
documents::DocumentReader::Limits readingLimits(const config::Settings &settings);
tokens::Lifetimes lifetimes(const config::Settings &settings);
/// Clients that may fail to prove their secret, from one address.
state::Rate clientFailureRate(const config::Settings &settings);
oauth::TokenEndpoint::Configuration tokenEndpointConfiguration(const config::Settings &settings);
oauth::AuthorizeEndpoint::Configuration authorizeConfiguration(const config::Settings &settings);
/// Where the documents of clients may be. The exception is refused in production.
fetch::Policy fetchPolicy(const config::Settings &settings);

} // namespace app
