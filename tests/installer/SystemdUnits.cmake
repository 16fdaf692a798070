# SPDX-License-Identifier: GPL-3.0-or-later
# systemd understands every line of our units, and finds little that the service could do beside its work.
cmake_minimum_required(VERSION 3.25)
# Exposure times ten, of `systemd-analyze security`: 100 is a service without any restriction.
set(most_exposure 15)

file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")
foreach(unit mail-mcp.service mail-mcp.socket)
    file(READ "${UNITS}/${unit}" text)
    string(REPLACE "/usr/bin/mail_mcp" "${BINARY}" text "${text}")
    file(WRITE "${WORK}/${unit}" "${text}")
endforeach()

# Its complaints go to stderr, some of them with exit status 0.
execute_process(COMMAND ${ANALYZE} verify --man=no --recursive-errors=no "${WORK}/mail-mcp.service" "${WORK}/mail-mcp.socket"
    RESULT_VARIABLE result ERROR_VARIABLE complaints OUTPUT_VARIABLE complaints)
if(NOT result EQUAL 0 OR complaints MATCHES "mail-mcp")
    message(FATAL_ERROR "systemd-analyze verify (${result}): ${complaints}")
endif()

execute_process(COMMAND ${ANALYZE} security --no-pager --offline=true --threshold=${most_exposure} "${WORK}/mail-mcp.service"
    RESULT_VARIABLE result OUTPUT_VARIABLE report ERROR_VARIABLE report)
if(NOT result EQUAL 0 OR NOT report MATCHES "Overall exposure level for mail-mcp.service: ([0-9.]+)")
    message(FATAL_ERROR "systemd-analyze security (${result}):\n${report}")
endif()
message(STATUS "Exposure ${CMAKE_MATCH_1}")
