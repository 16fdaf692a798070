# SPDX-License-Identifier: GPL-3.0-or-later
# CPack runs this before it packs: rpm sets times back to SOURCE_DATE_EPOCH, but leaves those of files that were checked out before.
file(GLOB_RECURSE packed LIST_DIRECTORIES ON "${CPACK_TEMPORARY_DIRECTORY}/*")
file(TOUCH_NOCREATE ${packed})
