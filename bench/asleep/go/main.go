package main

import (
	"fmt"
	"os"
	"strconv"
	"sync"
	"time"
)

func argument(n int) int {
	value, err := strconv.Atoi(os.Args[n])
	if err != nil {
		panic(err)
	}
	return value
}

func nap(n int, result *int, all *sync.WaitGroup) {
	time.Sleep(time.Second)
	*result = n
	all.Done()
}

func main() {
	count := argument(1)
	results := make([]int, count)
	var all sync.WaitGroup
	all.Add(count)
	for i := 0; i < count; i++ {
		go nap(i, &results[i], &all)
	}
	all.Wait()
	sum := 0
	for _, result := range results {
		sum += result
	}
	fmt.Println(sum)
}
