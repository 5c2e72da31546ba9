#include "light.hpp"

namespace lantern {
std::string text() { return "the lantern is lit"; }
}
