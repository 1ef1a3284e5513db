package main

import (
	"fmt"
	"os"
	"strconv"
)

const depthOfAll = 101

func argument(n int) int {
	value, err := strconv.Atoi(os.Args[n])
	if err != nil {
		panic(err)
	}
	return value
}

func deep(depth, value int) int {
	if depth == 1 {
		return value
	}
	return deep(depth-1, value)
}

func main() {
	sum := 0
	for i, rounds := 0, argument(1)/depthOfAll; i < rounds; i++ {
		sum += deep(depthOfAll, i)
	}
	fmt.Println(sum)
}
