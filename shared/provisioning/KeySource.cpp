// SPDX-License-Identifier: GPL-3.0-or-later
#include "provisioning/KeySource.h"

#include "config/EnvFile.h"
#include "config/Settings.h"
#include "core/Ascii.h"
#include "core/Base64.h"

#include <QtGlobal>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace provisioning {

namespace {

using core::ErrorKind;
using i18n::Failure;
using i18n::Text;

/// A key with its name and separators in text: 16, 44 and 2 characters.
constexpr std::size_t longestEntry = 62;

#ifdef Q_OS_WIN
int openForReading(const std::string &path)
{
    const std::u8string name(path.begin(), path.end());
    return _wopen(std::filesystem::path(name).c_str(), O_RDONLY | O_BINARY | O_NOINHERIT);
}

// Whose a file is and who may use it stands in its access list there, which nobody looks at.
constexpr bool belongsToAnother(const struct stat &)
{
    return false;
}
constexpr bool isOpenToOthers(const struct stat &)
{
    return false;
}
#else
int openForReading(const std::string &path)
{
    return open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
}

bool belongsToAnother(const struct stat &status)
{
    return status.st_uid != geteuid() && status.st_uid != 0;
}

bool isOpenToOthers(const struct stat &status)
{
    return (status.st_mode & (S_IRWXG | S_IRWXO)) != 0;
}
#endif

/// A descriptor that closes itself.
class File
{
public:
    explicit File(const std::string &path)
        : m_descriptor(openForReading(path))
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

std::optional<Failure> refusal(const std::string &path, const struct stat &status)
{
    const Text file = Text::verbatim(path);
    if (!S_ISREG(status.st_mode))
        return Failure(ErrorKind::InvalidArgument,
                       Text(QT_TRANSLATE_NOOP("pages", "%1 is not a file."), {file}));
    if (belongsToAnother(status))
        return Failure(ErrorKind::PermissionDenied,
                       Text(QT_TRANSLATE_NOOP("pages", "The file %1 belongs to another user, who "
                                                       "knows the key and can change it. Make a "
                                                       "copy that is yours alone: install -m 600 "
                                                       "%1 NEW_FILE"),
                            {file}));
    if (isOpenToOthers(status))
        return Failure(ErrorKind::PermissionDenied,
                       Text(QT_TRANSLATE_NOOP("pages", "The file %1 can be used by others than "
                                                       "its owner (mode %2), so the key in it may "
                                                       "be known. Make it private: chmod 600 %1"),
                            {file, Text::verbatim(octal(status.st_mode))}));
    if (status.st_size > static_cast<off_t>(longestKeyText))
        return Failure(ErrorKind::TooLarge,
                       Text(QT_TRANSLATE_NOOP("pages", "The file %1 is too large for a file of "
                                                       "keys."),
                            {file}));
    return std::nullopt;
}

/// Why a file was not opened or read, from errno.
Failure unreadable(const std::string &path, int code)
{
    const Text file = Text::verbatim(path);
    if (code == ENOENT)
        return Failure(ErrorKind::NotFound,
                       Text(QT_TRANSLATE_NOOP("pages", "There is no file %1."), {file}));
    if (code == EACCES)
        return Failure(ErrorKind::PermissionDenied,
                       Text(QT_TRANSLATE_NOOP("pages", "You may not read the file %1."), {file}));
    return Failure(ErrorKind::PermissionDenied,
                   Text(QT_TRANSLATE_NOOP("pages", "The file %1 cannot be read: %2."),
                        {file, Text::verbatim(std::strerror(code))}));
}

/// The whole of a private file.
core::Result<core::Secret, Failure> readPrivateFile(const std::string &path)
{
    const File file(path);
    struct stat status = {};
    // What is checked is what was opened, not what may have been put there since.
    if (file.descriptor() < 0 || fstat(file.descriptor(), &status) != 0)
        return unreadable(path, errno);
    if (auto error = refusal(path, status))
        return std::move(*error);
    std::string text(longestKeyText, '\0');
    std::size_t length = 0;
    while (length < text.size()) {
        const auto count = read(file.descriptor(), text.data() + length, text.size() - length);
        if (count < 0) {
            const int code = errno;
            core::wipe(text);
            return unreadable(path, code);
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
core::Result<crypto::KeyRing, Failure> takeKeys(config::Variables &variables)
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

core::Result<crypto::KeyRing, Failure> readKeys(std::string_view text, const Text &origin)
{
    text = core::trimmed(text);
    if (text.size() > longestKeyText)
        return Failure(ErrorKind::TooLarge,
                       Text(QT_TRANSLATE_NOOP("pages", "That is too much text for keys.")));
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

core::Result<crypto::KeyRing, Failure> keysFromText(std::string_view text)
{
    return readKeys(text, Text(QT_TRANSLATE_NOOP("pages", "the text")));
}

core::Result<crypto::KeyRing, Failure> keysFromFile(const std::string &path)
{
    const auto text = readPrivateFile(path);
    if (!text)
        return text.error();
    return readKeys(text->reveal(), Text::verbatim(path));
}

core::Result<ServerKeys, Failure> serverKeysFromFile(const std::string &path)
{
    const auto text = readPrivateFile(path);
    if (!text)
        return text.error();
    auto variables = config::parseEnvFile(text->reveal(), Text::verbatim(path));
    if (!variables)
        return variables.error();
    auto loaded = config::loadSettings({}, *variables);
    auto keys = takeKeys(*variables);
    if (!keys)
        return keys.error();
    // Whatever else is wrong with the settings is no business of those who make clients.
    for (const auto &problem : loaded.problems) {
        if (problem.starts_with("BASE_URL "))
            return Failure(
                ErrorKind::InvalidArgument,
                Text(QT_TRANSLATE_NOOP("pages", "The BASE_URL in %1 cannot be used. It must be the "
                                                "address of the server without a path, such as "
                                                "https://mail-mcp.example.com."),
                     {Text::verbatim(path)}));
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
