# SPDX-License-Identifier: GPL-3.0-or-later
# Without the daemon only the desktop program is configured, and nothing that the daemon alone needs is looked for.
#   cmake -DSOURCE_DIR=… -DGENERATOR=… -DCXX=… -DWORK=… -P DesktopAlone.cmake
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${WORK}")
execute_process(COMMAND "${CMAKE_COMMAND}" -S "${SOURCE_DIR}" -B "${WORK}" -G "${GENERATOR}" -DCMAKE_CXX_COMPILER=${CXX} -DMAIL_MCP_SERVER=OFF
    OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE result)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "${said}")
endif()
if(NOT said MATCHES "the daemon is left out")
    message(FATAL_ERROR "Nothing says that the daemon is left out: ${said}")
endif()

file(STRINGS "${WORK}/CMakeCache.txt" found REGEX "^(systemd_|libseccomp_|libmagic_|libxml2_|poppler_|libarchive_|hiredis_|SQLite3_|prometheus-cpp_|Qt6HttpServer_)")
if(found)
    message(FATAL_ERROR "The desktop program needs none of ${found}")
endif()

# Only what stands among the targets can be built; headers have their own test (tests/Layering.cmake).
execute_process(COMMAND "${CMAKE_COMMAND}" --build "${WORK}" --target help OUTPUT_VARIABLE targets RESULT_VARIABLE result)
if(NOT result EQUAL 0 OR NOT targets MATCHES "mail_mcp_admin" OR NOT targets MATCHES "admin_main_window_test")
    message(FATAL_ERROR "There is no desktop program with tests: ${targets}")
endif()
if(targets MATCHES "mail_mcp_extract|adminsocket|oauth")
    message(FATAL_ERROR "There is ${CMAKE_MATCH_0}, which belongs to the daemon: ${targets}")
endif()
