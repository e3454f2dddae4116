"""The small Markdown of fixtures/ and what it becomes in Wagtail's rich text and blocks."""

import re
from collections.abc import Callable
from html import escape
from typing import Any

# What a link's target becomes: the attributes of <a>, for instance href="/lacak/".
Links = Callable[[str], dict[str, Any]]
Block = dict[str, Any]

FENCE = re.compile(r"^:::(\w+)\n(.*?)\n:::$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[([^]]+)]\(([^)\s]+)\)")
BUTTON = re.compile(r"^→ \[([^]]+)]\(([^)\s]+)\)$")


def sections(content: str) -> dict[str, str]:
    """Return the parts of a text that stand between `:::name` and `:::`, by name."""
    return {match[1]: match[2].strip() for match in FENCE.finditer(content)}


def rich_text(content: str, links: Links) -> str:
    """Return paragraphs, lists, bold words and links as Wagtail stores rich text."""
    return "".join(_paragraph(chunk, links) for chunk in _chunks(content))


def body(content: str, links: Links) -> list[Block]:
    """Return a page's body as the blocks of `content.blocks.BodyBlock`, in raw form."""
    fences: list[str] = []

    def keep(match: re.Match[str]) -> str:
        fences.append(match[2])
        return f":::{len(fences) - 1}"

    blocks: list[Block] = []
    for chunk in _chunks(FENCE.sub(keep, content)):
        if chunk.startswith(":::"):
            value: Any = steps(fences[int(chunk[3:])], links)
            blocks.append({"type": "steps", "value": value})
        else:
            _append(blocks, chunk, links)
    return blocks


def steps(content: str, links: Links) -> list[Block]:
    """Return `### Step` parts with their `actor:` and `days:` lines as values of StepBlock."""
    found = []
    for title, text in _headed(content, "### "):
        facts = dict(re.findall(r"^(actor|days): (.+)$", text, re.MULTILINE))
        told = re.sub(r"^(actor|days): .+\n?", "", text, flags=re.MULTILINE)
        days = facts.get("days")
        found.append(
            {
                "title": title,
                "text": rich_text(told, links),
                "actor": facts.get("actor", ""),
                "working_days": int(days) if days else None,
            }
        )
    return found


def question_groups(content: str, links: Links) -> list[Block]:
    """Return `## Subject` and `### Question` parts as blocks of a FAQ page."""
    return [
        {
            "type": "group",
            "value": {
                "title": subject,
                "questions": [
                    {"question": question, "answer": rich_text(answer, links)}
                    for question, answer in _headed(text, "### ")
                ],
            },
        }
        for subject, text in _headed(content, "## ")
    ]


def _chunks(content: str) -> list[str]:
    return [chunk.strip() for chunk in re.split(r"\n\s*\n", content) if chunk.strip()]


def _headed(content: str, mark: str) -> list[tuple[str, str]]:
    """Return (heading, text below it) for every heading of one level."""
    parts = re.split(rf"^{mark}(.+)$", content, flags=re.MULTILINE)[1:]
    return [(heading, text.strip()) for heading, text in zip(parts[::2], parts[1::2], strict=True)]


def _append(blocks: list[Block], chunk: str, links: Links) -> None:
    """Append what a chunk becomes; text that follows text joins it."""
    if chunk.startswith("## "):
        heading, _, rest = chunk[3:].partition("\n")
        blocks.append({"type": "heading", "value": heading})
        if rest:
            _append(blocks, rest.strip(), links)
    elif chunk.startswith(">"):
        blocks.append({"type": "callout", "value": _callout(chunk, links)})
    elif chunk.startswith("|"):
        blocks.append({"type": "table", "value": _table(chunk)})
    elif button := BUTTON.match(chunk):
        target = links(button[2])
        value = {"label": button[1], "page": target.get("id"), "address": target.get("href", "")}
        blocks.append({"type": "link", "value": value})
    elif blocks and blocks[-1]["type"] == "text":
        blocks[-1]["value"] += _paragraph(chunk, links)
    else:
        blocks.append({"type": "text", "value": _paragraph(chunk, links)})


def _callout(chunk: str, links: Links) -> Block:
    """The first line is the title when all of it is bold."""
    lines = [line.lstrip("> ").strip() for line in chunk.splitlines()]
    title = ""
    if match := re.fullmatch(r"\*\*(.+)\*\*", lines[0]):
        title, lines = match[1], lines[1:]
    return {"title": title, "text": rich_text("\n".join(lines), links)}


def _table(chunk: str) -> Block:
    """The first row holds the headings; the second, of dashes, is left out."""
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in chunk.splitlines()]
    return {
        "caption": "",
        "columns": [{"type": "text", "heading": heading} for heading in rows[0]],
        "rows": [{"values": row} for row in rows[2:]],
    }


def _paragraph(chunk: str, links: Links) -> str:
    for pattern, tag in ((r"- ", "ul"), (r"\d+\. ", "ol")):
        items = re.split(rf"^{pattern}", chunk, flags=re.MULTILINE)
        if not items[0]:
            inner = "".join(f"<li>{_inline(item, links)}</li>" for item in items[1:])
            return f"<{tag}>{inner}</{tag}>"
    return f"<p>{_inline(chunk, links)}</p>"


def _inline(text: str, links: Links) -> str:
    def anchor(match: re.Match[str]) -> str:
        attributes = " ".join(f'{name}="{value}"' for name, value in links(match[2]).items())
        return f"<a {attributes}>{match[1]}</a>"

    marked = escape(" ".join(text.split()), quote=False)
    return LINK.sub(anchor, re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", marked))
