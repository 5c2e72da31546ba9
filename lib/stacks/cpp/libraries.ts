/** A C or C++ library: what others call it, what Debian calls it, and what it is a client of. */
export interface Library {
  /** In lower case, by spaces: package of CMake, module of pkg-config, name to the linker, in vcpkg and Conan, repository. */
  readonly names: string;
  /** Packages of Debian 13 to build with, by spaces (packages.debian.org/trixie). Empty: it comes with the compiler. */
  readonly debian?: string;
  /**
   * Names by which `find_package` finds what Debian has, by spaces, where that is not every name: some packages are for pkg-config
   * alone (read from their lists of files), and a module of CMake itself may know them.
   */
  readonly modules?: string;
  /** What the build needs of the system where it compiles the library itself. */
  readonly fromSource?: string;
  /** Scheme of the URLs of the backing service that it is a client of. */
  readonly client?: `${string}://`;
  /** A mail is sent by other means too, and storage reached by other protocols: such a client is shown and not used. */
  readonly isGuess?: true;
  /** Its headers: clients are found by them where nothing names the library. */
  readonly header?: RegExp;
}

const header = (path: string): RegExp => new RegExp(String.raw`^[ \t]*#[ \t]*include[ \t]*[<"](?:${path})[>"]`, 'gmu');

/** Clients of backing services. */
const clients: readonly Library[] = [
  { names: 'libpq pq postgresql', modules: 'PostgreSQL', debian: 'libpq-dev', client: 'postgresql://', header: header(String.raw`(?:postgresql/)?libpq-fe\.h`) },
  { names: 'libpqxx pqxx libpqxx_static', modules: '', debian: 'libpqxx-dev', fromSource: 'libpq-dev', client: 'postgresql://', header: header(String.raw`pqxx/[\w/.]+`) },
  { names: 'taopq libpqmxx ozo sqlpp11-connector-postgresql postgrespp', fromSource: 'libpq-dev', client: 'postgresql://', header: header(String.raw`(?:tao/pq|ozo)(?:/[\w/.]+|\.hpp)`) },
  { names: 'mysql mysqlclient libmysqlclient libmysql mysql-connector-cpp mysqlcppconn mysqlcppconn8 unofficial-mysql-connector-cpp', modules: '', debian: 'libmariadb-dev libmariadb-dev-compat', client: 'mysql://', header: header(String.raw`(?:mysql/)?mysql\.h|mysqlx/\w+\.h|boost/mysql(?:/[\w/.]+|\.hpp)`) },
  { names: 'libmariadb mariadb mariadbclient mariadb-connector-c unofficial-libmariadb mariadb-connector-cpp mariadbcpp mariadbcpp-dev', modules: '', debian: 'libmariadb-dev', client: 'mariadb://', header: header(String.raw`mariadb/mysql\.h|mariadb/conncpp\.hpp`) },
  { names: 'hiredis hiredis_ssl hiredis-cluster', modules: 'Hiredis', debian: 'libhiredis-dev', client: 'rediss://', header: header(String.raw`(?:hiredis/)?hiredis\.h`) },
  { names: 'redis++ redis-plus-plus redis_plus_plus redis++_static cpp_redis tacopie', fromSource: 'libhiredis-dev', client: 'rediss://', header: header(String.raw`sw/redis\+\+/[\w+.]+|cpp_redis/\w+|boost/redis(?:/[\w/.]+|\.hpp)`) },
  { names: 'libmongoc-1.0 mongoc-1.0 mongoc mongo-c-driver libbson-1.0 bson-1.0', debian: 'libmongoc-dev libbson-dev', client: 'mongodb://', header: header(String.raw`mongoc(?:/mongoc)?\.h`) },
  { names: 'libmongocxx mongocxx bsoncxx libbsoncxx mongo-cxx-driver mongo_cxx_driver libmongocxx-static', fromSource: 'libmongoc-dev libbson-dev libssl-dev', client: 'mongodb://', header: header(String.raw`mongocxx/[\w/.-]+`) },
  { names: 'librabbitmq rabbitmq rabbitmq-c rabbitmq_static', modules: 'rabbitmq-c', debian: 'librabbitmq-dev', client: 'amqp://', header: header(String.raw`(?:rabbitmq-c/)?amqp\.h`) },
  { names: 'amqpcpp amqp-cpp', fromSource: 'libssl-dev', client: 'amqp://', header: header(String.raw`amqpcpp(?:/[\w/.]+|\.h)`) },
  { names: 'simpleamqpclient simple-amqp-client', fromSource: 'librabbitmq-dev', client: 'amqp://', header: header(String.raw`SimpleAmqpClient/\w+\.h`) },
  { names: 'rdkafka rdkafka++ librdkafka', modules: '', debian: 'librdkafka-dev', client: 'kafka://', header: header(String.raw`librdkafka/\w+\.h|rdkafka(?:cpp)?\.h`) },
  { names: 'cppkafka modern-cpp-kafka modern_cpp_kafka', fromSource: 'librdkafka-dev', client: 'kafka://', header: header(String.raw`cppkafka/\w+\.h|kafka/Kafka(?:Consumer|Producer)\.h`) },
  { names: 'cnats nats libnats nats_static', modules: 'cnats', debian: 'libnats-dev', client: 'nats://', header: header(String.raw`(?:nats/)?nats\.h`) },
  { names: 'mosquitto mosquittopp libmosquitto libmosquittopp', modules: '', debian: 'libmosquitto-dev libmosquittopp-dev', client: 'mqtt://', header: header(String.raw`mosquitto(?:pp)?\.h`) },
  { names: 'pahomqttcpp paho-mqttpp3 paho-mqttpp paho-mqtt paho-mqtt3as paho-mqtt-c paho-mqtt-cpp eclipse-paho-mqtt-c', debian: 'libpaho-mqtt-dev libpaho-mqttpp-dev', client: 'mqtt://', header: header(String.raw`mqtt/(?:async_)?client\.h|MQTT(?:Async|Client)\.h`) },
  { names: 'libmemcached memcached libmemcachedutil', modules: '', debian: 'libmemcached-dev', client: 'memcached://', header: header(String.raw`libmemcached/\w+\.h(?:pp)?`) },
  { names: 'clickhouse-cpp clickhouse-cpp-lib clickhouse_cpp clickhouse-cpp-lib-static', fromSource: 'libssl-dev', client: 'clickhouse://', header: header(String.raw`clickhouse/client\.h`) },
  { names: 'elasticlient elasticlient-static', fromSource: 'libcurl4-openssl-dev', client: 'elasticsearch://', header: header(String.raw`elasticlient/\w+\.h`) },
  { names: 'aws-sdk-cpp awssdk aws-cpp-sdk-s3 minio-cpp miniocpp', fromSource: 'libcurl4-openssl-dev libssl-dev zlib1g-dev', client: 's3://', isGuess: true, header: header(String.raw`aws/s3/[\w/.]+|miniocpp/\w+\.h`) },
  { names: 'vmime mailio', debian: '', client: 'smtp://', isGuess: true },
];

