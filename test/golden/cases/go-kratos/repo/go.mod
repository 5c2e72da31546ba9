module github.com/go-kratos/kratos-layout

go 1.24.0

require (
	github.com/go-kratos/kratos/v2 v2.9.1
	google.golang.org/grpc v1.76.0
	google.golang.org/protobuf v1.36.10
)
