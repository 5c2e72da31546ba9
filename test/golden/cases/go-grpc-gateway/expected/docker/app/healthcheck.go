//go:build ignore

// healthcheck PORT PATH [any|http2]: succeeds when the server answers without an error, with `any` when it answers at all, with
// `http2` when it greets as an HTTP/2 server. An answer proves that the process serves; an open port does not, because the kernel
// accepts for a stopped process too. Built into the image, so that no HTTP client has to be there.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"net"
	"os"
	"strings"
	"time"
)

func main() {
	if len(os.Args) < 3 || !healthy(os.Args[1], os.Args[2], append(os.Args, "")[3]) {
		os.Exit(1)
	}
}

func healthy(port, path, mode string) bool {
	// PID 1 hands on the signal that ends the container: while it is stopped itself, nothing does
	if status, err := os.ReadFile("/proc/1/status"); err == nil && bytes.Contains(status, []byte("\nState:\tT")) {
		return false
	}
	connection, err := net.DialTimeout("tcp", net.JoinHostPort("127.0.0.1", port), 4*time.Second)
	if err != nil {
		return false
	}
	defer connection.Close()
	_ = connection.SetDeadline(time.Now().Add(4 * time.Second))
	if mode == "http2" {
		return greets(connection)
	}
	fmt.Fprintf(connection, "GET %s HTTP/1.0\r\nHost: localhost\r\nUser-Agent: healthcheck\r\nConnection: close\r\n\r\n", path)
	line, _ := bufio.NewReader(connection).ReadString('\n')
	fields := strings.Fields(line)
	if len(fields) < 2 || !strings.HasPrefix(fields[0], "HTTP/") {
		return false
	}
	return mode == "any" || strings.HasPrefix(fields[1], "2") || strings.HasPrefix(fields[1], "3")
}

// The first frame of an HTTP/2 server is its settings, of type 4.
func greets(connection net.Conn) bool {
	fmt.Fprint(connection, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00")
	frame := make([]byte, 9)
	read, _ := bufio.NewReader(connection).Read(frame)
	return read > 3 && frame[3] == 4
}
