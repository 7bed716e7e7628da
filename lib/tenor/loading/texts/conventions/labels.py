"""Words in capital letters that stand before a dash or colon where a place might, and are none."""

# What newspapers put before a headline or a note, and who speaks in their transcripts.
LABELS = frozenset(
    "abstract act alert analysis anchor announcement answer appeal art arts audience background books"
    " bottom box breaking briefing bulletin caller caption chair chairman chairwoman chapter chronology"
    " clarification classified climate column comment commentary community confirmed contents context"
    " corrected correction court courts crime crossword culture data day debate developing diary digest"
    " dossier economy editor editorial education election elections energy entertainment environment"
    " episode essay example exclusive explained explainer fact factbox family fashion feature features"
    " figure file film finance flash focus food forecast full gallery general gossip graphic graphics"
    " guide headline headlines health help horoscope host image inside insight international interview"
    " introduction investigation jobs just key latest letter letters lifestyle line list listen live local"
    " look map market markets minister moderator money music must name narrator national nature news"
    " newsletter note notes notice obituaries obituary ok okay opinion option page panel paragraph part"
    " photo photos picture pictured pictures podcast point police politics poll portrait poster postscript"
    " premium president press preview prize profile prologue property question questions quick quiz quote"
    " ranking rating ratings reaction read reader readers recap recipe religion reminder report reporter"
    " result results revealed review reviews round rule scene science score scores season section shock"
    " shocking sidebar society source sources speaker special spoiler sport sports stage standings"
    " statement status step story summary survey table takeaway teaser technology text theatre timeline"
    " tip tips today tomorrow tonight topic total transcript translation transport travel trivia unknown"
    " update updated updates urgent verdict video viewpoint voices warning watch weather week winner"
    " winners world wow year yesterday".split()
)
# Words of sentences and titles of people.
FUNCTION_WORDS = frozenset(
    "a about after all also although an and another any are as at because been before both but by can"
    " could did do does dr each either even every few first for from gov had has have he her here him his"
    " how however i if in instead into is it its lady last later let like lord many may maybe me meanwhile"
    " more most mr mrs ms much my never next no none nor not nothing now of off on once one only or other"
    " our out over perhaps prof rep sen she should since sir so some still such than that their them then"
    " there these they this those though thus to too two un under until up us very was we were what when"
    " where whether which while who whose why will with would yes yet you your".split()
)
# What headlines end with: "CALDERAN WINS".
VERBS = frozenset(
    "asks attacks backs bans beats begins blasts calls claims closes cuts defends denies dies ends faces"
    " falls fears fires gets gives goes grows halts has hits holds is joins keeps kills leads leaves looks"
    " loses makes meets moves needs opens pays plans pulls puts quits reacts rejects returns reveals rises"
    " runs says sees sells sends shows signs slams starts stays stops strikes sues takes talks tells"
    " threatens turns urges votes vows waits wants warns was were wins won".split()
)
# What parts of places begin and end with: "PORT SELLA", "BRACKLEY MERE".
PLACE_STARTS = frozenset(
    "bad bahia buenos cape castle cerro ciudad costa des east el fort ft grand great high ho hong ile"
    " isla kuala la lake las little long los lower mount mt neu new north novi nueva old palm phnom ponta"
    " port porto puerto rio saint salt san santa santo sao south st ste são upper villa ville west".split()
)
PLACE_ENDS = frozenset(
    "airport atoll bay beach bluff bluffs bridge city creek cross falls forest gardens green grove harbor"
    " harbour haven head heights hill hills island islands isle junction lake lakes mere mills park pass"
    " point port rapids ridge river rock shore sound springs station town vale valley view village wells"
    " wood woods".split()
)
