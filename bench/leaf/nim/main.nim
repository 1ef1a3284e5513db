import std/[asyncdispatch, os, strutils]

proc turn(): Future[void] =
  let future = newFuture[void]("turn")
  callSoon(proc () = future.complete())
  return future

proc leaf(count: int): Future[int] {.async.} =
  var done = 0
  while done < count:
    await turn()
    inc done
  return done

proc deep(depth, count: int): Future[int] {.async.} =
  if depth == 1:
    return await leaf(count)
  return await deep(depth - 1, count)

echo waitFor deep(parseInt(paramStr(2)), parseInt(paramStr(1)))
