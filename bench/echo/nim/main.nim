import std/[asyncdispatch, asyncnet, nativesockets, net, os, osproc, strutils]

proc echoTo(client: AsyncSocket): Future[int] {.async.} =
  var served = 0
  while true:
    let data = await client.recv(4096)
    if data.len == 0:
      break
    await client.send(data)
    inc served
  client.close()
  return served

proc serve(requests: string, connections: int, load: string): Future[int] {.async.} =
  let listener = newAsyncSocket(buffered = false)   # a buffered one waits until it has all 4096
  listener.bindAddr(Port(0), "127.0.0.1")
  listener.listen(4096)
  let port = listener.getLocalAddr()[1]
  discard startProcess(load, args = [$port, $connections, requests]).waitForExit()
  var list: seq[Future[int]]
  for i in 0 ..< connections:
    let client = await listener.accept()
    client.setSockOpt(OptNoDelay, true, level = IPPROTO_TCP.cint)
    list.add echoTo(client)
  var served = 0
  for task in list:
    served += await task
  return served

echo waitFor serve(paramStr(1), parseInt(paramStr(2)), paramStr(3))
