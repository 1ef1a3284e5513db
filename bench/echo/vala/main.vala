long served = 0;

async void echo(SocketConnection connection) throws Error
{
    var buffer = new uint8[4096];
    ssize_t n;
    while ((n = yield connection.input_stream.read_async(buffer)) > 0) {
        size_t written;
        yield connection.output_stream.write_all_async(buffer[0:n], Priority.DEFAULT, null, out written);
        served++;
    }
}

async void serve(string[] args, MainLoop loop) throws Error
{
    var listener = new SocketListener();
    listener.set_backlog(4096);
    var port = listener.add_any_inet_port(null);
    int running = int.parse(args[2]);
    Process.spawn_sync(null, { args[3], port.to_string(), args[2], args[1] }, null, 0, null);
    for (int i = int.parse(args[2]); i > 0; i--) {
        var connection = yield listener.accept_async();
        connection.socket.set_option(SocketProtocol.TCP, 1, 1);     // TCP_NODELAY
        echo.begin(connection, (object, result) => {
            try {
                echo.end(result);
            } catch (Error error) {
                critical(error.message);
            }
            if (--running == 0)
                loop.quit();
        });
    }
}

int main(string[] args)
{
    var loop = new MainLoop();
    serve.begin(args, loop);
    loop.run();
    print("%ld\n", served);
    return 0;
}
