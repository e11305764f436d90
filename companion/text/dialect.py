"""The Markdown that is read: CommonMark, GFM's tables and struck words, footnotes, and terms with what they mean.

Importing this module imports the parser (25 ms): not before the first text is shown.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_DEEPEST = 100
"""Lists and quotes inside each other; what lies deeper is shown as it was typed."""
_WIDEST = 100
"""Columns of a table; those with more are shown as they were typed."""
_RULE = frozenset("|-: \t")
"""What stands below the heads of a table."""
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
_NOTE_NUMBER = re.compile(r"\[\^([^\]\s]+)\]")
_MEANING = re.compile(r":[ \t]+(?=[^ \t\n])")
NOTES = "notes"
"""The names of all notes, in the parser's environment."""
_IN_MEANING = "in meaning"


def _note(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """`[^1]: a note`, with the indented lines after it."""
    found = _begins(state, line, _NOTE)
    if not found or silent:
        return found is not None
    state.env.setdefault(NOTES, set()).add(found[1])
    opened = state.push("note_open", "", 1)
    opened.meta = {"name": found[1]}
    _inside(state, line, end, found.end(), state.blkIndent + 4)
    opened.map = [line, state.line]
    state.push("note_close", "", -1)
    return True


def _note_number(state: StateInline, silent: bool) -> bool:
    """`[^1]`, if there is such a note."""
    found = _NOTE_NUMBER.match(state.src, state.pos)
    if not found or found[1] not in state.env.get(NOTES, ()):
        return False
    if not silent:
        state.push("note_number", "", 0).meta = {"name": found[1]}
    state.pos = found.end()
    return True


def _meaning(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """`: what it means`, below a paragraph of one line or another meaning."""
    found = _begins(state, line, _MEANING)
    if not found:
        return False
    if silent:
        is_term_above = line - state.line == 1 and state.sCount[line] >= state.blkIndent
        return state.parentType == "paragraph" and (is_term_above or bool(state.env.get(_IN_MEANING)))
    if not _reopen(state, line):
        return False
    opened = state.push("meaning_open", "", 1)
    opened.meta = {"is_tight": not state.isEmpty(line - 1)}
    before = state.env.get(_IN_MEANING)
    state.env[_IN_MEANING] = True
    _inside(state, line, end, found.end(), state.sCount[line] + 2)
    state.env[_IN_MEANING] = before
    state.push("meaning_close", "", -1)
    state.push("terms_close", "", -1)
    return True


def _reopen(state: StateBlock, line: int) -> bool:
    """Make the paragraph above a term, or take up the meanings above; False if neither stands there."""
    tokens = state.tokens
    if tokens and tokens[-1].type == "terms_close" and tokens[-1].level == state.level:
        tokens.pop()
        state.level += 1
        return True
    term = tokens[-3:]
    if [each.type for each in term] != ["paragraph_open", "inline", "paragraph_close"] or term[0].level != state.level:
        return False
    start, stop = term[0].map or (0, 0)
    if stop - start != 1 or not all(state.isEmpty(between) for between in range(stop, line)):
        return False
    term[0].type, term[2].type = "term_open", "term_close"
    for each in term:
        each.level += 1
    opened = Token("terms_open", "", 1, level=state.level, map=[start, stop])
    tokens.insert(-3, opened)
    state.level += 1
    return True


def _too_deep(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take what lies too deep as it was typed; the parser would leave it out."""
    if silent or state.level < _DEEPEST - 4:
        return False
    stop = line + 1
    while stop < min(end, state.lineMax) and (state.isEmpty(stop) or state.sCount[stop] >= state.blkIndent):
        stop += 1
    return _as_typed(state, line, stop)


def _too_wide(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take a table of very many columns as it was typed: nobody reads across it, and each cell costs its time."""
    if silent or line + 2 > end:
        return False
    rule = state.src[state.bMarks[line + 1] : state.eMarks[line + 1]]
    if rule.count("|") <= _WIDEST + 1 or not _RULE.issuperset(rule):
        return False
    stop = line + 2
    while stop < end and not state.isEmpty(stop) and state.sCount[stop] >= state.blkIndent:
        stop += 1
    return _as_typed(state, line, stop)


def _as_typed(state: StateBlock, line: int, stop: int) -> bool:
    """Take some lines as they were typed."""
    typed = state.push("html_block", "", 0)
    typed.content = state.getLines(line, stop, state.blkIndent, False)
    typed.map = [line, stop]
    state.line = stop
    return True


def _begins(state: StateBlock, line: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Return what a line begins with."""
    if state.is_code_block(line) or state.sCount[line] < 0:
        return None
    return pattern.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def _inside(state: StateBlock, line: int, end: int, at: int, indent: int) -> None:
    """Parse what stands from there on in a line, and all lines after it that are indented as far."""
    marks = state.bMarks[line], state.tShift[line], state.sCount[line]
    around = state.blkIndent, state.tight, state.parentType
    state.bMarks[line], state.tShift[line], state.sCount[line] = at, 0, indent
    state.blkIndent, state.parentType = indent, "root"
    state.line = line
    state.md.block.tokenize(state, line, end)
    state.line = max(state.line, line + 1)
    state.bMarks[line], state.tShift[line], state.sCount[line] = marks
    state.blkIndent, state.tight, state.parentType = around


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    block = parser.block.ruler
    block.before("table", "too_deep", _too_deep)
    block.before("table", "too_wide", _too_wide)
    block.before("reference", "note", _note, {"alt": ["paragraph", "reference"]})
    block.before("lheading", "meaning", _meaning, {"alt": ["paragraph"]})
    parser.inline.ruler.before("link", "note_number", _note_number)
    return parser


PARSER = _parser()
