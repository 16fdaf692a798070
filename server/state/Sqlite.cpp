// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/Sqlite.h"

#include <sqlite3.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace state {

namespace {

/// Our own writes take milliseconds. Whoever waits longer waits for another program, and so do all
/// who come after him: several such waits must fit into the time for which reading goes on.
constexpr int busyTimeoutMilliseconds = 2000;

core::Error cannotOpen(const std::string &path, const std::string &reason)
{
    return {core::ErrorKind::Unavailable,
            "The state file " + path + " cannot be opened (" + reason
                + "); STATE_URL must name a file in a directory that this user can write to."};
}

/// SQLite gives its -wal and -shm files the permissions of the main file, so that one decides. A
/// file that exists is not opened here: closing it would drop the locks of this process on it.
core::Result<core::Done> createPrivately(const std::string &path)
{
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0)
        ::close(file);
    else if (errno != EEXIST || ::chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0)
        return cannotOpen(path, std::generic_category().message(errno));
    return core::Done{};
}

} // namespace

Sqlite::Sqlite(sqlite3 *database)
    : m_database(database)
{}

void Sqlite::Closer::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

core::Result<Sqlite> Sqlite::open(const std::string &path)
{
    if (const auto created = createPrivately(path); !created)
        return created.error();
    sqlite3 *handle = nullptr;
    const int status = sqlite3_open_v2(path.c_str(), &handle,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    Sqlite database(handle);
    if (status != SQLITE_OK)
        return cannotOpen(path, sqlite3_errstr(status));
    sqlite3_busy_timeout(handle, busyTimeoutMilliseconds);
    const auto configured = database.execute("PRAGMA journal_mode=WAL;"
                                             "PRAGMA synchronous=FULL;"
                                             "PRAGMA foreign_keys=OFF;"
                                             "PRAGMA trusted_schema=OFF;");
    if (!configured)
        return cannotOpen(path, configured.error().detail);
    return database;
}

core::Result<core::Done> Sqlite::execute(const char *sql)
{
    if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError();
    return core::Done{};
}

Sqlite::Statement Sqlite::prepare(std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(m_database.get(), sql.data(), static_cast<int>(sql.size()), &statement,
                       nullptr);
    return Statement(statement);
}

int Sqlite::changes() const
{
    return sqlite3_changes(m_database.get());
}

core::Error Sqlite::lastError() const
{
    return {core::ErrorKind::Unavailable, "the state store cannot be used at the moment",
            sqlite3_errmsg(m_database.get())};
}

Sqlite::Statement::Statement(sqlite3_stmt *statement)
    : m_statement(statement)
{}

void Sqlite::Statement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Sqlite::Statement &Sqlite::Statement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), index, value);
    return *this;
}

Sqlite::Statement &Sqlite::Statement::bindBlob(int index, std::string_view value)
{
    sqlite3_bind_blob64(m_statement.get(), index, value.data(), value.size(), SQLITE_TRANSIENT);
    return *this;
}

Sqlite::Statement &Sqlite::Statement::bindText(int index, std::string_view value)
{
    sqlite3_bind_text64(m_statement.get(), index, value.data(), value.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
    return *this;
}

Sqlite::Statement::Step Sqlite::Statement::step()
{
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW:
        return Step::Row;
    case SQLITE_DONE:
        return Step::Done;
    default:
        return Step::Failed;
    }
}

std::int64_t Sqlite::Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string Sqlite::Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    if (!data || size <= 0)
        return {};
    return {static_cast<const char *>(data), static_cast<std::size_t>(size)};
}

Sqlite::Transaction::Transaction(Sqlite &database)
    : m_database(database)
    , m_isOpen(bool(database.execute("BEGIN IMMEDIATE")))
{}

Sqlite::Transaction::~Transaction()
{
    if (m_isOpen)
        static_cast<void>(m_database.execute("ROLLBACK"));
}

core::Result<core::Done> Sqlite::Transaction::commit()
{
    auto committed = m_database.execute("COMMIT");
    m_isOpen = !committed;
    return committed;
}

} // namespace state
