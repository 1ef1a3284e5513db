import std/[asyncdispatch, os, strutils]

proc turn(): Future[void] =
  let future = newFuture[void]("turn")
  callSoon(proc () = future.complete())
  return future

proc turns(count: int): Future[int] {.async.} =
  var done = 0
  while done < count:
    await turn()
    inc done
  return done

proc all(count, tasks: int): Future[int] {.async.} =
  var list: seq[Future[int]]
  for i in 0 ..< tasks:
    list.add turns(count div tasks)
  var sum = 0
  for task in list:
    sum += await task
  return sum

echo waitFor all(parseInt(paramStr(1)), parseInt(paramStr(2)))
