"""What furniture begins with and looks like, a kind at a time, whatever the letter case."""

import re

PICTURE = r"(?:photo(?:graph)?|picture|image|illustration|graphic|video|map|chart|foto|bild)s?"
_WORK = r"(?:reporting|writing|editing|research|production|translation)"
_FURTHER = r"(?:(?:additional|further) )?"
_SITE = r"(?:twitter|facebook|instagram|threads|bluesky|mastodon|tiktok|linkedin|youtube|x|social media)\b"
_MAILED = (
    r"(?:newsletters?|e-?mails?|inbox|alerts?|updates|briefings?|podcasts?|channel|itunes|rss|app|free|here|now"
    r"|today)\b"
)
_PIECES = (
    r"(?:stor(?:y|ies)|articles?|content|coverage|links?|topics?|news|reading|posts?|videos?|for you|now)"
)
_SEEN = r"(?:the|an?|our|it|more|photos|videos?|live|this|his|her)\b"

_CONTRIBUTION = (
    rf"{_FURTHER}{_WORK}(?: (?:and|&) {_WORK})? (?:by|from)\b.*",
    r"(?:compiled|edited|translated|researched|produced|contributed)(?: from the [a-z]+)? by\b.*",
    r"contribut(?:ing|ors?|ing (?:reporters?|writers?)): .*",
    rf"with {_FURTHER}(?:{_WORK}|files?|inputs?|contributions?) (?:by|from)\b.*",
)
_CREDIT = (
    rf"(?:(?:file|handout|cover|main|top) )?{PICTURE}(?: (?:credits?|courtesy|source))?"
    r" ?(?:: ?|by\b|courtesy(?: of)?\b|©|via\b|/).*",
    r"(?:crédits?(?: photos?)?|credits?|courtesy|sources?|hat tip) ?: ?.*",
    r"courtesy of\b.*",
    r"h/t\b.*",
)
_CAPTION = (
    r"(?:caption|pictured(?: (?:above|below|left|right|here))?) ?:.*",
    r"file photo\b.*",
    r"file ?[-–—:] .*",
    r"in this (?:[\w.,]+ ){0,6}?(?:file|combination|undated|handout) (?:photo|image|picture)\b.*",
    r"in this [a-z]+\.? \d{1,2},? \d{4},? (?:photo|image|picture)\b.*",
)
_COPYRIGHT = (
    r"(?:©|c\)|copyright) ?(?:©|\(c\)|(?-i:by [A-Z])|[12]\d{3}\b).*",
    r"© (?-i:[A-Z]).{0,80}",
    r"all rights reserved(?:[.,;|].*)?",
    r"this (?:material|article|story|content|report)\b.{0,60}\b(?:may|must|can) ?not be (?:published"
    r"|reproduced|copied|broadcast|rewritten|redistributed|used)\b.*",
    r"(?:reproduction|republication|redistribution)\b.{0,80}\b(?:prohibited|forbidden|not permitted)\b.*",
    r"reprinted (?:with|by|courtesy)\b.*",
)
_LINK = (
    r"read (?:more|also|next)(?: ?[:;>»→…|–—-].*| (?:about|at|on|here|from|in|stories)\b.*|\W*)",
    r"read (?:it all|the (?:rest|full|original|whole|entire|latest)\b.{0,60}) (?:here|at|on|below)\b.*",
    r"(?:also (?:read|see)|see also)(?: ?[:|»>–—-].*|\W*)",
    r"also on [^.,!?]{1,40}",
    r"see more ?:.*",
    r"more (?:on|from|about)\b[^.!?]{0,60}:?",
    rf"(?:related|recommended|trending)(?: {_PIECES})? ?(?::.*|\W*)",
    r"most (?:read|popular|viewed)\b\W*",
    r"you (?:may|might) also (?:like|enjoy|be interested)\b.*",
    r"(?:don['’]t miss|icymi|up next) ?:.*",
    rf"follow (?:us(?= on\b| at\b|\W*$)|@|.{{1,60}}? on {_SITE}|.{{1,60}}@\w).*",
    r"on (?:twitter|facebook),? follow\b.*",
    r"(?:twitter|facebook|instagram|e-?mail|web|online) ?: ?(?:@|https?:|www\.|\S+@).*",
    r"(?:like|find|join|visit|connect with) us (?:on|at)\b.*",
    r"contact us(?: (?:at|on|by|via|with|for)\b.{0,80}|\W*)",
    rf"(?:sign up|subscribe)\b.{{0,120}}\b{_MAILED}.*",
    r"(?:get|want) (?:the|our|all|more|to receive)\b.{0,80}\b(?:newsletter|inbox|app|alerts|updates)\b.*",
    r"click (?:here|below|through)\b(?!,).{0,80}",
    r"download (?:our|the) .{0,30}\bapp\b.{0,40}",
    r"join the conversation\b.{0,60}",
    r"enter your e-?mail\b.*",
    rf"(?:watch|listen to|see|view) {_SEEN}.{{0,80}} (?:here|below|above)\W*",
    rf"share (?:this(?: (?:article|story|post|page))?|on {_SITE}|via e-?mail)\W*",
    r"(?:send|e-?mail|contact|write to|reach)\b.{0,100}\S@\w.*",
    r"(?:https?://|www\.)\S+",
)
_LABEL = (
    r"(?:advertise?ments?|advertising|sponsored(?: content)?|loading|abstract|full text)\W*",
    r"(?:story|article) continues(?: (?:below|after|here|on)\b.{0,40}|\W*)",
    r"continue reading\b.{0,60}",
    r"continued (?:on|from)(?: next)? page\b.{0,20}",
)
_KINDS = {
    "contribution": _CONTRIBUTION,
    "credit": _CREDIT,
    "caption": _CAPTION,
    "copyright": _COPYRIGHT,
    "link": _LINK,
    "label": _LABEL,
}
# Its groups are named like the kinds.
FURNITURE = re.compile(
    "|".join(f"(?P<{kind}>{'|'.join(forms)})" for kind, forms in _KINDS.items()), re.IGNORECASE
)

# Its first four characters.
STARTS = (
    "abst|addi|adve|all |also|arti|bild|c) 1|c) 2|capt|char|clic|comp|conn|cont|copy|cour|cove|cred|créd"
    "|don'|don’|down|e-ma|edit|emai|ente|face|file|find|foll|foto|full|furt|get |grap|h/t |h/t/|h/t:|hand"
    "|hat |http|icym|illu|imag|in t|inst|join|like|list|load|main|map |map:|more|most|on f|on t|onli|phot"
    "|pict|prod|reac|read|reco|rela|repo|repr|rese|see |send|shar|sign|sour|spon|stor|subs|this|top |tran"
    "|tren|twit|up n|vide|view|visi|want|watc|web:|with|writ|www.|you "
).split("|")
STARTS = {*STARTS, *map(str.upper, STARTS), *map(str.capitalize, STARTS), *map(str.title, STARTS)}
