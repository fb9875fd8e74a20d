"""One question to an OpenAI-compatible server: bounded in time, size and tries, and never led elsewhere."""

import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO, Any
from urllib.parse import urlsplit

from kb.errors import BadInput
from kb.extract.plugins.wire import NotACandidate, decoded, tidy

AGAIN = frozenset({408, 429, 500, 502, 503, 504, 529})
ANSWER_BYTES = 4 * 1024**2
LONGEST_PAUSE = 30.0
PIECE = 64 * 1024
REMEDIES = {
    400: "The server may not know response_format json_schema.",
    401: "Set KB_LLM_KEY to a key that the server takes.",
    403: "Set KB_LLM_KEY to a key that may use this model.",
    404: "Check KB_LLM_URL (it ends in /v1 for most servers) and KB_LLM_MODEL.",
}


class _TryAgain(Exception):
    """Something that may be over soon; `pause` is how long the server asks to wait."""

    def __init__(self, reason: str, pause: float = 0.0) -> None:
        super().__init__(reason)
        self.pause = pause


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Takes no redirection: the text and the key go where the user said, and nowhere else."""

    def redirect_request(self, *_: Any) -> None:
        """No request follows."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers, and what a question may cost; `seconds` is for one try."""

    address: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 120.0
    tries: int = 4
    pause: float = 1.0
    answer_bytes: int = ANSWER_BYTES

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.address)
            fit = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            fit = False
        if not fit or any(mark.isspace() or mark < " " for mark in self.address):
            raise BadInput(
                f"KB_LLM_URL is {tidy(self.address, 100)!r}: give the address of a server, "
                "such as http://127.0.0.1:8000/v1."
            )
        if parts.username or parts.password or parts.query or parts.fragment:
            raise BadInput(
                "KB_LLM_URL holds more than an address: give a key as KB_LLM_KEY, and no query."
            )
        if not self.key.isascii() or not self.key.isprintable():
            raise BadInput("KB_LLM_KEY holds characters that no key has: set it anew.")

    @property
    def place(self) -> str:
        """The server as it is named to the user."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    def ask(self, question: Mapping[str, Any]) -> str:
        """The model's answer; tried again after a while where that may help."""
        reason = ""
        for number in range(self.tries):
            try:
                return self._content(self._once(question))
            except _TryAgain as failure:
                reason = str(failure)
                if number + 1 < self.tries:
                    time.sleep(min(max(self.pause * 2**number, failure.pause), LONGEST_PAUSE))
        raise BadInput(
            f"The language model at {self.place} did not answer in {self.tries} tries: {reason}. "
            "Try later, or see whether its server is overloaded."
        )

    def _once(self, question: Mapping[str, Any]) -> bytes:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        request = urllib.request.Request(  # noqa: S310 - http or https, checked when made
            self.address.rstrip("/") + "/chat/completions",
            json.dumps(question).encode(),
            headers,
            method="POST",
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect())
        limit = time.monotonic() + self.seconds
        try:
            with opener.open(request, timeout=self.seconds) as response:
                return self._body(response, limit)
        except urllib.error.HTTPError as error:
            with error:
                raise self._refusal(error, limit) from None
        except TimeoutError:
            raise _TryAgain(f"no answer within {self.seconds:g} seconds") from None
        except http.client.HTTPException as error:
            raise _TryAgain(f"the answer broke off ({type(error).__name__})") from None
        except OSError as error:
            cause = getattr(error, "reason", error)
            if isinstance(cause, TimeoutError):
                raise _TryAgain(f"no answer within {self.seconds:g} seconds") from None
            if isinstance(cause, ConnectionResetError):
                raise _TryAgain("the connection broke off") from None
            raise BadInput(
                f"The language model at {self.place} cannot be reached: {tidy(str(cause), 120)}. "
                "Start its server, or correct KB_LLM_URL."
            ) from None

    def _body(self, response: http.client.HTTPResponse | IO[bytes], limit: float) -> bytes:
        """All of an answer, piece by piece so that neither size nor time runs away."""
        found = bytearray()
        while piece := response.read1(PIECE):  # type: ignore[union-attr]
            found += piece
            if len(found) > self.answer_bytes:
                raise BadInput(
                    f"The language model at {self.place} answered with more than "
                    f"{self.answer_bytes:,} bytes, which no list of claims needs: check the server."
                )
            if time.monotonic() > limit:
                raise _TryAgain(f"no whole answer within {self.seconds:g} seconds")
        return bytes(found)

    def _refusal(self, error: urllib.error.HTTPError, limit: float) -> Exception:
        """What a status other than 200 means: try again, or tell the user."""
        if error.code in AGAIN:
            asked = str(error.headers.get("Retry-After", ""))[:6]
            pause = float(asked) if asked.isascii() and asked.isdigit() else 0.0
            return _TryAgain(f"status {error.code}", pause)
        if 300 <= error.code < 400:
            return BadInput(
                f"The language model at {self.place} sends elsewhere (status {error.code}), "
                "and the text goes nowhere that you did not name: correct KB_LLM_URL."
            )
        try:
            told = tidy(self._body(error, limit)[:2_000].decode("utf-8", "replace"), 200)
        except (OSError, http.client.HTTPException, BadInput, _TryAgain):
            told = ""
        if self.key:
            told = told.replace(self.key, "…")
        remedy = REMEDIES.get(error.code, "See what the server says.")
        return BadInput(
            f"The language model at {self.place} refused (status {error.code}). {remedy}"
            + (f" It says: {told}" if told else "")
        )

    def _content(self, body: bytes) -> str:
        """The words of the model in the answer of its server."""
        try:
            message = decoded(body.decode("utf-8", "replace"))["choices"][0]["message"]
            content = message["content"]
        except (NotACandidate, KeyError, IndexError, TypeError):
            content = None
        if not isinstance(content, str):
            raise BadInput(
                f"The server at {self.place} does not answer as /chat/completions does: "
                "check KB_LLM_URL, or that the model gives text."
            )
        return content