/** Everything else, in the order of the names. */
const others: readonly Library[] = [
  { names: 'absl abseil abseil-cpp', debian: 'libabsl-dev' },
  { names: 'argparse', debian: 'libargparse-dev' },
  { names: 'asio asio-standalone', debian: 'libasio-dev' },
  { names: 'avcodec libavcodec avformat libavformat avutil libavutil swscale libswscale ffmpeg', debian: 'libavcodec-dev libavformat-dev libavutil-dev libswscale-dev' },
  { names: 'benchmark google-benchmark googlebenchmark', debian: 'libbenchmark-dev' },
  { names: 'boost boost_headers boost-beast boost-asio boost-headers', debian: 'libboost-dev' },
  { names: 'brotli brotlienc brotlidec libbrotlienc libbrotlidec unofficial-brotli', modules: '', debian: 'libbrotli-dev' },
  { names: 'c-ares cares libcares', debian: 'libc-ares-dev' },
  { names: 'catch2', debian: 'catch2' },
  { names: 'cereal', debian: 'libcereal-dev' },
  { names: 'cli11', debian: 'libcli11-dev' },
  { names: 'config++ libconfig libconfig++', debian: 'libconfig++-dev' },
  { names: 'cpp-httplib httplib cpp_httplib', modules: '', debian: 'libcpp-httplib-dev' },
  { names: 'cpp-jwt', debian: 'libcpp-jwt-dev nlohmann-json3-dev libssl-dev' },
  { names: 'cpprestsdk cpprest', debian: 'libcpprest-dev' },
  { names: 'cppzmq', debian: 'cppzmq-dev libzmq3-dev' },
  { names: 'crow crowcpp crowcpp-crow', fromSource: 'libasio-dev' },
  { names: 'cryptopp cryptopp-static libcrypto++', modules: '', debian: 'libcrypto++-dev' },
  { names: 'curl libcurl', debian: 'libcurl4-openssl-dev' },
  { names: 'cpr', fromSource: 'libcurl4-openssl-dev libssl-dev' },
  { names: 'cxxopts', debian: 'libcxxopts-dev' },
  { names: 'doctest', debian: 'doctest-dev' },
  {
    names: 'drogon', fromSource: 'libjsoncpp-dev uuid-dev zlib1g-dev libssl-dev',
    debian: 'libdrogon-dev libjsoncpp-dev uuid-dev zlib1g-dev libssl-dev libbrotli-dev libpq-dev libmariadb-dev libsqlite3-dev libhiredis-dev libyaml-cpp-dev',
  },
  { names: 'eigen3 eigen', debian: 'libeigen3-dev' },
  { names: 'expat libexpat', debian: 'libexpat1-dev' },
  { names: 'flatbuffers', debian: 'libflatbuffers-dev flatbuffers-compiler' },
  { names: 'fmt fmt-header-only', debian: 'libfmt-dev' },
  { names: 'freetype freetype2', debian: 'libfreetype-dev' },
  { names: 'gflags', debian: 'libgflags-dev' },
  { names: 'glog libglog google-glog', debian: 'libgoogle-glog-dev' },
  { names: 'gnutls libgnutls', debian: 'libgnutls28-dev' },
  { names: 'grpc grpc++ grpc++_reflection grpc_cpp_plugin grpc++_unsecure', modules: '', debian: 'libgrpc++-dev libprotobuf-dev protobuf-compiler protobuf-compiler-grpc' },
  { names: 'gsl ms-gsl microsoft.gsl', debian: 'libmsgsl-dev' },
  { names: 'gtest gmock googletest gtest_main', debian: 'libgtest-dev libgmock-dev' },
  { names: 'http_parser', debian: 'libhttp-parser-dev' },
  { names: 'icu icuuc icui18n icu-uc icu-i18n', debian: 'libicu-dev' },
  { names: 'jemalloc', modules: '', debian: 'libjemalloc-dev' },
  { names: 'jpeg libjpeg libjpeg-turbo', debian: 'libjpeg-dev' },
  { names: 'json-c libjson-c', debian: 'libjson-c-dev' },
  { names: 'jsoncpp jsoncpp_lib jsoncpp_static jsoncpp_object', debian: 'libjsoncpp-dev' },
  { names: 'jwt-cpp', fromSource: 'libssl-dev' },
  { names: 'leveldb', debian: 'libleveldb-dev' },
  { names: 'libarchive archive', modules: 'LibArchive', debian: 'libarchive-dev' },
  { names: 'libev ev', debian: 'libev-dev' },
  { names: 'libevent event event_core event_extra event_pthreads', modules: '', debian: 'libevent-dev' },
  { names: 'libgcrypt gcrypt', modules: '', debian: 'libgcrypt20-dev' },
  { names: 'libgit2 git2', debian: 'libgit2-dev' },
  { names: 'libmagic magic', modules: '', debian: 'libmagic-dev' },
  { names: 'libmicrohttpd microhttpd', modules: '', debian: 'libmicrohttpd-dev' },
  { names: 'libsodium sodium unofficial-sodium', modules: '', debian: 'libsodium-dev' },
  { names: 'libssh', debian: 'libssh-dev' },
  { names: 'libssh2', modules: '', debian: 'libssh2-1-dev' },
  { names: 'libsystemd systemd', modules: '', debian: 'libsystemd-dev' },
  { names: 'libunwind', modules: '', debian: 'libunwind-dev' },
  { names: 'libuv uv uv_a', modules: '', debian: 'libuv1-dev' },
  { names: 'libwebsockets websockets', debian: 'libwebsockets-dev libssl-dev' },
  { names: 'libxml2 xml2', modules: 'LibXml2', debian: 'libxml2-dev' },
  { names: 'lz4 liblz4', debian: 'liblz4-dev' },
  { names: 'liblzma lzma', modules: 'LibLZMA', debian: 'liblzma-dev' },
  { names: 'llhttp', debian: 'libllhttp-dev' },
  { names: 'mbedtls', debian: 'libmbedtls-dev' },
  { names: 'minizip', modules: '', debian: 'libminizip-dev' },
  { names: 'msgpack msgpack-cxx msgpack-c', debian: 'libmsgpack-cxx-dev libboost-dev' },
  { names: 'nghttp2 libnghttp2', modules: '', debian: 'libnghttp2-dev' },
  { names: 'nlohmann_json nlohmann-json nlohmann json', debian: 'nlohmann-json3-dev' },
  { names: 'oatpp oatpp-swagger oatpp-websocket' },
  { names: 'opencv opencv2 opencv4', debian: 'libopencv-dev' },
  { names: 'openssl ssl crypto libssl libcrypto', debian: 'libssl-dev' },
  { names: 'pcre2 libpcre2-8 pcre2-8', modules: '', debian: 'libpcre2-dev' },
  { names: 'pistache libpistache pistache_shared pistache_static pistacheio-pistache', modules: '', debian: 'libpistache-dev', fromSource: 'libssl-dev rapidjson-dev' },
  { names: 'pkgconfig', debian: 'pkg-config' },
  { names: 'png libpng libpng16', debian: 'libpng-dev' },
  { names: 'poco', debian: 'libpoco-dev' },
  { names: 'prometheus-cpp prometheus-cpp-core prometheus-cpp-pull', debian: 'prometheus-cpp-dev' },
  { names: 'protobuf libprotobuf protoc', debian: 'libprotobuf-dev protobuf-compiler' },
  { names: 'pugixml', debian: 'libpugixml-dev' },
  { names: 'python python3 pythoninterp', debian: 'python3' },
  { names: 'range-v3', debian: 'librange-v3-dev' },
  { names: 'rapidjson', debian: 'rapidjson-dev' },
  { names: 're2', modules: '', debian: 'libre2-dev' },
  { names: 'readline', modules: '', debian: 'libreadline-dev' },
  { names: 'restinio', debian: 'librestinio-dev libasio-dev', fromSource: 'libasio-dev' },
  { names: 'rocksdb', debian: 'librocksdb-dev' },
  { names: 'simdjson', debian: 'libsimdjson-dev' },
  { names: 'snappy', debian: 'libsnappy-dev' },
  { names: 'soci', debian: 'libsoci-dev' },
  { names: 'spdlog spdlog_header_only', debian: 'libspdlog-dev' },
  { names: 'sqlite3 sqlite unofficial-sqlite3', debian: 'libsqlite3-dev' },
  { names: 'sqlitecpp sqlite_orm', debian: 'libsqlitecpp-dev libsqlite3-dev', fromSource: 'libsqlite3-dev' },
  { names: 'tbb onetbb', debian: 'libtbb-dev' },
  { names: 'thrift', modules: '', debian: 'libthrift-dev thrift-compiler' },
  { names: 'tinyxml2', debian: 'libtinyxml2-dev' },
  { names: 'tl-expected tl_expected', debian: 'libexpected-dev' },
  { names: 'tomlplusplus tomlplusplus_tomlplusplus toml++', debian: 'libtomlplusplus-dev' },
  { names: 'trantor', debian: 'libtrantor-dev libjsoncpp-dev libssl-dev', fromSource: 'libssl-dev' },
  { names: 'uuid libuuid', modules: '', debian: 'uuid-dev' },
  { names: 'uwebsockets unofficial-uwebsockets usockets', fromSource: 'zlib1g-dev libssl-dev' },
  { names: 'websocketpp', debian: 'libwebsocketpp-dev libboost-dev' },
  { names: 'xxhash libxxhash', modules: '', debian: 'libxxhash-dev' },
  { names: 'yaml-cpp yaml_cpp', debian: 'libyaml-cpp-dev' },
  { names: 'yyjson', debian: 'libyyjson-dev' },
  { names: 'zlib z', debian: 'zlib1g-dev' },
  { names: 'zeromq libzmq zmq', modules: '', debian: 'libzmq3-dev' },
  { names: 'zstd libzstd', debian: 'libzstd-dev' },
  { names: 'threads pthread pthreads dl m rt stdc++ stdc++fs atomic gcc_s util fetchcontent externalproject ctest openmp cmakefinddependencymacro cmakepackageconfighelpers gnuinstalldirs', debian: '' },
  { names: 'git', debian: 'git' },
  { names: 'doxygen', debian: '' },
  { names: 'ccache sanitizers', debian: '' },
];

