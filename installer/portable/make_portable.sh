#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# One file that brings all programs with every library but the C library, for a Linux without Qt.
#
#     make_portable.sh BUILD VERSION BILL.cdx.json…    makes BUILD/portable/mail-mcp-VERSION-ARCHITECTURE.run
#
# The bills (installer/sbom) go with it, as do the copyright notices of the packages that they list. The same programs on the same system give the
# same file; its time is SOURCE_DATE_EPOCH. Needs patchelf, makeself and Qt 6 from packages.
set -euo pipefail
umask 022
export LC_ALL=C

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
BUILD=$(cd "$1" && pwd)
NAME=mail-mcp-$2-$(uname -m)
mapfile -t BILLS < <(realpath -- "${@:3}")
TREE=$BUILD/portable/$NAME
QT_PLUGINS=$(qtpaths6 --query QT_INSTALL_PLUGINS)
QT_TRANSLATIONS=$(qtpaths6 --query QT_INSTALL_TRANSLATIONS)
# What Qt loads when it runs: the display, TLS, pictures, input methods.
PLUGINS=(platforms/libqxcb.so platforms/libqoffscreen.so tls/libqopensslbackend.so imageformats/libqsvg.so iconengines/libqsvgicon.so
    platforminputcontexts/libcomposeplatforminputcontextplugin.so platforminputcontexts/libibusplatforminputcontextplugin.so)
# Belongs to the system: the C library, which finds its parts by itself.
GLIBC='ld-linux.*|libc|libm|libdl|librt|libpthread|libresolv|libutil|libanl|libmvec|libnss_.*'

rm -rf "$BUILD/portable"
mkdir -p "$TREE"/{bin,lib,libexec/mail-mcp,plugins,translations,share/misc,share/doc}
cp "$BUILD/server/app/mail_mcp" "$BUILD/admin-gui/mail_mcp_admin" "$TREE/bin/"
cp "$BUILD/server/app/mail_mcp_extract" "$TREE/libexec/mail-mcp/"
for plugin in "${PLUGINS[@]}"; do
    install -D -m 0644 "$QT_PLUGINS/$plugin" "$TREE/plugins/$plugin"
done
find "$TREE/bin" "$TREE/libexec" "$TREE/plugins" -type f -exec ldd {} + | sed -n 's/^\s*\(\S*\) => \(\/\S*\) (.*/\1 \2/p' | sort -u |
    while read -r soname path; do
        [[ $soname =~ ^($GLIBC)\.so ]] || install -m 0644 "$path" "$TREE/lib/$soname"
    done
# Under these names Qt finds them before it goes through the folders of the system, whose OpenSSL may be another version than the one that runs already.
for library in ssl crypto; do
    ln -s "lib$library.so.3" "$TREE/lib/lib$library.so"
done
for language in de fr es ja ar; do
    cp "$QT_TRANSLATIONS/qtbase_$language.qm" "$TREE/translations/"
done
printf '[Paths]\nPrefix=..\nPlugins=plugins\nTranslations=translations\n' >"$TREE/bin/qt.conf"
cp -L /usr/lib/file/magic.mgc "$TREE/share/misc/"

# Every library beside the one that needs it, whatever the system has.
while IFS= read -r -d '' file; do
    strip --strip-unneeded "$file"
    folder=$(realpath --relative-to="$(dirname "$file")" "$TREE/lib")
    patchelf --force-rpath --set-rpath "\$ORIGIN/$folder" "$file"
done < <(find "$TREE/bin" "$TREE/libexec" "$TREE/plugins" "$TREE/lib" -type f ! -name qt.conf -print0)

cp "$HERE"/launcher.sh "$TREE/mail_mcp"
cp "$HERE"/launcher.sh "$TREE/mail_mcp_admin"
chmod 755 "$TREE"/mail_mcp "$TREE"/mail_mcp_admin "$TREE"/bin/mail_mcp*
cp "$HERE/README" "$HERE/../../LICENSE" "$HERE/../../CHANGELOG.md" "$TREE/"
cp "${BILLS[@]}" "$TREE/share/doc/"
grep -ho '"bom-ref": "[^"]*"' "${BILLS[@]}" | cut -d '"' -f 4 | sort -u | while read -r package; do
    [[ ! -r /usr/share/doc/$package/copyright ]] || install -D -m 0644 "/usr/share/doc/$package/copyright" "$TREE/share/doc/$package/copyright"
done

chmod -R u=rwX,go=rX "$TREE"

# It writes down how it was called, so it is called in one way wherever that is. "9n" ends in "gzip -c9n", without the time in the head of gzip.
cd "$BUILD/portable"
makeself --quiet --nox11 --gzip --complevel 9n --nomd5 --nocrc --sha256 --tar-quietly --keep-umask --target "$NAME" --packaging-date "$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)" \
    --tar-extra "--sort=name --owner=0 --group=0 --numeric-owner --mtime=@$SOURCE_DATE_EPOCH" \
    "$NAME" "$NAME.run" "Mail MCP $2" ./mail_mcp --help
