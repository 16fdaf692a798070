// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"

#include <QJsonObject>
#include <QStringList>
#include <QTemporaryDir>

#include <cstddef>
#include <string>

namespace support {

/// Real mail servers with sample mail, see tests/sandbox/sandbox.py, that die with the object.
class MailSandbox
{
public:
    /// `options` are those of "sandbox.py start".
    explicit MailSandbox(const QStringList &options = {});
    ~MailSandbox();
    MailSandbox(const MailSandbox &) = delete;
    MailSandbox &operator=(const MailSandbox &) = delete;

    /// Its users in their order; SMTP is left out.
    account::MailAccountPtr account(std::size_t user = 0) const;
    /// For TlsPolicy::extraCaFile.
    std::string authorityFile() const;

    /// Hands a small message to the server (LMTP, RFC 2033), as an MTA would. False if it does not
    /// take it.
    bool deliver(std::size_t user = 0) const;
    /// Breaks all connections of a user. Dovecot only.
    void kick(std::size_t user = 0) const;

private:
    QJsonObject userAt(std::size_t user) const;

    QTemporaryDir m_folder;
    QJsonObject m_description;
};

} // namespace support
