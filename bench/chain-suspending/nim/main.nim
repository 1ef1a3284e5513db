import std/[asyncdispatch, os, strutils]

const DEPTH = 101

proc turn(): Future[void] =
  let future = newFuture[void]("turn")
  callSoon(proc () = future.complete())
  return future

proc deep(depth, value: int): Future[int] {.async.} =
  if depth == 1:
    await turn()
    return value
  return await deep(depth - 1, value)

proc all(rounds: int): Future[int] {.async.} =
  var sum = 0
  for i in 0 ..< rounds:
    sum += await deep(DEPTH, i)
  return sum

echo waitFor all(parseInt(paramStr(1)) div DEPTH)
