import std/[asyncdispatch, os, strutils]

import add

proc all(rounds: int): Future[int] {.async.} =
  var sum = 0
  for i in 0 ..< rounds:
    sum = await add(sum, i)
  return sum

echo waitFor all(parseInt(paramStr(1)))
