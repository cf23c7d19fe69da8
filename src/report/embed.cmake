# Turns text files into a .cpp with their bytes and, for the page's policy, their SHA-256 in base64.
#
#   cmake -DOUTPUT=page_files.cpp -DFILES=NAME=FILE,NAME=FILE -P embed.cmake
set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

# Base64 of 32 bytes in hexadecimal.
function(base64_of hex result)
    set(text "")
    foreach(first RANGE 0 60 6)
        string(SUBSTRING "${hex}00" ${first} 6 digits)
        math(EXPR bits "0x${digits}")
        foreach(shift 18 12 6 0)
            math(EXPR place "(${bits} >> ${shift}) & 63")
            string(SUBSTRING "${alphabet}" ${place} 1 letter)
            string(APPEND text "${letter}")
        endforeach()
    endforeach()
    string(SUBSTRING "${text}" 0 43 text)
    set(${result} "${text}=" PARENT_SCOPE)
endfunction()

set(code "// Made by src/report/embed.cmake.\n#include \"report/page_files.hpp\"\n\nnamespace reddline::report {\n\n")
string(REPLACE "," ";" FILES "${FILES}")
foreach(entry ${FILES})
    string(REGEX MATCH "^([a-z_]+)=(.+)$" matched "${entry}")
    set(name ${CMAKE_MATCH_1})
    set(path ${CMAKE_MATCH_2})
    file(SHA256 "${path}" hash)
    base64_of(${hash} hash)
    file(READ "${path}" hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "(................................................................)" "\\1\n" hex "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
    string(APPEND code "constexpr char ${name}_bytes[] = {\n${bytes}};\n"
        "const std::string_view ${name}{${name}_bytes, ${size}};\n"
        "const std::string_view ${name}_hash = \"${hash}\";\n\n")
endforeach()
file(WRITE "${OUTPUT}" "${code}}  // namespace reddline::report\n")
