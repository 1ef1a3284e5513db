package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strconv"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func echo(connection net.Conn, results chan int) {
	buffer := make([]byte, 4096)
	served := 0
	for {
		n, err := connection.Read(buffer)
		if err == io.EOF {
			break
		}
		check(err)
		_, err = connection.Write(buffer[:n])
		check(err)
		served++
	}
	connection.Close()
	results <- served
}

func main() {
	requests, load := os.Args[1], os.Args[3]
	connections, err := strconv.Atoi(os.Args[2])
	check(err)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	port := listener.Addr().(*net.TCPAddr).Port
	check(exec.Command(load, strconv.Itoa(port), os.Args[2], requests).Run())
	results := make(chan int)
	for i := 0; i < connections; i++ {
		connection, err := listener.Accept() // Go sets TCP_NODELAY by itself
		check(err)
		go echo(connection, results)
	}
	served := 0
	for i := 0; i < connections; i++ {
		served += <-results
	}
	fmt.Println(served)
}
