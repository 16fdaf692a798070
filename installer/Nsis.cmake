# SPDX-License-Identifier: GPL-3.0-or-later
# The installer for Windows (CPack, NSIS). UNTESTED: nobody has run it on Windows. What is tested, on Linux, is that makensis takes these settings
# (tests/installer/Nsis.cmake).
set(CPACK_GENERATOR NSIS)
set(CPACK_PACKAGE_NAME mail-mcp-admin)
set(CPACK_PACKAGE_VENDOR "Mail MCP")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Finds and tests mail servers, and makes clients for AI assistants")
set(CPACK_PACKAGE_INSTALL_DIRECTORY "Mail MCP Admin")
set(CPACK_PACKAGE_INSTALL_REGISTRY_KEY org.mail-mcp.admin)
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_CURRENT_LIST_DIR}/../LICENSE")
# The entry in the start menu.
set(CPACK_PACKAGE_EXECUTABLES mail_mcp_admin "Mail MCP Admin")
set(CPACK_NSIS_PACKAGE_NAME "Mail MCP Admin")
set(CPACK_NSIS_DISPLAY_NAME "Mail MCP Admin")
set(CPACK_NSIS_MUI_ICON "${CMAKE_CURRENT_LIST_DIR}/icons/mail-mcp.ico")
set(CPACK_NSIS_MUI_UNIICON "${CPACK_NSIS_MUI_ICON}")
set(CPACK_NSIS_INSTALLED_ICON_NAME [[bin\\mail_mcp_admin.exe]])
set(CPACK_NSIS_MANIFEST_DPI_AWARE ON)
set(CPACK_NSIS_MODIFY_PATH OFF)
# Libraries of an older version must not stay beside those of a newer one.
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
