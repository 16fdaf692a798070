# SPDX-License-Identifier: GPL-3.0-or-later
# CPack runs this over what it packs: RPM writes down the times of files, and those of a checkout say nothing.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(COMMAND find "${CPACK_TEMPORARY_DIRECTORY}" -exec touch --no-dereference "--date=@$ENV{SOURCE_DATE_EPOCH}" {} +
        COMMAND_ERROR_IS_FATAL ANY)
endif()
