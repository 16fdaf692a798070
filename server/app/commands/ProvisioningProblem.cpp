// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/ProvisioningProblem.h"

#include "i18n/Language.h"

#include <string>
#include <string_view>

namespace app {

namespace {

/// The option that a part of the request is typed with.
std::string_view optionOf(provisioning::Field field)
{
    using provisioning::Field;
    switch (field) {
    case Field::ImapServer:
        return "--imap-host: ";
    case Field::SmtpServer:
        return "--smtp-host: ";
    case Field::RedirectUris:
        return "--redirect-uri: ";
    case Field::Scopes:
        return "--allow: ";
    case Field::Confirmation:
        return "--confirm: ";
    case Field::Lifetime:
        return "--expires: ";
    case Field::Name:
        return "--name: ";
    case Field::Key:
        return "";
    }
    return {};
}

} // namespace

core::Error errorOf(const provisioning::Problem &problem)
{
    return {core::ErrorKind::InvalidArgument,
            std::string(optionOf(problem.field)) + i18n::Language::english().render(problem.text)};
}

} // namespace app
