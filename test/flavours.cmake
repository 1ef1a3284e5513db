# runtime_flavour(name compiler flag…): the runtime once more, compiled by another compiler or with other flags, as
# build/flavours/<name>/libasyncc.a. CMake knows one C compiler per project, so these are commands of ours, with depfiles.

set(runtime_flavours)

function(runtime_flavour name compiler)
  set(directory ${PROJECT_BINARY_DIR}/flavours/${name})
  set(objects)
  foreach(source IN LISTS runtime_sources runtime_async_sources)
    set(translate)
    set(translator)
    if(source IN_LIST runtime_async_sources)
      set(translate $<TARGET_FILE:asyncc> --library)
      set(translator asyncc translator)
    endif()
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/runtime OUTPUT_VARIABLE object)
    set(object ${directory}/${object}.o)
    cmake_path(GET object PARENT_PATH object_directory)
    file(MAKE_DIRECTORY ${object_directory})
    add_custom_command(
      OUTPUT ${object}
      COMMAND ${translate} ${compiler} -std=gnu17 ${asyncc_warnings} -g ${ARGN} -fPIC -I${PROJECT_SOURCE_DIR}/include
              -I${PROJECT_SOURCE_DIR}/runtime -MD -MF ${object}.d -c ${source} -o ${object}
      DEPENDS ${source} ${translator}
      DEPFILE ${object}.d
      COMMENT "Compiling runtime (${name}): ${object}"
      VERBATIM)
    list(APPEND objects ${object})
  endforeach()
  if(NOT objects)
    return()
  endif()
  add_custom_command(
    OUTPUT ${directory}/libasyncc.a
    COMMAND ${CMAKE_COMMAND} -E rm -f ${directory}/libasyncc.a
    COMMAND ${CMAKE_AR} rcs ${directory}/libasyncc.a ${objects}
    DEPENDS ${objects}
    VERBATIM)
  set(runtime_flavours ${runtime_flavours} ${directory}/libasyncc.a PARENT_SCOPE)
endfunction()
