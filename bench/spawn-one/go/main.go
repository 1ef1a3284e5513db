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

func number(n int, result chan int) {
	result <- n
}

func main() {
	count, sum := argument(1), 0
	result := make(chan int)
	for i := 0; i < count; i++ {
		go number(i, result)
		sum += <-result
	}
	fmt.Println(sum)
}
