package main

import (
	"fmt"
	"os"
	"strconv"
)

func argument(n int) int {
	value, err := strconv.Atoi(os.Args[n])
	if err != nil {
		panic(err)
	}
	return value
}

func skynet(number, size int, result chan int) {
	if size == 1 {
		result <- number
		return
	}
	children := make(chan int, 10)
	for i := 0; i < 10; i++ {
		go skynet(number+i*(size/10), size/10, children)
	}
	sum := 0
	for i := 0; i < 10; i++ {
		sum += <-children
	}
	result <- sum
}

func main() {
	result := make(chan int, 1)
	go skynet(0, argument(1), result)
	fmt.Println(<-result)
}
