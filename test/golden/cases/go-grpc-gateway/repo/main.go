package main

import (
	"log"
	"net"
	"net/http"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"
)

func main() {
	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatalln("Failed to listen:", err)
	}
	go func() {
		log.Fatalln(grpc.NewServer().Serve(lis))
	}()

	mux := runtime.NewServeMux()
	server := &http.Server{
		Addr:    ":8091",
		Handler: mux,
	}
	log.Fatalln(server.ListenAndServe())
}
