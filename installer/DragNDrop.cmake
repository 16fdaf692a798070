# SPDX-License-Identifier: GPL-3.0-or-later
# The disk image for macOS (CPack, DragNDrop): the program, to be drawn onto the folder of applications. UNTESTED: nobody has made or opened one, and
# nothing is signed or notarised, so macOS will ask before it opens it.
set(CPACK_GENERATOR DragNDrop)
set(CPACK_PACKAGE_NAME mail-mcp-admin)
set(CPACK_PACKAGE_VENDOR "Mail MCP")
set(CPACK_PACKAGE_ICON "${CMAKE_CURRENT_LIST_DIR}/icons/mail-mcp.icns")
set(CPACK_DMG_VOLUME_NAME "Mail MCP Admin")
set(CPACK_DMG_FORMAT UDZO)
