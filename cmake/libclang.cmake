# Finds libclang's C API and makes the target `libclang`. 17 is the first that knows operators.

set(llvm_prefixes)
foreach(version 19 18 17 20 21)
  list(APPEND llvm_prefixes /usr/lib/llvm-${version} /usr/lib/llvm${version} /usr/local/opt/llvm@${version})
endforeach()

find_path(LIBCLANG_INCLUDE_DIR clang-c/Index.h HINTS ${llvm_prefixes} PATH_SUFFIXES include)
# Library and header must be of one version: look beside the header first.
cmake_path(GET LIBCLANG_INCLUDE_DIR PARENT_PATH libclang_prefix)
find_library(LIBCLANG_LIBRARY NAMES clang clang-19 HINTS ${libclang_prefix} ${llvm_prefixes} PATH_SUFFIXES lib lib64)

if(NOT LIBCLANG_INCLUDE_DIR OR NOT LIBCLANG_LIBRARY)
  message(FATAL_ERROR "libclang 17 or newer is needed (Debian: apt-get install libclang-19-dev). "
    "Elsewhere: -DLIBCLANG_INCLUDE_DIR=… -DLIBCLANG_LIBRARY=…")
endif()

include(CheckCSourceCompiles)
set(CMAKE_REQUIRED_INCLUDES ${LIBCLANG_INCLUDE_DIR})
set(CMAKE_REQUIRED_LIBRARIES ${LIBCLANG_LIBRARY})
check_c_source_compiles("#include <clang-c/Index.h>
int main(void) { return (int)clang_getCursorBinaryOperatorKind(clang_getNullCursor()); }" LIBCLANG_KNOWS_OPERATORS)
unset(CMAKE_REQUIRED_INCLUDES)
unset(CMAKE_REQUIRED_LIBRARIES)
if(NOT LIBCLANG_KNOWS_OPERATORS)
  message(FATAL_ERROR "${LIBCLANG_LIBRARY} is older than libclang 17")
endif()

add_library(libclang UNKNOWN IMPORTED)
set_target_properties(libclang PROPERTIES
  IMPORTED_LOCATION ${LIBCLANG_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${LIBCLANG_INCLUDE_DIR})
