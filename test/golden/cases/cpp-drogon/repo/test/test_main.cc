#define DROGON_TEST_MAIN
#include <drogon/drogon_test.h>

DROGON_TEST(Arithmetic) { CHECK(1 + 1 == 2); }

int main(int argc, char **argv) { return drogon::test::run(argc, argv); }
