# SPDX-License-Identifier: GPL-3.0-or-later
keys=/etc/mail-mcp/credentials
install -d -m 0700 $keys
if [ ! -e $keys/ENCRYPTION_KEY ]; then
    (umask 077 && mail_mcp keygen >$keys/ENCRYPTION_KEY.new) && mv $keys/ENCRYPTION_KEY.new $keys/ENCRYPTION_KEY
fi
if [ -d /run/systemd/system ]; then
    systemctl daemon-reload || :
    if [ "$1" -eq 1 ]; then systemctl preset mail-mcp.service || :; else systemctl try-restart mail-mcp.service || :; fi
fi
