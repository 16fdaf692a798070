// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/PasswordInput.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace app {

namespace {

constexpr std::size_t longestPassword = 4096;

/// Closes a descriptor.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {}
    ~Descriptor()
    {
        if (m_number >= 0)
            (void)::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

/// Turns the echo of a terminal off while it lives. Ctrl-C would leave it off, so it is only a
/// character meanwhile.
class Silence
{
public:
    explicit Silence(int terminal)
        : m_terminal(terminal)
    {
        (void)tcgetattr(m_terminal, &m_before);
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
        (void)tcsetattr(m_terminal, TCSAFLUSH, &silent);
    }
    ~Silence() { (void)tcsetattr(m_terminal, TCSAFLUSH, &m_before); }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

private:
    int m_terminal;
    termios m_before{};
};

core::Result<core::Secret> readFirstLine(int descriptor)
{
    std::string line;
    line.reserve(longestPassword); // no copies that stay behind
    char c = '\0';
    while (::read(descriptor, &c, 1) == 1 && c != '\n') {
        if (line.size() == longestPassword) {
            core::wipe(line);
            return core::Error(core::ErrorKind::InvalidArgument, "The password is too long.");
        }
        line += c;
    }
    if (line.ends_with('\r'))
        line.pop_back();
    if (line.empty())
        return core::Error(core::ErrorKind::InvalidArgument, "The password is empty.");
    return core::Secret(std::move(line));
}

} // namespace

core::Result<core::Secret> askForPassword(const std::string &question)
{
    const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
    if (terminal.number() < 0)
        return core::Error(core::ErrorKind::InvalidArgument,
                           "There is no terminal to ask for the password on. Use "
                           "--password-file=FILE.");
    const Silence silence(terminal.number());
    (void)!::write(terminal.number(), question.data(), question.size());
    auto password = readFirstLine(terminal.number());
    (void)!::write(terminal.number(), "\n", 1);
    return password;
}

core::Result<core::Secret> passwordFromFile(const std::string &path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0)
        return core::Error(core::ErrorKind::NotFound, "'" + path + "' cannot be read.");
    return readFirstLine(file.number());
}

} // namespace app
