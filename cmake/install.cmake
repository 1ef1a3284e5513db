# What `cmake --install` and `cpack` put where. Tool and runtime are separate export sets, so that a cross build can take
# the tool of its host and the runtime of its target.

include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/asyncc)

install(TARGETS asyncc EXPORT asyncc-tool)
install(TARGETS translator DESTINATION ${CMAKE_INSTALL_LIBDIR}/asyncc)
install(EXPORT asyncc-tool NAMESPACE asyncc:: DESTINATION ${package_dir} FILE asyncc-tool-targets.cmake)

if(TARGET runtime)
  install(TARGETS runtime runtime_shared EXPORT asyncc-runtime)
  install(EXPORT asyncc-runtime NAMESPACE asyncc:: DESTINATION ${package_dir} FILE asyncc-runtime-targets.cmake)
endif()
if(TARGET http)
  install(TARGETS http http_shared EXPORT asyncc-http)
  install(EXPORT asyncc-http NAMESPACE asyncc:: DESTINATION ${package_dir} FILE asyncc-http-targets.cmake)
endif()
if(TARGET io_uring)
  install(TARGETS io_uring)
endif()
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")

configure_package_config_file(cmake/asyncc-config.cmake.in ${PROJECT_BINARY_DIR}/package/asyncc-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/package/asyncc-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/package/asyncc-config.cmake
  ${PROJECT_BINARY_DIR}/package/asyncc-config-version.cmake
  cmake/asyncc-functions.cmake
  DESTINATION ${package_dir})

# asyncc.pc and asyncc-http.pc find their prefix from their own place, as the tool does.
file(RELATIVE_PATH pc_to_prefix ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(cmake/asyncc.pc.in ${PROJECT_BINARY_DIR}/package/asyncc.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/package/asyncc.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
if(TARGET http)
  configure_file(cmake/asyncc-http.pc.in ${PROJECT_BINARY_DIR}/package/asyncc-http.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/package/asyncc-http.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endif()

set(CPACK_PACKAGE_CONTACT "the asyncc authors")
set(CPACK_PACKAGE_VENDOR "asyncc")
set(CPACK_PACKAGE_NAME asyncc)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "clang-19 | clang | gcc")
set(CPACK_STRIP_FILES ON)
include(CPack)
