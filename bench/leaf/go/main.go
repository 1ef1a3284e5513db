package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
)

func argument(n int) int {
	value, err := strconv.Atoi(os.Args[n])
	if err != nil {
		panic(err)
	}
	return value
}

func leaf(count int) int {
	done := 0
	for done < count {
		runtime.Gosched()
		done++
	}
	return done
}

func deep(depth, count int) int {
	if depth == 1 {
		return leaf(count)
	}
	return deep(depth-1, count)
}

func main() {
	fmt.Println(deep(argument(2), argument(1)))
}
