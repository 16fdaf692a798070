// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace state {

/// A connection to an SQLite file. One thread at a time.
class Sqlite
{
public:
    class Statement;
    class Transaction;

    /// Opens or creates `path`, readable by this user alone, in WAL mode with every commit on the
    /// disk before it returns.
    static core::Result<Sqlite> open(const std::string &path);

    /// Runs SQL without parameters, possibly several statements.
    core::Result<core::Done> execute(const char *sql);
    /// `sql` is a literal. A mistake in it shows as the failure of the first step().
    Statement prepare(std::string_view sql);
    /// Rows that the last statement inserted, changed or deleted.
    int changes() const;
    /// Unavailable, with what SQLite says about it for the log.
    core::Error lastError() const;

private:
    struct Closer
    {
        void operator()(sqlite3 *database) const;
    };

    explicit Sqlite(sqlite3 *database);

    std::unique_ptr<sqlite3, Closer> m_database;
};

/// A prepared statement. Parameters and columns count from 1 and 0, as SQLite counts them.
class Sqlite::Statement
{
public:
    Statement &bind(int index, std::int64_t value);
    Statement &bindBlob(int index, std::string_view value);
    Statement &bindText(int index, std::string_view value);

    enum class Step { Row, Done, Failed };
    Step step();
    /// For a statement without rows.
    bool run() { return step() == Step::Done; }

    std::int64_t integer(int column) const;
    std::string bytes(int column) const;

private:
    friend class Sqlite;
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    explicit Statement(sqlite3_stmt *statement);

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

/// BEGIN IMMEDIATE … COMMIT; rolled back unless it was committed.
class Sqlite::Transaction
{
public:
    explicit Transaction(Sqlite &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    bool isOpen() const { return m_isOpen; }
    core::Result<core::Done> commit();

private:
    Sqlite &m_database;
    bool m_isOpen;
};

} // namespace state
