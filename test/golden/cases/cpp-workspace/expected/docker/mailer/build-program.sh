#!/bin/sh
# build-program NAME: configures the project and builds one program of it for development, and prints where it is. Each program has
# a build of its own, because containers build at the same time; compiled files are shared by ccache.
set -eu
name=$1
folder=/var/cache/build/$name
{
  cmake -S /src -B "$folder" -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_STANDARD=20 -DCMAKE_PROJECT_TOP_LEVEL_INCLUDES=/usr/local/share/programs.cmake "-DPROGRAMS=$name"
  cmake --build "$folder" --target image-programs
} >&2
cat "$folder/programs/$name"
