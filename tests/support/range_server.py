"""A web server on this machine for tests: files, ranges of their bytes, and every trouble that a test asks for."""
import functools
import http.server
import pathlib
import re
import threading
import typing

MOST_REQUESTS = 20_000


class Request(typing.NamedTuple):
    """What was asked for; `first` and `last` are None where no range was, `count` is how often this was asked for before."""
    method: str
    path: str
    first: int | None
    last: int | None
    count: int


class Trouble(typing.NamedTuple):
    """What goes wrong with a request: another status than success, or fewer bytes than were promised or asked for."""
    status: int = 206
    share: float = 1.0
    honest: bool = True


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments, owner, **options):
        self.owner = owner
        super().__init__(*arguments, **options)

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.answer(super().do_HEAD)

    def do_GET(self):
        self.answer(super().do_GET)

    def answer(self, serve_whole):
        found = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        path = pathlib.Path(self.translate_path(self.path))
        trouble = self.owner.note(self.command, self.path.lstrip("/"), found)
        if trouble.status >= 400:
            self.send_error(trouble.status)
        elif not found or not path.is_file():
            serve_whole()
        else:
            self.send_range(path, int(found.group(1)), found.group(2), trouble)

    def send_range(self, path, first, last, trouble):
        size = path.stat().st_size
        last = min(int(last or size), size - 1)
        if first > last:
            self.send_error(416)
            return
        with open(path, "rb") as file:
            file.seek(first)
            data = file.read(last - first + 1)
        sent = data[:int(len(data) * trouble.share)]
        promised = len(sent) if trouble.honest else len(data)
        self.send_response(206)
        self.send_header("Content-Range", f"bytes {first}-{first + promised - 1}/{size}")
        self.send_header("Content-Length", str(promised))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(sent)
        self.close_connection = len(sent) < promised


class RangeServer:
    """Serves a folder until it is closed and keeps every request. `trouble` says what goes wrong with one, if anything."""

    def __init__(self, folder, trouble=lambda request: Trouble()):
        self.trouble = trouble
        self.requests = []
        self._guard = threading.Lock()
        self._counts = {}
        handler = functools.partial(_Handler, owner=self, directory=str(folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        """Ends the server."""
        self._server.shutdown()
        self._server.server_close()

    def note(self, method, path, found):
        """Keeps a request; what goes wrong with it. A run that asks without end gets nothing more."""
        first = int(found.group(1)) if found else None
        last = int(found.group(2)) if found and found.group(2) else None
        with self._guard:
            count = self._counts.get((path, first), 0)
            self._counts[path, first] = count + 1
            request = Request(method, path, first, last, count)
            self.requests.append(request)
            return self.trouble(request) if len(self.requests) <= MOST_REQUESTS else Trouble(status=429)

    def ranges(self, path):
        """The ranges of a file that were asked for, in order."""
        return [request for request in self.requests if request.path == path and request.first is not None]
