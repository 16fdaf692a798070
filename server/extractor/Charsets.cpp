// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Charsets.h"

#include <iconv.h>

#include <array>

namespace extractor {

void loadCharsets()
{
    // Those of the WHATWG's Encoding standard that the C library knows, and the old ones of DOS.
    constexpr std::array charsets = {
        "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254",
        "windows-1255", "windows-1256", "windows-1257", "windows-1258", "windows-874",
        "windows-949",  "windows-31j",  "iso-8859-2",   "iso-8859-3",   "iso-8859-4",
        "iso-8859-5",   "iso-8859-6",   "iso-8859-7",   "iso-8859-8",   "iso-8859-10",
        "iso-8859-13",  "iso-8859-14",  "iso-8859-15",  "iso-8859-16",  "koi8-r",
        "koi8-u",       "macintosh",    "gb18030",      "big5-hkscs",   "big5",
        "euc-jp",       "iso-2022-jp",  "utf-16",       "utf-16le",     "utf-16be",
        "utf-32",       "ibm437",       "ibm850",       "ibm852",       "ibm866",
    };
    // Never closed, for what nobody uses is unloaded.
    for (const char *charset : charsets) {
        (void)iconv_open("UTF-8", charset);
        (void)iconv_open(charset, "UTF-8");
    }
}

} // namespace extractor
