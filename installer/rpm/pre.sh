# SPDX-License-Identifier: GPL-3.0-or-later
# The user that owns files of the package has to be there before them.
getent passwd mail-mcp >/dev/null || useradd --system --user-group --home-dir /var/lib/mail-mcp --shell /usr/sbin/nologin --comment "Mail MCP" mail-mcp
