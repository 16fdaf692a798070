# SPDX-License-Identifier: GPL-3.0-or-later
# What the package of the daemon has beside what every package has.

# Where the package keeps what the service finds by itself; for commands that an administrator calls.
file(WRITE "${generated}/mail-mcp.env.head" "CREDENTIALS_DIRECTORY=/etc/mail-mcp/credentials\nSTATE_URL=sqlite:/var/lib/mail-mcp/state.db\nADMIN_SOCKET=/run/mail-mcp/admin.sock\nADMIN_SOCKET_FOR=group\n\n")
add_custom_command(OUTPUT "${generated}/mail-mcp.env"
    COMMAND sh -c "{ cat \"$1\" && \"$2\" config --sample; } >\"$3\"" sh "${generated}/mail-mcp.env.head" $<TARGET_FILE:mail_mcp> "${generated}/mail-mcp.env"
    DEPENDS mail_mcp VERBATIM)
add_custom_target(packaged_settings DEPENDS "${generated}/mail-mcp.env")
add_dependencies(packaged_files packaged_settings)

install(TARGETS mail_mcp RUNTIME COMPONENT server)
install(TARGETS mail_mcp_extract RUNTIME DESTINATION "${CMAKE_INSTALL_LIBEXECDIR}/mail-mcp" COMPONENT server)
install(DIRECTORY "${generated}/mail_mcp/man1" DESTINATION "${CMAKE_INSTALL_MANDIR}" COMPONENT server)
install(FILES "${generated}/mail-mcp.env" DESTINATION /etc/mail-mcp PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ COMPONENT server)
install(FILES systemd/mail-mcp.service systemd/mail-mcp.socket DESTINATION lib/systemd/system COMPONENT server)
install(FILES systemd/mail-mcp.sysusers DESTINATION lib/sysusers.d RENAME mail-mcp.conf COMPONENT server)
install(FILES completions/mail_mcp.bash DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME mail_mcp COMPONENT server)
install(FILES completions/mail_mcp.zsh DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions" RENAME _mail_mcp COMPONENT server)
install(FILES completions/mail_mcp.fish DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT server)
install(FILES proxy/nginx.conf proxy/Caddyfile DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/mail-mcp/examples" COMPONENT server)
install(DIRECTORY monitoring DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/mail-mcp/examples" COMPONENT server)
install(FILES "${PROJECT_SOURCE_DIR}/OPERATING.md" "${PROJECT_SOURCE_DIR}/MIGRATING.md" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/mail-mcp" COMPONENT server)

# What a container is made of (Dockerfile): the programs alone.
install(TARGETS mail_mcp RUNTIME COMPONENT container EXCLUDE_FROM_ALL)
install(TARGETS mail_mcp_extract RUNTIME DESTINATION "${CMAKE_INSTALL_LIBEXECDIR}/mail-mcp" COMPONENT container EXCLUDE_FROM_ALL)

