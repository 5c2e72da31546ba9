# Read by CMake before the project's own list files (CMAKE_PROJECT_TOP_LEVEL_INCLUDES). PROGRAMS names targets: each is installed
# with the component `programs`, and a file in `programs/` of the build says where it is built.
function(image_programs)
  foreach(program IN LISTS PROGRAMS)
    if(NOT TARGET "${program}")
      message(FATAL_ERROR "the project builds no program ${program}")
    endif()
    file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/programs/${program}" CONTENT "$<TARGET_FILE:${program}>\n")
    install(TARGETS "${program}" RUNTIME DESTINATION bin COMPONENT programs)
    # the build may call its file otherwise
    install(CODE "
      if(NOT \"$<TARGET_FILE_NAME:${program}>\" STREQUAL \"${program}\")
        file(RENAME \"\${CMAKE_INSTALL_PREFIX}/bin/$<TARGET_FILE_NAME:${program}>\" \"\${CMAKE_INSTALL_PREFIX}/bin/${program}\")
      endif()" COMPONENT programs)
  endforeach()
endfunction()
cmake_language(DEFER CALL image_programs)
