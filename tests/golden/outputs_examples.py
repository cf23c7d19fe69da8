"""The examples of docs/outputs.md: the block of a language, and what the page says that it prints."""
import re

from outputs_page import PAGE


def example(language):
    """(code, printed) of the block of that language and the plain block below it."""
    page = PAGE.read_text(encoding="utf-8")
    match = re.search(rf"```{language}\n(.*?)```\n\n```text\n(.*?)```", page, re.S)
    return match.group(1), match.group(2)
