# SPDX-License-Identifier: GPL-3.0-or-later

# project_library(<folder> SOURCES … LINKS …)
# The library of one folder. Its name is the folder's name, includes are written "folder/File.h", and
# LINKS are the arrows of ARCHITECTURE.md (tests/Layering.cmake checks the #include lines against them).
function(project_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
    add_library(${name} STATIC ${arg_SOURCES})
    add_library(mail_mcp::${name} ALIAS ${name})
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR PARENT_PATH rooms)
    target_include_directories(${name} PUBLIC "${rooms}")
    target_link_libraries(${name} PUBLIC ${arg_LINKS} PRIVATE project_options)
    set_target_properties(${name} PROPERTIES AUTOMOC ON POSITION_INDEPENDENT_CODE ON)
endfunction()

# project_resources(<target> <name> PREFIX … BASE … FILES …)
# qt_add_resources() without the times of the files, which the format has from version 2 on: two builds make the same program.
function(project_resources)
    qt_add_resources(${ARGV} OPTIONS --format-version 1)
endfunction()

# project_catalogue(<kind> NAMES …)
# For a folder with one file per <kind> (tool, prompt …): each of NAMES is <Name>.cpp, which defines
#   mcp::<Kind> <name>(const Services &services);
# Configures Catalog.cpp.in and <Kind>Functions.h.in, and sets CATALOGUE_SOURCES and
# CATALOGUE_INCLUDES for the library.
function(project_catalogue kind)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "NAMES")
    string(SUBSTRING "${kind}" 0 1 first)
    string(SUBSTRING "${kind}" 1 -1 rest)
    string(TOUPPER "${first}" first)
    set(type "${first}${rest}")
    set(sources "")
    set(DECLARATIONS "")
    set(CALLS "")
    foreach(name IN LISTS arg_NAMES)
        string(SUBSTRING "${name}" 0 1 first)
        string(SUBSTRING "${name}" 1 -1 rest)
        string(TOLOWER "${first}" first)
        list(APPEND sources ${name}.cpp)
        string(APPEND DECLARATIONS "mcp::${type} ${first}${rest}(const Services &services);\n")
        string(APPEND CALLS "    ${kind}s.push_back(withCleanErrors(${first}${rest}(services)));\n")
    endforeach()
    configure_file(Catalog.cpp.in "${CMAKE_CURRENT_BINARY_DIR}/Catalog.cpp" @ONLY)
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/generated")
    configure_file(${type}Functions.h.in "${generated}/${kind}s/${type}Functions.h" @ONLY)
    set(CATALOGUE_SOURCES "${CMAKE_CURRENT_BINARY_DIR}/Catalog.cpp" ${sources} PARENT_SCOPE)
    set(CATALOGUE_INCLUDES "${generated}" PARENT_SCOPE)
endfunction()

# project_test(<name> SOURCE <file> LINKS … [LABELS …] [TIMEOUT seconds])
# One Qt Test executable, run from the build folder.
function(project_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "SOURCE;TIMEOUT" "LINKS;LABELS")
    add_executable(${name} ${arg_SOURCE})
    target_link_libraries(${name} PRIVATE ${arg_LINKS} Qt6::Test project_options)
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    if(NOT arg_LABELS)
        set(arg_LABELS unit)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_NO_GLIB=1;QT_QPA_PLATFORM=offscreen")
endfunction()
