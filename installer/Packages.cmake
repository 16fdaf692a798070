# SPDX-License-Identifier: GPL-3.0-or-later
# One package for each component.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mail-mcp)
set(CPACK_PACKAGE_VENDOR "Mail MCP")
set(CPACK_PACKAGE_CONTACT "Mail MCP maintainers <maintainers@mail-mcp.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL ${components})
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_SERVER_PACKAGE_NAME mail-mcp)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION mail)
set(CPACK_DEBIAN_SERVER_DESCRIPTION "It is at once an OAuth 2.1 authorization server and an MCP resource server:
assistants read, search, send and file mail in the mailboxes whose owners
have let them.")
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "systemd | systemd-standalone-sysusers, ca-certificates")
file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/conffiles" "/etc/mail-mcp/mail-mcp.env\n")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
    "${CMAKE_CURRENT_SOURCE_DIR}/debian/postinst;${CMAKE_CURRENT_SOURCE_DIR}/debian/prerm;${CMAKE_CURRENT_SOURCE_DIR}/debian/postrm;${CMAKE_CURRENT_BINARY_DIR}/conffiles")

set(CPACK_DEBIAN_ADMIN_PACKAGE_NAME mail-mcp-admin)
set(CPACK_DEBIAN_ADMIN_PACKAGE_SECTION mail)
set(CPACK_DEBIAN_ADMIN_DESCRIPTION "The desktop program of Mail MCP: it finds and tests mail servers, makes
clients for AI assistants, keeps profiles and keys, and watches a server.")
# Qt loads its pictures, its own words and its access to the display when it runs; nothing links them.
set(CPACK_DEBIAN_ADMIN_PACKAGE_DEPENDS "qt6-svg-plugins | libqt6svg6, qt6-qpa-plugins, qt6-translations-l10n, ca-certificates")

set(CPACK_RPM_COMPONENT_INSTALL ON)
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE "GPL-3.0-or-later")
# Times are those of SOURCE_DATE_EPOCH, and the name of the machine is nobody's business. What the second is called from rpm 4.20 on is the third.
set(CPACK_RPM_SPEC_MORE_DEFINE "%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global build_mtime_policy clamp_to_source_date_epoch
%global _buildhost localhost")
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_SOURCE_DIR}/rpm/Touch.cmake")
set(CPACK_RPM_SERVER_PACKAGE_NAME mail-mcp)
set(CPACK_RPM_ADMIN_PACKAGE_NAME mail-mcp-admin)
set(CPACK_RPM_SERVER_USER_FILELIST "%config(noreplace) %attr(0640, root, mail-mcp) /etc/mail-mcp/mail-mcp.env")
set(CPACK_RPM_SERVER_PRE_INSTALL_SCRIPT_FILE "${CMAKE_CURRENT_SOURCE_DIR}/rpm/pre.sh")
set(CPACK_RPM_SERVER_POST_INSTALL_SCRIPT_FILE "${CMAKE_CURRENT_SOURCE_DIR}/rpm/post.sh")
set(CPACK_RPM_SERVER_PRE_UNINSTALL_SCRIPT_FILE "${CMAKE_CURRENT_SOURCE_DIR}/rpm/preun.sh")
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/lib/systemd /usr/lib/systemd/system /usr/lib/sysusers.d
    /usr/share/zsh /usr/share/zsh/vendor-completions /usr/share/fish /usr/share/fish/vendor_completions.d
    /usr/share/bash-completion /usr/share/bash-completion/completions /usr/share/metainfo
    /usr/share/icons/hicolor /usr/share/icons/hicolor/scalable /usr/share/icons/hicolor/scalable/apps)

include(CPack)
foreach(component ${components})
    cpack_add_component(${component})
endforeach()
