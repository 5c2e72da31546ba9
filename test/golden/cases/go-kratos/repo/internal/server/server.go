package server

import (
	"github.com/go-kratos/kratos-layout/internal/conf"

	"github.com/go-kratos/kratos/v2/middleware/recovery"
	"github.com/go-kratos/kratos/v2/transport/grpc"
	"github.com/go-kratos/kratos/v2/transport/http"
)

// NewHTTPServer new an HTTP server.
func NewHTTPServer(c *conf.Server) *http.Server {
	opts := []http.ServerOption{http.Middleware(recovery.Recovery())}
	if c.Http.Addr != "" {
		opts = append(opts, http.Address(c.Http.Addr))
	}
	return http.NewServer(opts...)
}

// NewGRPCServer new a gRPC server.
func NewGRPCServer(c *conf.Server) *grpc.Server {
	opts := []grpc.ServerOption{grpc.Middleware(recovery.Recovery())}
	if c.Grpc.Addr != "" {
		opts = append(opts, grpc.Address(c.Grpc.Addr))
	}
	return grpc.NewServer(opts...)
}
