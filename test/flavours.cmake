# runtime_flavour(name compiler flag…): the runtime once more, compiled by another compiler or with other flags, as
# build/flavours/<name>/libasyncc.a, and beside it libasyncc-http.a. CMake knows one C compiler per project, so these are commands of ours, with depfiles.

set(runtime_flavours)

function(runtime_flavour name compiler)
  set(directory ${PROJECT_BINARY_DIR}/flavours/${name})
  set(objects)
  set(http_objects)
  foreach(source IN LISTS runtime_sources runtime_async_sources http_sources)
    set(translate)
    set(translator)
    if(NOT source IN_LIST runtime_sources)
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
    if(source IN_LIST http_sources)
      list(APPEND http_objects ${object})
    else()
      list(APPEND objects ${object})
    endif()
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
  if(http_objects)
    add_custom_command(
      OUTPUT ${directory}/libasyncc-http.a
      COMMAND ${CMAKE_COMMAND} -E rm -f ${directory}/libasyncc-http.a
      COMMAND ${CMAKE_AR} rcs ${directory}/libasyncc-http.a ${http_objects}
      DEPENDS ${http_objects}
      VERBATIM)
    list(APPEND runtime_flavours ${directory}/libasyncc-http.a)
  endif()
  set(runtime_flavours ${runtime_flavours} ${directory}/libasyncc.a PARENT_SCOPE)
endfunction()

# The flavour `from` once more as <from>-faults: its calls of the kernel go to test/faults/Inputs/faults.c first.
function(runtime_with_faults from compiler)
  set(inputs ${PROJECT_SOURCE_DIR}/test/faults/Inputs)
  set(directory ${PROJECT_BINARY_DIR}/flavours/${from}-faults)
  set(library ${directory}/libasyncc.a)
  file(MAKE_DIRECTORY ${directory})
  add_custom_command(
    OUTPUT ${library}
    COMMAND ${compiler} -std=gnu2x ${asyncc_warnings} -Wno-missing-prototypes -g ${ARGN} -c ${inputs}/faults.c -o ${directory}/faults.o
    COMMAND ${CMAKE_OBJCOPY} --redefine-syms=${inputs}/calls.txt ${PROJECT_BINARY_DIR}/flavours/${from}/libasyncc.a ${library}
    COMMAND ${CMAKE_AR} rs ${library} ${directory}/faults.o
    DEPENDS ${inputs}/faults.c ${inputs}/calls.txt ${PROJECT_BINARY_DIR}/flavours/${from}/libasyncc.a
    VERBATIM)
  set(runtime_flavours ${runtime_flavours} ${library} PARENT_SCOPE)
endfunction()
