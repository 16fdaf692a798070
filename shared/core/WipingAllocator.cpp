// SPDX-License-Identifier: GPL-3.0-or-later

// What anybody in this program frees is overwritten first: requests, answers of mail servers,
// pieces of JSON, in the buffers of libraries, too. glibc can do that by itself (M_PERTURB), but
// then it leaves out short pieces and also fills what is allocated: every page of every buffer
// would be touched, although most buffers of sockets are never filled.
//
// The functions take the place of those of the C library for the whole process (glibc manual,
// "Replacing malloc"). The address sanitizer brings its own, and other C libraries are left alone.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

#include <malloc.h>

namespace {

/// Not the page size of every system, but then it is a part of it.
constexpr std::size_t pageSize = 4096;

bool isZero(const char *page)
{
    return page[0] == 0 && std::memcmp(page, page + 1, pageSize - 1) == 0;
}

/// What explicit_bzero() does, but in the caller: most pieces are so short that each call on the
/// way to memset() counts.
inline void overwrite(char *memory, std::size_t size)
{
    std::memset(memory, 0, size);
    // The compiler has to think that somebody reads it.
    asm volatile("" : : "r"(memory) : "memory"); // NOLINT(hicpp-no-assembler)
}

/// Large buffers are filled in part, if at all. To write to a page that never was would give it
/// memory in the moment in which nobody needs it any more: 10,000 connections that were closed
/// took 570 MB, and 170 MB while they were open. Reading costs nothing (Linux shows the one page of
/// zeros), and less than writing where it was wiped before.
void wipePages(char *memory, std::size_t size)
{
    while (size > 0) {
        const auto toNextPage = pageSize - reinterpret_cast<std::uintptr_t>(memory) % pageSize;
        const auto piece = std::min(size, toNextPage);
        if (piece < pageSize || !isZero(memory))
            overwrite(memory, piece);
        memory += piece;
        size -= piece;
    }
}

inline void wipe(void *memory, std::size_t size)
{
    auto *const bytes = static_cast<char *>(memory);
    if (size < pageSize) // holds no page that is left out
        overwrite(bytes, size);
    else
        wipePages(bytes, size);
}

} // namespace

// NOLINTBEGIN(readability-identifier-naming): the names are those of the C library.
// NOLINTBEGIN(bugprone-reserved-identifier, readability-inconsistent-declaration-parameter-name)
extern "C" {

void __libc_free(void *memory);
void *__libc_realloc(void *memory, size_t size);

/// Leaves errno alone, as glibc's own does from 2.33 on.
[[gnu::visibility("default")]] void free(void *memory)
{
    if (memory == nullptr)
        return;
    wipe(memory, malloc_usable_size(memory));
    __libc_free(memory);
}

[[gnu::visibility("default")]] void *realloc(void *memory, size_t size)
{
    const std::size_t usable = memory == nullptr ? 0 : malloc_usable_size(memory);
    if (size == 0 || size <= usable / 2 || memory == nullptr) {
        // It becomes smaller: what is behind the new end may be handed to somebody else.
        if (size < usable)
            wipe(static_cast<char *>(memory) + size, usable - size);
        return __libc_realloc(memory, size);
    }
    if (size <= usable)
        return memory;
    // The C library would leave the old place as it is.
    void *const moved = malloc(size);
    if (moved == nullptr)
        return nullptr;
    std::memcpy(moved, memory, usable);
    free(memory);
    return moved;
}
} // extern "C"
// NOLINTEND(bugprone-reserved-identifier, readability-inconsistent-declaration-parameter-name)
// NOLINTEND(readability-identifier-naming)

#endif
