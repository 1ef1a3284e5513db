import std/[asyncdispatch, os, strutils]

const DEPTH = 101

proc deep(depth, value: int): Future[int] {.async.} =
  if depth == 1:
    return value
  return await deep(depth - 1, value)

proc all(rounds: int): Future[int] {.async.} =
  var sum = 0
  for i in 0 ..< rounds:
    sum += await deep(DEPTH, i)
  return sum

echo waitFor all(parseInt(paramStr(1)) div DEPTH)
