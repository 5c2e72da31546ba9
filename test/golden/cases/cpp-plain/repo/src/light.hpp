#pragma once
#include <string>

namespace lantern {
std::string text();
}
