# SPDX-License-Identifier: GPL-3.0-or-later
# Windows and macOS: the desktop program with Qt and its libraries beside it, and CPack's installer. UNTESTED: nobody has built or run it there
# (README.md says what was tried elsewhere).

# Qt finds its own libraries and plugins; the name of the variable was changed once.
if(Qt6_VERSION VERSION_LESS 6.5)
    set(output FILENAME_VARIABLE)
else()
    set(output OUTPUT_SCRIPT)
endif()
qt_generate_deploy_app_script(TARGET mail_mcp_admin ${output} deploy_script)

if(WIN32)
    # All others, but those of Windows itself.
    install(TARGETS mail_mcp_admin RUNTIME_DEPENDENCY_SET libraries RUNTIME)
    install(RUNTIME_DEPENDENCY_SET libraries
        PRE_EXCLUDE_REGEXES "^api-ms-" "^ext-ms-" "^[Qq]t6"
        POST_EXCLUDE_REGEXES ".*[/\\\\][Ss]ystem32[/\\\\].*")
    include(Nsis.cmake)
else()
    # Its libraries are put into it by the script.
    install(TARGETS mail_mcp_admin BUNDLE DESTINATION .)
    include(DragNDrop.cmake)
endif()
install(SCRIPT "${deploy_script}")
include(CPack)
