# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of ours is compiled with. Linked as project_options; nothing is set globally.

option(WARNINGS_AS_ERRORS "Treat compiler warnings as errors" ON)
set(SANITIZERS "" CACHE STRING "Comma-separated list for -fsanitize, e.g. address,undefined")
option(COVERAGE "Instrument for coverage" OFF)

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC OFF)

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

cmake_path(RELATIVE_PATH PROJECT_SOURCE_DIR BASE_DIRECTORY "${PROJECT_BINARY_DIR}" OUTPUT_VARIABLE source_from_build)

add_library(project_options INTERFACE)
target_compile_features(project_options INTERFACE cxx_std_20)
target_compile_options(project_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wnull-dereference -Wformat=2
    -fstack-protector-strong -fvisibility=hidden
    $<$<BOOL:${WARNINGS_AS_ERRORS}>:-Werror>
    $<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>
    # The folder that it is built in stands nowhere in packages, not even in the build ID that is made of debugging information:
    # neither as it is, nor as a compiler cache rewrites it (relative to the build folder), nor where files are generated.
    $<$<CONFIG:Release,RelWithDebInfo>:
    -ffile-prefix-map=${PROJECT_SOURCE_DIR}/= -ffile-prefix-map=${PROJECT_BINARY_DIR}/= -ffile-prefix-map=${source_from_build}/=>
    # With optimisation GCC 12 reports null dereferences in coroutine frames and overlapping copies in
    # std::string (GCC bug 105651) that cannot happen.
    $<$<CONFIG:Release,RelWithDebInfo>:-Wno-null-dereference -Wno-maybe-uninitialized -Wno-restrict>)
target_compile_definitions(project_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
    QT_NO_CONTEXTLESS_CONNECT QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_link_options(project_options INTERFACE $<$<PLATFORM_ID:Linux>:-Wl,-z,relro,-z,now>)

if(SANITIZERS)
    target_compile_options(project_options INTERFACE
        -fsanitize=${SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(project_options INTERFACE -fsanitize=${SANITIZERS})
endif()
if(COVERAGE)
    target_compile_options(project_options INTERFACE --coverage)
    target_link_options(project_options INTERFACE --coverage)
endif()
