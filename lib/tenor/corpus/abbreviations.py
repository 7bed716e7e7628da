"""English abbreviations, by what a full stop behind them may mean."""

# Stand before a name or a number: the full stop never ends a sentence.
BEFORE_NAMES = frozenset(
    """
    mr mrs ms messrs mx dr drs prof profs rev revd hon pres gov govs sen sens rep reps amb sec supt insp det
    gen lt ltn col maj capt cmdr cdr cpl sgt pvt adm brig st ste sr fr mt ft mme mlle herr sra dra
    vs v viz cf eg ie nos pp vol vols fig figs ch art sect para approx dept univ assn bros
    """.split()
)
# Stand within a sentence or at its end: the full stop ends it only if a usual first word follows.
ANYWHERE = frozenset(
    """
    inc corp co ltd plc llc jr sr esq etc al est ave blvd rd sq ph d
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
    """.split()
)
# Abbreviations only before a number: "No. 4".
BEFORE_NUMBERS = frozenset("no nr art p pp ch fig par cl".split())
# Words that begin sentences and seldom follow an abbreviation inside one.
FIRST_WORDS = frozenset(
    """
    the a an this that these those it its he she they we you i his her their our my there here
    in on at by for from with after before since until while when where what who why how if as
    but and or so yet nor not no though although because however still then now meanwhile both
    some many most few all each one two three several officials police
    """.split()
)
