"""with_nginx.py FOLDER PROGRAM ARGUMENTS…: runs the program while an nginx serves on the loopback, and ends with its status.

The program finds in its environment: HTTP, HTTPS and HTTP2, the beginnings of URLs ("http://127.0.0.1:1234"); CA, the file of the
certificate; NOBODY, the same for a port where nobody listens; SILENT, for one where nobody ever answers. Configuration, pages and logs
are in the folder.

    /small.txt  17 bytes       /big.bin  1 MiB: byte n is n % 251      /slow/…  the same, 100 kB a second     /size/n  n times x
    /found      to /small.txt  /loop     to itself                     /see     shows X-Test
    /echo       METHOD TYPE LENGTH BODY of the request                 /drop    ends the connection in the middle of a header
    /set        sets a cookie  /cookie   shows what cookies came        /zipped  big, and compressed on the way

nginx inherits its listening sockets, so ports are the system's choice and clients may connect before it is up.
"""

import os
import shutil
import socket
import subprocess
import sys

CONFIGURATION = """
{user}daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    default_type application/octet-stream;
    types {{ text/plain txt; }}
    client_body_temp_path {folder}/temp; proxy_temp_path {folder}/temp; fastcgi_temp_path {folder}/temp;
    uwsgi_temp_path {folder}/temp; scgi_temp_path {folder}/temp;
    server {{
        listen 127.0.0.1:{http};
        listen 127.0.0.1:{https} ssl;
        listen 127.0.0.1:{http2} ssl http2;
        ssl_certificate {folder}/certificate.pem; ssl_certificate_key {folder}/key.pem;
        root {folder}/pages;
        absolute_redirect off;
        client_max_body_size 4m; client_body_buffer_size 4m;
        lingering_close off;
        add_header X-Served "by nginx";
        location /slow/ {{ alias {folder}/pages/; limit_rate 100k; }}
        location /zipped {{ alias {folder}/pages/zeros.txt; gzip on; gzip_types text/plain; default_type text/plain; }}
        location = /found {{ return 302 /small.txt; }}
        location = /loop {{ return 302 /loop; }}
        location = /away {{ return 302 ftp://127.0.0.1/; }}
        location = /drop {{ return 444; }}
        location = /see {{ return 200 "$http_x_test"; }}
        location = /set {{ add_header Set-Cookie "flavour=plain"; return 200 ""; }}
        location = /cookie {{ return 200 "$http_cookie"; }}
        location = /echo {{
            proxy_pass http://127.0.0.1:{http}/echoed; proxy_pass_request_body off; proxy_set_header Content-Length "";
            proxy_set_header X-Method $request_method; proxy_set_header X-Type $http_content_type;
            proxy_set_header X-Length $http_content_length; proxy_set_header X-Body $request_body; proxy_method GET;
        }}
        location = /echoed {{ return 200 "$http_x_method $http_x_type $http_x_length $http_x_body"; }}
        location = /count {{
            proxy_pass http://127.0.0.1:{http}/counted; proxy_set_header X-Length $http_content_length; proxy_method GET;
            proxy_pass_request_body off; proxy_set_header Content-Length "";
        }}
        location = /counted {{ return 200 "$http_x_length"; }}
    }}
}}
"""


def listen(sockets):
    s = socket.socket()
    s.bind(("127.0.0.1", 0))
    s.listen(256)
    s.set_inheritable(True)
    sockets.append(s)
    return s.getsockname()[1]


def write_pages(folder):
    os.makedirs(folder + "/pages/size")
    os.makedirs(folder + "/temp")
    pages = {"small.txt": b"hello from nginx\n", "big.bin": bytes(i % 251 for i in range(1 << 20)), "zeros.txt": bytes(500000)}
    pages.update({f"size/{n}": b"x" * n for n in range(0, 40000, 1000)})
    for name, text in pages.items():
        with open(f"{folder}/pages/{name}", "wb") as file:
            file.write(text)
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30000",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder + "/key.pem",
                    "-out", folder + "/certificate.pem"], check=True, stderr=subprocess.DEVNULL)


def main():
    folder, command = os.path.abspath(sys.argv[1]), sys.argv[2:]
    shutil.rmtree(folder, ignore_errors=True)
    write_pages(folder)
    sockets, others = [], []
    ports = {name: listen(sockets) for name in ("http", "https", "http2")}
    silent = listen(others)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        nobody = s.getsockname()[1]
        with open(folder + "/nginx.conf", "w") as file:
            file.write(CONFIGURATION.format(folder=folder, user="user root; " if os.geteuid() == 0 else "", **ports))
        nginx = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
        server = subprocess.Popen([nginx, "-p", folder, "-e", folder + "/error.log", "-c", folder + "/nginx.conf"],
                                  pass_fds=[s.fileno() for s in sockets], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL,
                                  env={**os.environ, "NGINX": "".join(f"{s.fileno()};" for s in sockets)})
        for s in sockets:
            s.close()
        here = "://127.0.0.1:"
        environment = {name: text for name, text in os.environ.items() if not name.lower().endswith("_proxy")}
        environment.update(HTTP=f"http{here}{ports['http']}", HTTPS=f"https{here}{ports['https']}", HTTP2=f"https{here}{ports['http2']}",
                           CA=folder + "/certificate.pem", NOBODY=f"http{here}{nobody}", SILENT=f"http{here}{silent}")
        try:
            status = subprocess.run(command, env=environment).returncode
        finally:
            server.terminate()
            if server.wait() not in (0, -15):
                print(open(folder + "/error.log").read(), file=sys.stderr)
    sys.exit(status if status >= 0 else 128 - status)


main()
