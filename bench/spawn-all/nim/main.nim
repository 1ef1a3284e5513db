import std/[asyncdispatch, os, strutils]

proc number(n: int): Future[int] {.async.} =
  return n

proc all(count: int): Future[int] {.async.} =
  var list: seq[Future[int]]
  for i in 0 ..< count:
    list.add number(i)
  var sum = 0
  for task in list:
    sum += await task
  return sum

echo waitFor all(parseInt(paramStr(1)))
