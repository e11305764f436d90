"""The verb log kinds: the words that the options of an entry take, to read and for machines."""

import json
from pathlib import Path

from tests.commands.log_verbs import run


def test_every_word_that_an_option_takes_is_listed(tmp_path: Path) -> None:
    rows = run(tmp_path, "log", "kinds").stdout
    for option, word in (("kind", "tears"), ("feeling", "far away"), ("mended", "let-go"), ("reply", "toward")):
        assert f"--{option} " in rows
        assert word in rows
    assert "tears (Tears or deep upset), " in rows
    told = json.loads(run(tmp_path, "log", "kinds", "--json").stdout)
    assert {"id": "shrink", "label": "Made it smaller"} in told["miss"]
    assert {"id": "far away", "label": ""} in told["feeling"]
    assert "companion log kinds" in run(tmp_path, "log", "x", "--kind", "teers").stderr
    assert "companion log kinds" in run(tmp_path, "log", "--help").stdout