export const libraries: readonly Library[] = [...clients, ...others];

const byName = new Map(libraries.flatMap((library) => library.names.split(' ').map((name) => [name, library] as const)));
/** Parts of Boost that Debian has as packages of their own; the rest are headers. */
const boostParts = new Set([
  'atomic', 'chrono', 'container', 'context', 'contract', 'coroutine', 'date_time', 'exception', 'fiber', 'filesystem', 'graph', 'iostreams', 'json', 'locale', 'log', 'math', 'nowide', 'program_options',
  'random', 'regex', 'serialization', 'stacktrace', 'system', 'test', 'thread', 'timer', 'type_erasure', 'url', 'wave',
]);

/** The library that goes by a name; parts stand in brackets or behind colons: `boost[thread]`, `Boost::thread`. */
export function libraryOf(name: string): Library | undefined {
  const [, base = '', part] = /^([^[:]+)(?:\[([^\]]*)\]|::(.*))?$/u.exec(name.toLowerCase()) ?? [];
  const own = base === 'boost' ? part : /^boost[_-](.+)$/u.exec(base)?.[1];
  if (own !== undefined) return { names: 'boost', debian: boostParts.has(own.replaceAll('-', '_')) ? `libboost-dev libboost-${own.replaceAll('_', '-')}-dev` : 'libboost-dev' };
  return byName.get(base) ?? (part === undefined ? undefined : byName.get(part));
}
