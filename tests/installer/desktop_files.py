#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Windows and macOS want beside the desktop program: icons in every size that they show, and a property list that says the truth."""
import pathlib
import plistlib
import struct
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
INSTALLER = ROOT / "installer"
PNG = b"\x89PNG\r\n\x1a\n"


class Icons(unittest.TestCase):
    def test_windows_icon_has_every_size(self):
        data = (INSTALLER / "icons/mail-mcp.ico").read_bytes()
        kind, count = struct.unpack_from("<HH", data, 2)
        self.assertEqual(kind, 1)
        sizes = {}
        for index in range(count):
            width, _, _, _, _, depth, length, place = struct.unpack_from("<BBBBHHII", data, 6 + 16 * index)
            self.assertEqual(depth, 32)
            sizes[width or 256] = data[place:place + length]
            self.assertEqual(len(sizes[width or 256]), length)
        self.assertEqual(sorted(sizes), [16, 24, 32, 48, 64, 256])
        self.assertTrue(sizes[256].startswith(PNG))

    def test_macos_icon_has_every_size(self):
        data = (INSTALLER / "icons/mail-mcp.icns").read_bytes()
        magic, length = struct.unpack_from(">4sI", data)
        self.assertEqual((magic, length), (b"icns", len(data)))
        kinds, place = set(), 8
        while place < len(data):
            kind, size = struct.unpack_from(">4sI", data, place)
            kinds.add(kind)
            place += size
        self.assertEqual(place, len(data))
        self.assertLessEqual({b"is32", b"il32", b"ih32", b"it32", b"ic08", b"ic09"}, kinds)


class PropertyList(unittest.TestCase):
    def test_names_every_language_that_there_is(self):
        properties = plistlib.loads((INSTALLER / "Info.plist.in").read_bytes())
        languages = {file.stem.rsplit("_", 1)[1] for file in (ROOT / "translations/admin").glob("*.ts")}
        self.assertEqual(set(properties["CFBundleLocalizations"]), languages)

    def test_takes_its_values_from_the_build(self):
        properties = plistlib.loads((INSTALLER / "Info.plist.in").read_bytes())
        build = (ROOT / "admin-gui/CMakeLists.txt").read_text()
        for value in (value for value in properties.values() if isinstance(value, str) and value.startswith("${MACOSX_BUNDLE_")):
            if value != "${MACOSX_BUNDLE_EXECUTABLE_NAME}":  # which CMake sets by itself
                self.assertIn(value[2:-1] + " ", build)


if __name__ == "__main__":
    unittest.main()
