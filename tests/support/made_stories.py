"""Stories made for tests: fiction in the sample's world, assembled from word lists by a seed."""

from dataclasses import dataclass
from random import Random

_WORDS = {
    "person": (
        "Ilse Varn|Tomas Kell|Corin Dace|Nadia Feld|Petar Osk|Beatrix Lunn|Lionel Frayne|Ottoline Frey|"
        "Jonah Birk|Marit Soln|Adela Orr|Sal Birk|Edda Crane|Rufus Thale|Wilma Stroud|Ines Marrable|"
        "Oskar Dell|Perpetua Lowe"
    ),
    "role": (
        "harbour minister|union president|chief executive|hydrologist|water minister|museum director|"
        "former secretary|economist|crane driver|ward councillor|head teacher|river pilot|lock-keeper|"
        "flood warden|treasury spokesman"
    ),
    "place": (
        "Port Sella|Lowmere|Vessen|Calderan|Dunmarrow|Tessing|Ombrel|High Hathe|Cape Lorn|Hathe Bridge|"
        "Salter’s Quay"
    ),
    "body": (
        "the Dockers’ League|Sella Terminals|the Ilmer River Institute|the National Museum|"
        "the harbour office|the culture ministry|the water board|the city council|the flood committee|"
        "the pilots’ guild"
    ),
    "thing": (
        "the new roster|the river treaty|the filling schedule|the warning rule|the sea wall|"
        "the night ferry|the pension fund|the flood map|the crane licence|the tide gauge|the relief form|"
        "the museum’s alarm"
    ),
    "act": "signed|postponed|rewrote|defended|questioned|published|withdrew|approved|rejected|leaked",
    "effect": (
        "delay the reopening of the north basin|cost less than another winter of repairs|"
        "change little on the quays|leave the lower town without a crossing|"
        "bring the two sides back to the table|have to wait for a dry spring|"
        "reach the households that need it most|be paid for out of next year’s harbour dues"
    ),
    "time": (
        "on Tuesday|late on Friday|before dawn on Monday|at the weekend|last month|on the eve of the vote|"
        "in the spring"
    ),
    "number": "eleven|fourteen|two dozen|forty|some 2,300|about 160|nearly 900|more than 4,000",
    "noun": (
        "containers|households|pages of minutes|sandbags|passengers|complaints|signatures|cubic metres|barges"
    ),
    "mood": "cautious|weary|hopeful|blunt|unmoved|relieved|sceptical|cheerful",
    "sight": (
        "Gulls stood on the cranes|Rain came sideways off the estuary|The tide was out|"
        "Lamps burned in the net loft|The queue reached the chandler’s door|"
        "Somebody had painted the bollards blue|The siren was tested at noon"
    ),
    "remark": (
        "Nobody here wants a quarrel with the river|We were told to wait, and we waited|"
        "I have read every page of it|It is a small thing until it happens to you|"
        "You can hear the water from the kitchen now|They promised us a meeting and sent us a map|"
        "The figures are right, but the question is wrong|My father would have laughed at that|"
        "There is still time to do this properly|We will not be hurried by a calendar"
    ),
}
_SENTENCES = (
    "{person}, the {role}, said {time} that {thing} would {effect}.",
    "“{remark},” {person} told a meeting in {place} {time}.",
    "{body} {act} {thing} {time}, a decision that is expected to {effect}.",
    "According to {body}, {number} {noun} were counted in {place} {time}, and {number} more are expected.",
    "{sight}, and the mood in {place} was {mood}.",
    "In a letter, {body} warned that {thing} could {effect} unless {body} {act} it first.",
    "Asked whether {thing} had been {act} in error, the {role} was {mood}: “{remark}.”",
    "Not everyone in {place} agrees, and {person} is among those who think that {thing} will never {effect}.",
    "{person} has worked with {body} for {number} weeks and has no doubt that it will {effect}.",
    "“{remark},” said {person}. “{remark}.”",
    "The {role} would not talk about {thing}, which was {act} after {number} {noun} went missing in {place}.",
    "It was {person} who noticed that {number} {noun} had been left out of the report which {body} {act}.",
    "Between {place} and {place} the river carries {number} {noun} a day, as it has for years.",
    "A vote is due {time}, and both {person} and {person} say that the result will {effect}.",
    "For {body} the matter is simple: {thing} must {effect}, or be {act} by those who wrote it.",
    "The cost was put at {number} drals {time}, although {person} called that figure {mood} at best.",
    "When {body} met {time}, {number} {noun} stood on the agenda and {thing} came last.",
    "None of this surprises {person}, who was {mood} when the {role} {act} the plan for {place}.",
)
_TITLES = (
    "{person} says {thing} will {effect}",
    "{place}: {number} {noun} and one {mood} {role}",
    "{body} {act} {thing} {time}",
    "‘{remark}’: {place} answers {body}",
    "Why {thing} may {effect}",
)
_COMMENTS = (
    "Typical. {body} never listened to anybody in {place} and never will.",
    "My cousin works with {person} and says that {thing} is not the problem at all, it is the {role}.",
    "Great report, thank you! I was in {place} {time} and saw {number} {noun} with my own eyes.",
    "Why does nobody ask {person} about this? I would have {act} the lot {time}.",
)
_CAPTIONS = (
    "{person}, {role}, in {place} {time}",
    "{sight} in {place}. A view of the quay {time}",
    "The {role} with {number} {noun} {time}",
)
_HEADINGS = (
    "A {mood} town",
    "What {body} knew",
    "{number} {noun}",
    "The question of {thing}",
    "After {place}",
)
_AUTHORS = "Rosa Quayle|Clara Dunmore|Henrik Moss|Odile Marsh|Dex Marlowe|P. L. Corrigan|Iris van der Hallow"


