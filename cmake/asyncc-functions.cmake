# What a CMake project calls to use asyncc.

include_guard()

# asyncc_enable(target…): compiles the C files of the targets with asyncc and links the runtime. The targets keep their
# sources, flags, dependency files and compile_commands.json; only a launcher stands before the compiler. A launcher that
# is there already (ccache, distcc) stays, behind asyncc: it gets plain C.
function(asyncc_enable)
  foreach(target IN LISTS ARGN)
    get_target_property(launcher ${target} C_COMPILER_LAUNCHER)
    if(NOT launcher)
      set(launcher)
    endif()
    get_target_property(tool asyncc::asyncc LOCATION)
    list(PREPEND launcher "${tool}")
    set_target_properties(${target} PROPERTIES C_COMPILER_LAUNCHER "${launcher}")

    # Not by target_link_libraries: a project that calls it without PRIVATE for this target may not mix the two forms.
    set_property(TARGET ${target} APPEND PROPERTY LINK_LIBRARIES asyncc::runtime)
    get_target_property(type ${target} TYPE)
    if(type STREQUAL "OBJECT_LIBRARY")
      set_property(TARGET ${target} APPEND PROPERTY INTERFACE_LINK_LIBRARIES asyncc::runtime)
    elseif(type STREQUAL "STATIC_LIBRARY")
      set_property(TARGET ${target} APPEND PROPERTY INTERFACE_LINK_LIBRARIES "$<LINK_ONLY:asyncc::runtime>")
    endif()
    # When the caller's directory is done its targets have all their sources.
    cmake_language(EVAL CODE "cmake_language(DEFER CALL _asyncc_rebuild_after_upgrade [[${target}]] [[${tool}]])")
  endforeach()
endfunction()

# Objects depend on the tool that made them.
function(_asyncc_rebuild_after_upgrade target tool)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    if(source MATCHES "\\.c$")
      set_property(SOURCE "${source}" TARGET_DIRECTORY ${target} APPEND PROPERTY OBJECT_DEPENDS "${tool}")
    endif()
  endforeach()
endfunction()

# asyncc_translate(OUT_VAR source… [FLAGS flag…] [DEPENDS file…]): makes plain C of each source in the binary directory
# and puts the list of made files in OUT_VAR. The directory's include directories and definitions are used, and FLAGS.
# For generators without launchers, and for shipping plain C. What uses the files links asyncc::runtime.
function(asyncc_translate out_var)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "FLAGS;DEPENDS")
  get_directory_property(include_dirs INCLUDE_DIRECTORIES)
  get_directory_property(definitions COMPILE_DEFINITIONS)
  list(TRANSFORM include_dirs PREPEND "-I")
  list(TRANSFORM definitions PREPEND "-D")

  set(outputs)
  foreach(source IN LISTS arg_UNPARSED_ARGUMENTS)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE relative)
    string(REPLACE "../" "__/" relative "${relative}")
    string(REGEX REPLACE "\\.c$" ".async.c" relative "${relative}")
    set(output "${CMAKE_CURRENT_BINARY_DIR}/${relative}")
    cmake_path(GET output PARENT_PATH directory)
    file(MAKE_DIRECTORY "${directory}")
    add_custom_command(
      OUTPUT "${output}"
      COMMAND asyncc::asyncc "--cc=${CMAKE_C_COMPILER}" ${include_dirs} ${definitions} ${arg_FLAGS}
              -MD -MF "${output}.d" -o "${output}" "${source}"
      MAIN_DEPENDENCY "${source}"
      DEPENDS asyncc::asyncc ${arg_DEPENDS}
      DEPFILE "${output}.d"
      COMMENT "Translating ${relative}"
      VERBATIM)
    list(APPEND outputs "${output}")
  endforeach()
  set(${out_var} "${outputs}" PARENT_SCOPE)
endfunction()
