import std/[asyncdispatch, os, strutils]

proc turn(): Future[void] =
  let future = newFuture[void]("turn")
  callSoon(proc () = future.complete())
  return future

proc step(a, b: int): Future[int] {.async.} =
  if a < 0:
    await turn()
  return a xor b

proc all(rounds: int): Future[int] {.async.} =
  var sum = 0
  for i in 0 ..< rounds:
    sum = await step(sum, i)
  return sum

echo waitFor all(parseInt(paramStr(1)))
