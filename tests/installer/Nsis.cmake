# SPDX-License-Identifier: GPL-3.0-or-later
# Whether the settings of the Windows installer make one: CMake, CPack and makensis, with a file in place of the program. Nothing of it can be started here.
#   cmake -DINSTALLER=… -DWORK=… -P Nsis.cmake
cmake_minimum_required(VERSION 3.25)

function(run)
    execute_process(COMMAND ${ARGV} WORKING_DIRECTORY "${WORK}" OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE result)
    if(NOT result EQUAL 0)
        file(GLOB_RECURSE logs "${WORK}/*NSISOutput.log")
        foreach(log IN LISTS logs)
            file(READ "${log}" text)
            string(APPEND said "${text}")
        endforeach()
        message(FATAL_ERROR "${ARGV}: ${said}")
    endif()
endfunction()

file(REMOVE_RECURSE "${WORK}")
file(WRITE "${WORK}/mail_mcp_admin.exe" "packed, not started")
file(WRITE "${WORK}/CMakeLists.txt"
"cmake_minimum_required(VERSION 3.25)
project(mail_mcp VERSION 0.1.0 LANGUAGES NONE)
install(PROGRAMS mail_mcp_admin.exe DESTINATION bin)
include(\"${INSTALLER}/Nsis.cmake\")
include(CPack)
")
run("${CMAKE_COMMAND}" -S . -B . -DCPACK_PACKAGE_FILE_NAME=installer)
run("${CMAKE_CPACK_COMMAND}")

file(READ "${WORK}/installer.exe" magic LIMIT 2 HEX)
if(NOT magic STREQUAL 4d5a)
    message(FATAL_ERROR "installer.exe is no program for Windows")
endif()
file(GLOB_RECURSE script "${WORK}/*/project.nsi")
file(READ "${script}" text)
foreach(wanted IN ITEMS
    [[CreateShortCut "$SMPROGRAMS\$STARTMENU_FOLDER\Mail MCP Admin.lnk" "$INSTDIR\bin\mail_mcp_admin.exe"]]
    [[  Push "DisplayIcon"
  Push "$INSTDIR\bin\mail_mcp_admin.exe"]]
    [[/../LICENSE"]] "/icons/mail-mcp.ico")
    string(FIND "${text}" "${wanted}" place)
    if(place EQUAL -1)
        message(FATAL_ERROR "${script} does not say ${wanted}")
    endif()
endforeach()
