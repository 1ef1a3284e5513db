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

func mix(count, seed int) int {
	a := seed
	b := a + 1
	c := b * 3
	d := c ^ a
	e := d + 5
	f := e * 7
	g := f ^ 11
	h := g + a
	i := h * 3
	j := i ^ b
	k := j + c
	l := k * 5
	m := l ^ d
	n := m + e
	sum, done := 0, 0
	for done < count {
		runtime.Gosched()
		done++
		sum += done
	}
	return sum + (a ^ b ^ c ^ d ^ e ^ f ^ g ^ h ^ i ^ j ^ k ^ l ^ m ^ n)
}

func main() {
	fmt.Println(mix(argument(1), len(os.Args)))
}
