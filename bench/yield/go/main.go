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

func turns(count int, result chan int) {
	done := 0
	for done < count {
		runtime.Gosched()
		done++
	}
	result <- done
}

func main() {
	count, tasks := argument(1), argument(2)
	result := make(chan int, tasks)
	for i := 0; i < tasks; i++ {
		go turns(count/tasks, result)
	}
	sum := 0
	for i := 0; i < tasks; i++ {
		sum += <-result
	}
	fmt.Println(sum)
}
