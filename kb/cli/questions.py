"""`kb questions`: the catalogue of what can be asked."""

import json
from typing import TYPE_CHECKING

import click

from kb.cli import options

if TYPE_CHECKING:
    from kb.questions.catalogue import Question


@click.command(short_help="List the questions that can be asked.")
@click.argument("name", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write the list.",
)
def command(name: str | None, form: str) -> None:
    """List the questions of the catalogue; with a NAME, show that one with its SPARQL.

    Ask one with `kb query NAME name=value …`.
    """
    from kb.questions.catalogue import catalogue, question

    chosen = [question(name)] if name else list(catalogue().values())
    if form == "json":
        listed = [_described(each) for each in chosen]
        options.emit(json.dumps(listed, ensure_ascii=False, indent=2) + "\n", None)
    elif name:
        options.emit(chosen[0].sparql, None)
    else:
        options.emit("\n".join(_line(each) for each in chosen), None)


def _line(question: "Question") -> str:
    usage = f" {question.usage}" if question.usage else ""
    return f"{question.name}{usage}\n    {question.words}\n"


def _described(question: "Question") -> dict[str, object]:
    return {
        "name": question.name,
        "question": question.words,
        "params": [
            {"name": p.name, "kind": p.kind, "optional": p.optional} for p in question.params
        ],
        "answers": [{"name": p.name, "kind": p.kind} for p in question.answers],
        "usage": f"kb query {question.name} {question.usage}".rstrip(),
    }
