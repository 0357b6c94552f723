# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the landmark scenarios as C++ text, so that halfopen-cli finds them wherever it is put.
# In: SOURCES (a list of files), OUTPUT.
set(entries "")
foreach(file IN LISTS SOURCES)
    get_filename_component(name "${file}" NAME)
    string(REPLACE ".scenario.yaml" "" name "${name}")
    file(READ "${file}" text)
    string(APPEND entries "    if (name == \"${name}\") return R\"yaml(${text})yaml\";\n")
endforeach()
file(WRITE "${OUTPUT}"
"// Made from resources/scenarios/landmarks/ by app/cli/landmarks/embed.cmake.
#include \"app/cli/landmarks/landmark.h\"

namespace halfopen::cli {

std::string shipped_landmark_scenario(const std::string &name) {
${entries}    return {};
}

} // namespace halfopen::cli
")
