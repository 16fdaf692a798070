# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a C++ file is not as clang-format leaves it.   cmake -DSOURCE_DIR=… -DCLANG_FORMAT=… -P Format.cmake
file(GLOB_RECURSE files LIST_DIRECTORIES false
    "${SOURCE_DIR}/shared/*.h" "${SOURCE_DIR}/shared/*.cpp" "${SOURCE_DIR}/server/*.h" "${SOURCE_DIR}/server/*.cpp"
    "${SOURCE_DIR}/admin-gui/*.h" "${SOURCE_DIR}/admin-gui/*.cpp" "${SOURCE_DIR}/tests/*.h" "${SOURCE_DIR}/tests/*.cpp")
list(FILTER files EXCLUDE REGEX "/node_modules/")
list(LENGTH files count)
if(count LESS 10)
    message(FATAL_ERROR "Only ${count} files found below ${SOURCE_DIR}")
endif()
execute_process(COMMAND ${CLANG_FORMAT} --dry-run -Werror ${files} RESULT_VARIABLE result ERROR_VARIABLE complaints)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "Not formatted (./dev format does it):\n${complaints}")
endif()
