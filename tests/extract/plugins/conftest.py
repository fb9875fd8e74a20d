"""An article, the gate it goes through, and a server that speaks the protocol of language models."""

import json
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from kb.documents.model import Document
from kb.extract.candidate import Candidate
from kb.extract.gate import Passage, Passed, Refused, gate
from kb.extract.identifiers import identifiers
from kb.extract.segment import sentences
from kb.vocabulary import vocabulary

ARTICLE = """\
Tanker met a freighter at sea, officials say

The tanker Maren Kolb transferred diesel to the freighter Halcyon Reach on 4 March 2023, the Foreign \
Ministry of Norvania said. “We have never carried fuel for anyone under sanctions,” said Ilse Brandt, the \
owner's lawyer.

The Port Ledger, a newsletter, reported that the Maren Kolb loaded 4,200 tonnes of diesel at Sovetskaya. \
It was not possible to verify the report.
"""


@pytest.fixture
def article() -> Document:
    return Document(
        ARTICLE, "text", "article.txt", "", title="Tanker met a freighter", language="en"
    )


def through_gate(text: str, candidates: Iterable[Candidate]) -> tuple[list[Passed], list[Refused]]:
    passage = Passage(text, sentences(text), list(identifiers(text)), vocabulary())
    return gate(candidates, passage)


def quotes(text: str, passed: Iterable[Passed]) -> list[str]:
    return [text[each.quote[0] : each.quote[1]] for each in passed]


@dataclass
class Answer:
    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    hold: bool = False
    piece: int = 1 << 20


@dataclass
class Server:
    address: str
    answers: list[Answer] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def says(self, content: object, **more: Any) -> None:
        words = content if isinstance(content, str) else json.dumps(content)
        body = {"choices": [{"index": 0, "message": {"role": "assistant", "content": words}}]}
        self.answers.append(Answer(json.dumps(body).encode(), **more))

    def next(self) -> Answer:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class Handler(BaseHTTPRequestHandler):
    served: Server

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.served.asked.append({"path": self.path, **json.loads(self.rfile.read(length))})
        self.served.keys.append(self.headers.get("Authorization", ""))
        answer = self.served.next()
        if answer.hold:
            self.served.closing.wait(10)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        try:
            for at in range(0, len(answer.body), answer.piece):
                self.wfile.write(answer.body[at : at + answer.piece])
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def do_GET(self) -> None:
        self.served.asked.append({"path": self.path})
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


class Quiet(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    handler = type("Bound", (Handler,), {})
    http = Quiet(("127.0.0.1", 0), handler)
    made = Server(f"http://127.0.0.1:{http.server_address[1]}/v1")
    handler.served = made
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield made
    made.closing.set()
    http.shutdown()
    http.server_close()
    thread.join()
