"""Made-up rated sentences: some articles whose words have known tones."""

from pathlib import Path

import numpy as np
import pytest

TONES = {"awful": -2.5, "shameful": -2.0, "splendid": 2.5, "wonderful": 2.0, "brackish": -1.5, "plain": 0.0}


@pytest.fixture
def rated_file(tmp_path) -> Path:
    """A file of 240 sentences of 40 articles; "brackish" stands in no list but is rated as a fault."""
    random = np.random.default_rng(1)
    lines = ["id\trating\ttext"]
    for number in range(240):
        word = str(random.choice(list(TONES)))
        rating = TONES[word] + random.normal(scale=0.3)
        text = f"The {word} harbour lay before the village of Sella Awful."
        lines.append(f"{number % 40}_{number}\t{rating:.2f}\t{text}")
    path = tmp_path / "rated.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
