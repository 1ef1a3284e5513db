import std/[asyncdispatch, os, strutils]

proc nap(n: int): Future[int] {.async.} =
  await sleepAsync(n * 7919 mod 1000003 mod 1001)
  return n

proc all(count: int): Future[int] {.async.} =
  var list: seq[Future[int]]
  for i in 0 ..< count:
    list.add nap(i)
  var sum = 0
  for task in list:
    sum += await task
  return sum

echo waitFor all(parseInt(paramStr(1)))
