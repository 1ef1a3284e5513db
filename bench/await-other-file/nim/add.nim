import std/asyncdispatch

proc add*(a, b: int): Future[int] {.async.} =
  return a + b
