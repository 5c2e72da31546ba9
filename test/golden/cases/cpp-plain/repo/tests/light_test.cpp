#include <cassert>

#include "light.hpp"

int main() { assert(!lantern::text().empty()); }
