"""Names of people and agencies, known by their shape alone: no list of names."""

import re

# A letter that is no small one of Latin-1; small letters of other scripts are told apart by their users.
CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
# Small words inside names of places, and those that names of people have too.
PARTICLES = (
    "al|am|an|and|auf|d|da|das|de|del|della|den|der|des|di|do|dos|du|e|el|en|et|im|in|la|le|les|lo|los|of|on|op"
    "|sobre|sous|sul|sur|ten|ter|the|und|upon|van|von|y|zu|zum|zur"
)
_PERSONAL = "al|auf|bin|bint|da|dal|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|zu|zum|zur"

TOKEN = rf"(?:[dl]['’])?{CAPITAL}[\w.'’]*+"
_WITHIN = rf"[ ‐‑-](?:(?:{_PERSONAL})[ -]){{0,2}}"
AND = r"(?:, (?:and |& )?| and | & | with | et | und | y )"
# "J. R. de la Quayle", and several such names.
PERSON = rf"{TOKEN}(?:{_WITHIN}{TOKEN}){{0,5}}"
PEOPLE = rf"{TOKEN}(?:(?:{_WITHIN}|{AND}){TOKEN}){{0,30}}"

_AGENCIES = set("agence agencia agencies agency agentur agenzia newswire newswires press wire wires".split())
_SERVICES = {
    f"{kind} {name}" for kind in ("news", "press", "wire") for name in ("association", "service", "trust")
}
_ROLES = set(
    "columnist columnists contributor contributors correspondent correspondents critic editor editors"
    " journalist journalists photographer photographers reporter reporters staff writer writers".split()
)
_INITIALS = re.compile(r"[A-ZÀ-ÞА-Я]{2,5}|[a-z]{3}")
_PLAIN = set(PARTICLES.split("|")) | set(
    "a.m additional agencies also article assistance at by combined contributed contributing courtesy"
    " credit credits editing file files for from graphics handout image images inputs our p.m photo"
    " photos piece pool post producer production report reported reporting reports research special"
    " story this to translated via video with writing".split()
)


def is_agency(words: str) -> bool:
    """Whether these words name a news agency by what such names end with.

    >>> is_agency("Meridian Wire"), is_agency("Staff Writer")
    (True, False)
    """
    last = words.lower().split()[-2:]
    return bool(last) and (last[-1] in _AGENCIES or " ".join(last) in _SERVICES)


def is_role(words: str) -> bool:
    """Whether these words say what somebody does for a newspaper.

    >>> is_role("Port Sella correspondent"), is_role("Meridian Wire")
    (True, False)
    """
    return not _ROLES.isdisjoint(words.lower().replace("-", " ").split()[-1:])


def is_initials(word: str) -> bool:
    """Whether this may be the initials of an agency: "MW", or three small letters."""
    return bool(_INITIALS.fullmatch(word))


def is_plain(words: str) -> bool:
    """Whether all small words are of a kind that lines of credit have.

    >>> is_plain("Tam Orrin in Vessen; Editing by Rosa Quayle"), is_plain("Tam Orrin fell")
    (True, False)
    """
    small = (word.strip(".,;:()[]–—-/") for word in words.split() if "@" not in word)
    return all(word in _PLAIN or not word[:1].islower() or is_role(word) for word in small)
