// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/Settings.h"

#include "config/SettingRows.h"

#include <algorithm>
#include <cstdlib>

namespace config {

namespace {

struct RawValue
{
    std::string text;
    bool isSet = false;
};

/// The environment wins over the file, the name over its alias. An empty variable counts as unset,
/// as it is passed on by tools that cannot leave one out.
RawValue findValue(const SettingRow &row, const Variables &environment, const Variables &file)
{
    for (const auto *source : {&environment, &file}) {
        for (const auto name : {row.name, row.alias}) {
            const auto found = name.empty() ? source->end() : source->find(name);
            if (found != source->end() && !found->second.empty())
                return {.text = found->second, .isSet = true};
        }
    }
    return {.text = std::string(row.defaultValue), .isSet = false};
}

/// systemd gives services a directory of their own, the first one of a list; a person has one below
/// the home directory.
std::string stateDirectory(const Variables &environment)
{
    const auto value = [&environment](std::string_view name) {
        const auto found = environment.find(name);
        return found == environment.end() ? std::string() : found->second;
    };
    if (const auto directory = value("STATE_DIRECTORY"); !directory.empty())
        return directory.substr(0, directory.find(':'));
    if (const auto directory = value("XDG_STATE_HOME"); !directory.empty())
        return directory + "/mail-mcp";
    if (const auto home = value("HOME"); !home.empty())
        return home + "/.local/state/mail-mcp";
    return "/var/lib/mail-mcp";
}

/// Beside the state database where there is one. None where several servers may share the store:
/// they would not find each other's files.
std::string defaultUploadDirectory(const std::string &stateUrl, const Variables &environment)
{
    if (stateUrl.starts_with("redis://") || stateUrl.starts_with("rediss://"))
        return {};
    constexpr std::string_view sqlite = "sqlite:";
    const auto slash = stateUrl.rfind('/');
    const bool isPath = stateUrl.starts_with("sqlite:/") && slash != std::string::npos;
    return (isPath ? stateUrl.substr(sqlite.size(), slash - sqlite.size())
                   : stateDirectory(environment))
           + "/uploads";
}

/// scheme://user:password@host without the password.
std::string withoutPassword(const std::string &url)
{
    const auto begin = url.find("://");
    const auto end = url.rfind('@');
    if (begin == std::string::npos || end == std::string::npos)
        return url;
    const auto colon = url.find(':', begin + 3);
    if (colon > end)
        return url;
    return url.substr(0, colon + 1) + "(not shown)" + url.substr(end);
}

std::string shown(const SettingRow &row, const RawValue &value)
{
    if (row.kind == SettingRow::Kind::Secret && value.isSet)
        return "(set, not shown)";
    return row.kind == SettingRow::Kind::Url ? withoutPassword(value.text) : value.text;
}

/// AWS_REGION and AWS_SESSION_TOKEN stand in many environments and begin nothing.
void checkS3(const S3Settings &s3, std::vector<std::string> &problems)
{
    const bool hasBegun = !s3.accessKeyId.empty() || !s3.secretAccessKey.isEmpty()
                          || !s3.bucket.empty() || !s3.endpoint.empty();
    if (!hasBegun || s3.isConfigured())
        return;
    std::string missing;
    for (const auto &[name, isMissing] :
         {std::pair("AWS_S3_BUCKET", s3.bucket.empty()), std::pair("AWS_REGION", s3.region.empty()),
          std::pair("AWS_ACCESS_KEY_ID", s3.accessKeyId.empty()),
          std::pair("AWS_SECRET_ACCESS_KEY", s3.secretAccessKey.isEmpty())}) {
        if (isMissing)
            missing += (missing.empty() ? "" : ", ") + std::string(name);
    }
    problems.push_back(missing
                       + " must be set as well for attachments to go to S3; or leave out all of "
                         "AWS_S3_BUCKET, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and "
                         "AWS_ENDPOINT_URL_S3.");
}

void checkTogether(LoadedSettings &loaded)
{
    checkS3(loaded.settings.s3, loaded.problems);
    const auto &settings = loaded.settings;
    const auto largestBody = std::max(settings.http.mcpBody, settings.http.formBody);
    for (const auto &[name, limit] :
         {std::pair("HTTP_MAX_BUFFERED_BODIES", settings.http.bufferedBodies),
          std::pair("HTTP_MAX_BUFFERED_BODIES_PER_ADDRESS",
                    settings.http.bufferedBodiesPerAddress)}) {
        if (limit < largestBody)
            loaded.problems.push_back(std::string(name)
                                      + " is less than one body may have; set it to at least "
                                        "HTTP_MAX_MCP_BODY and HTTP_MAX_FORM_BODY.");
    }
    if (settings.http.headerBlock < settings.http.headerField)
        loaded.problems.emplace_back("HTTP_MAX_HEADER_FIELD is more than HTTP_MAX_HEADER_BLOCK, "
                                     "which holds it; lower one or raise the other.");
    if (settings.tlsCertificateFile.empty() != settings.tlsKeyFile.empty())
        loaded.problems.emplace_back(
            "TLS_CERT_FILE and TLS_KEY_FILE belong together; set both or none.");
    if (!settings.developmentClientCaFile.empty()
        && settings.environment == Environment::Production)
        loaded.problems.emplace_back(
            "DEVELOPMENT_CLIENT_CA_FILE would let strangers make this server connect to itself; "
            "leave it out, or set MAIL_MCP_ENV=development on a computer of your own.");
    const bool isLoopback =
        settings.host.starts_with("127.") || settings.host == "::1" || settings.host == "localhost";
    const bool isProtected =
        !settings.tlsCertificateFile.empty() || !settings.trustedProxies.empty();
    if (!isLoopback && !isProtected) {
        loaded.problems.push_back(
            "HOST is " + settings.host
            + ", which other computers can reach, but passwords would travel unprotected; set "
              "TLS_CERT_FILE and TLS_KEY_FILE, or TRUSTED_PROXIES if a reverse proxy does TLS.");
    }
}

} // namespace

LoadedSettings loadSettings(const Variables &environment, const Variables &file)
{
    LoadedSettings loaded;
    std::string encryptionKey;
    std::string encryptionKeys;
    for (const auto &row : settingRows()) {
        auto value = findValue(row, environment, file);
        if (const auto problem = row.read(value.text, loaded.settings); !problem.empty())
            loaded.problems.push_back(std::string(row.name) + " " + problem);
        loaded.rendered.push_back(
            {.name = std::string(row.name), .value = shown(row, value), .isDefault = !value.isSet});
        if (row.name == "ENCRYPTION_KEY")
            encryptionKey = std::move(value.text);
        if (row.name == "ENCRYPTION_KEYS")
            encryptionKeys = std::move(value.text);
    }
    const auto resolve = [&loaded](std::string_view name, std::string &setting,
                                   const std::string &fallback) {
        if (!setting.empty())
            return;
        setting = fallback;
        for (auto &rendered : loaded.rendered) {
            if (rendered.name == name)
                rendered.value = fallback;
        }
    };
    resolve("BASE_URL", loaded.settings.baseUrl, defaultBaseUrl(loaded.settings.port));
    resolve("STATE_URL", loaded.settings.stateUrl,
            "sqlite:" + stateDirectory(environment) + "/state.db");
    resolve("UPLOAD_DIRECTORY", loaded.settings.attachments.uploadDirectory,
            defaultUploadDirectory(loaded.settings.stateUrl, environment));
    if (!encryptionKey.empty() || !encryptionKeys.empty()) {
        auto ring = crypto::KeyRing::parse(encryptionKey, encryptionKeys);
        if (ring)
            loaded.settings.keyRing = std::move(*ring);
        else
            loaded.problems.push_back(ring.error().message);
    }
    core::wipe(encryptionKey);
    core::wipe(encryptionKeys);
    checkTogether(loaded);
    return loaded;
}

std::string renderEnvSample()
{
    std::string text = "# Settings of mail_mcp. Copy this file to .env and change what you need; "
                       "variables of the\n"
                       "# environment win. `mail_mcp config` prints what is in effect and what is "
                       "wrong with it.\n";
    for (const auto &row : settingRows()) {
        text += "\n# " + std::string(row.help) + "\n";
        text += "#" + std::string(row.name) + "=" + std::string(row.defaultValue) + "\n";
    }
    return text;
}

std::string renderSettingsHelp()
{
    std::string text;
    for (const auto &row : settingRows()) {
        text += "  " + std::string(row.name);
        if (!row.defaultValue.empty())
            text += " [" + std::string(row.defaultValue) + "]";
        text += "\n      " + std::string(row.help) + "\n";
    }
    return text;
}

} // namespace config