class Writer:
    """Writes sentences from the word lists; the same `seed` gives the same ones."""

    def __init__(self, seed: int):
        self.random = Random(seed)

    def _fill(self, patterns: tuple[str, ...]) -> str:
        text = self.random.choice(patterns)
        for name, words in _WORDS.items():
            while "{" + name + "}" in text:
                text = text.replace("{" + name + "}", self.random.choice(words.split("|")), 1)
        return text[0].upper() + text[1:]

    def title(self) -> str:
        return self._fill(_TITLES)

    def heading(self) -> str:
        return self._fill(_HEADINGS)

    def caption(self) -> str:
        return self._fill(_CAPTIONS)

    def comment(self) -> str:
        return " ".join(self._fill(_COMMENTS) for _ in range(self.random.randint(1, 3)))

    def paragraph(self, least: int = 1, most: int = 3) -> str:
        return " ".join(self._fill(_SENTENCES) for _ in range(self.random.randint(least, most)))

    def names(self, most: int = 2) -> list[str]:
        return self.random.sample(_AUTHORS.split("|"), self.random.randint(1, most))

    def cells(self) -> list[list[str]]:
        """A small table: its header and three rows."""
        rows = [
            [
                self.random.choice(_WORDS["place"].split("|")),
                f"{self.random.randint(11, 990)}m",
                f"{year} drals",
            ]
            for year in self.random.sample(range(100, 999), 3)
        ]
        return [["Place", "Losses", "Cost a head"], *rows]


@dataclass(frozen=True)
class Block:
    """A piece of a story's body: `kind` is paragraph, heading, quotation, list, table or answer.

    `lines` are its text: one line but for a list (its items) and a table (its rows, cells parted by tabs).
    """

    kind: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.lines[0]

    @property
    def rows(self) -> list[list[str]]:
        return [line.split("\t") for line in self.lines]


@dataclass(frozen=True)
class Story:
    """A made story: `published` is ISO with time and zone."""

    title: str
    standfirst: str
    authors: list[str]
    published: str
    section: str
    blocks: list[Block]

    @property
    def body(self) -> list[str]:
        """The lines that a reader of the page would call its text."""
        return [line for block in self.blocks for line in block.lines]


def make_story(seed: int, *, kinds: str = "", n_paragraphs: int = 12) -> Story:
    """A story of `n_paragraphs` paragraphs; a longer one has blocks of other `kinds` between them."""
    writer = Writer(seed)
    blocks = [Block("paragraph", (writer.paragraph(),)) for _ in range(n_paragraphs)]
    for kind in kinds.split() if n_paragraphs > 4 else ():
        blocks.insert(writer.random.randint(2, len(blocks) - 1), _make_block(kind, writer))
    day, hour, minute = (
        writer.random.randint(1, 28),
        writer.random.randint(5, 22),
        writer.random.randint(0, 59),
    )
    return Story(
        title=writer.title(),
        standfirst=writer.paragraph(1, 1),
        authors=writer.names(),
        published=f"2031-{writer.random.randint(1, 12):02}-{day:02}T{hour:02}:{minute:02}:00+01:00",
        section=writer.random.choice(["Harbour", "Politics", "River", "Money", "Culture"]),
        blocks=blocks,
    )


def _make_block(kind: str, writer: Writer) -> Block:
    if kind == "list":
        return Block(kind, tuple(writer.paragraph(1, 1) for _ in range(writer.random.randint(3, 5))))
    if kind == "table":
        return Block(kind, tuple("\t".join(row) for row in writer.cells()))
    if kind == "heading":
        return Block(kind, (writer.heading(),))
    if kind == "answer":
        return Block(
            kind, (f"Q: Will {writer.heading().lower()} be settled soon?", f"A: {writer.paragraph()}")
        )
    return Block(kind, (writer.paragraph(),))
