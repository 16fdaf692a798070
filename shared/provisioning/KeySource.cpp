// SPDX-License-Identifier: GPL-3.0-or-later
#include "provisioning/KeySource.h"

#include "config/EnvFile.h"
#include "config/Settings.h"
#include "core/Ascii.h"
#include "core/Base64.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace provisioning {

namespace {

using core::Error;
using core::ErrorKind;

/// A key with its name and separators in text: 16, 44 and 2 characters.
constexpr std::size_t longestEntry = 62;

/// A descriptor that closes itself.
class File
{
public:
    explicit File(const std::string &path)
        : m_descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
    {}
    ~File()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;

    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

std::string octal(mode_t mode)
{
    std::string text = "0";
    for (const unsigned shift : {6U, 3U, 0U})
        text += static_cast<char>('0' + ((mode >> shift) & 7U));
    return text;
}

std::optional<Error> refusal(const std::string &path, const struct stat &status)
{
    if (!S_ISREG(status.st_mode))
        return Error(ErrorKind::InvalidArgument, path + " is not a file.");
    if (status.st_uid != geteuid() && status.st_uid != 0)
        return Error(ErrorKind::PermissionDenied,
                     "The file " + path
                         + " belongs to another user, who knows the key and can change it. Make a "
                           "copy that is yours alone: install -m 600 "
                         + path + " NEW_FILE");
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error(ErrorKind::PermissionDenied,
                     "The file " + path + " can be used by others than its owner (mode "
                         + octal(status.st_mode)
                         + "), so the key in it may be known. Make it private: chmod 600 " + path);
    if (status.st_size > static_cast<off_t>(longestKeyText))
        return Error(ErrorKind::TooLarge, "The file " + path + " is too large for a file of keys.");
    return std::nullopt;
}

/// The whole of a private file.
core::Result<core::Secret> readPrivateFile(const std::string &path)
{
    const auto failure = [&path](int code) {
        return Error(code == ENOENT ? ErrorKind::NotFound : ErrorKind::PermissionDenied,
                     "The file " + path + " cannot be read: " + std::strerror(code) + '.');
    };
    const File file(path);
    struct stat status = {};
    // What is checked is what was opened, not what may have been put there since.
    if (file.descriptor() < 0 || fstat(file.descriptor(), &status) != 0)
        return failure(errno);
    if (auto error = refusal(path, status))
        return std::move(*error);
    std::string text(longestKeyText, '\0');
    std::size_t length = 0;
    while (length < text.size()) {
        const auto count = read(file.descriptor(), text.data() + length, text.size() - length);
        if (count < 0) {
            const int code = errno;
            core::wipe(text);
            return failure(code);
        }
        if (count == 0)
            break;
        length += static_cast<std::size_t>(count);
    }
    core::Secret secret = core::Secret::copyOf(std::string_view(text).substr(0, length));
    core::wipe(text);
    return secret;
}

/// The text of a variable, which is forgotten.
core::Secret take(config::Variables &variables, std::string_view name)
{
    const auto found = variables.find(name);
    return found == variables.end() ? core::Secret() : core::Secret(std::move(found->second));
}

/// The keys among settings; all of them are wiped, because others may be secret, too.
core::Result<crypto::KeyRing> takeKeys(config::Variables &variables)
{
    const core::Secret key = take(variables, "ENCRYPTION_KEY");
    const core::Secret ring = take(variables, "ENCRYPTION_KEYS");
    for (auto &[name, value] : variables)
        core::wipe(value);
    return crypto::KeyRing::parse(key.reveal(), ring.reveal());
}

bool isSettingsText(std::string_view text)
{
    // No key has an underscore, and no name of one has "=".
    return text.find("ENCRYPTION_KEY") != std::string_view::npos
           && text.find('=') != std::string_view::npos;
}

core::Result<crypto::KeyRing> readKeys(std::string_view text, std::string_view origin)
{
    text = core::trimmed(text);
    if (text.size() > longestKeyText)
        return Error(ErrorKind::TooLarge, "That is too much text for keys.");
    if (isSettingsText(text)) {
        auto variables = config::parseEnvFile(text, origin);
        if (!variables)
            return variables.error();
        return takeKeys(*variables);
    }
    const bool isRing = text.find(':') != std::string_view::npos;
    return crypto::KeyRing::parse(isRing ? std::string_view() : text,
                                  isRing ? text : std::string_view());
}

} // namespace

core::Result<crypto::KeyRing> keysFromText(std::string_view text)
{
    return readKeys(text, "the text");
}

core::Result<crypto::KeyRing> keysFromFile(const std::string &path)
{
    const auto text = readPrivateFile(path);
    if (!text)
        return text.error();
    return readKeys(text->reveal(), path);
}

core::Result<ServerKeys> serverKeysFromFile(const std::string &path)
{
    const auto text = readPrivateFile(path);
    if (!text)
        return text.error();
    auto variables = config::parseEnvFile(text->reveal(), path);
    if (!variables)
        return variables.error();
    auto loaded = config::loadSettings({}, *variables);
    auto keys = takeKeys(*variables);
    if (!keys)
        return keys.error();
    // Whatever else is wrong with the settings is no business of those who make clients.
    for (const auto &problem : loaded.problems) {
        if (problem.starts_with("BASE_URL "))
            return Error(ErrorKind::InvalidArgument, path + ": " + problem);
    }
    return ServerKeys{.keys = std::move(*keys), .baseUrl = std::move(loaded.settings.baseUrl)};
}

core::Secret textOf(const crypto::KeyRing &keys)
{
    std::string text;
    // At once, so that no shorter copy of it stays behind in freed memory.
    text.reserve(longestEntry * keys.keys().size());
    for (const auto &key : keys.keys()) {
        std::string encoded = core::encodeBase64(key.bytes.reveal());
        if (!text.empty())
            text += ',';
        text.append(key.id).append(1, ':').append(encoded);
        core::wipe(encoded);
    }
    return core::Secret(std::move(text));
}

} // namespace provisioning
