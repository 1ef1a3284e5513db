package main

import (
	"fmt"
	"os"
	"strconv"
	"sync"
)

func argument(n int) int {
	value, err := strconv.Atoi(os.Args[n])
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	count := argument(1)
	results := make([]int, count)
	var all sync.WaitGroup
	all.Add(count)
	for i := 0; i < count; i++ {
		go func(n int) {
			results[n] = n
			all.Done()
		}(i)
	}
	all.Wait()
	sum := 0
	for _, result := range results {
		sum += result
	}
	fmt.Println(sum)
}
