// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPlainTextEdit;

namespace admin {

/// Sentences begin where reading begins. By itself the view puts all of them at the left.
void alignWithLanguage(QPlainTextEdit &view);

/// A text of another direction, as a server's words are among Arabic, that does not change the
/// order of what stands around it (UAX #9 §2.7).
QString isolated(const QString &text);

/// The same text for a label, its lines running as the language does, even those that begin with a
/// word of another direction such as “IMAP”.
QString runningAsTheLanguage(QString text);

} // namespace admin
