"""Ordinary English words that are one letter away from another: no misspelt name is one of them.

“Contract” beside “Contact” is two words, “Bornsten” beside “Bornstein” is one name. The list holds base
forms of words of copy that have such a neighbour; `is_ordinary` knows their inflections.
"""

from __future__ import annotations

BASES = frozenset(
    """
    abases abide ability abode abort abound about above absent abuse accent accept ache acknowledgement
    acknowledgment acre actes acting action adapt adaption added addiction adding addition adept admin
    admit adopt adoption adverse advice advise aesthetic after agility aide aimed aiming aire alien align
    alike alive allay alley allot allow alone along alter altitude amass ambition ambitious amiss among
    ample amused analyse analysis analyst analyze anesthetic angel anger angle ante appeal appear apple
    apply apron aptly area arena arise armed arose around artefacts artifact ascent aside assent assert
    assess asset assorting assume assure attach attack attitude auction audio audit averse awake aware
    back badge bagged bagging baggy bake ball band bank banner banning barred barrel base basi basic basin
    battle beach beak beam bean bear beard beast beat became become bedside beech begged begin begun being
    bell belly belt bench benefit beside better betting bias biases bidder bidding bike bill billeted
    billion bind bird bite black blame blandly blank blast blaze bleeding blend blind blink bloat blob
    block blood bloom blot blow blown blush board boast boat bobbing bode bogged bogus boil bold bolster
    bolt bomb bond bone bonk bonus book boom boost booze bord bore borne borrow both bottle bought bounce
    bound bout bowing bowl boxes boxing brag brain brake brand brave brawn breach bread breadth break
    breast breath breathe bree breed brew brick bridge bring brink broad broke brother brought brow brown
    brush budding budge budget buggy build built bulky bullet bullion bully bunch bunk burn burnt
    burrowing burst bury buses butt cache cake call camp cancel cancer candles candy canned cannel capital
    capitol capping caption carbon card care cart carte carton cartoon carve case cast catalog catalogue
    catch cate cause caution cautious cave cease cell cent center centre certain certainty cessation
    chafing chain chair chance change channel chanting chants chapter charge charity charm chart chase
    chat cheap cheat check cheeky cheery chef cherry chest chief chime chip chirps chock choose chop chore
    chose civic civil clap clarify clarity clash class clattered clause clean cleanse clear click clip
    clock clone close cloud clout clown club clue cluster clutter coach coal coast coat coax code coder
    cold collage collate college color colour comb combine come comet comic command commence commend
    comment commerce commune commute compete compile complain complaint complement complementary complete
    compliant compliment complimentary comply compose compost compute concept concern concert conduct
    conduit confections confirm conform connection consent constrain constraint contact contend content
    contention contest context continent contingent contract contrast convection convene convention
    converge converse convert convey conviction cook cool cope copy core corn coroner corp cosmic cost
    couch coughed counsellors counselor count country county coupe couple cours course court cove cover
    covert coveted crack cradling cranking crash crater crave crawl craze creep cries crime crimp crises
    crisis crisp criticised criticize crop cross crown crunch crush crust crutch cube cure curse curtail
    curtain curve daily dairy dare dash date dead deal dealt dear death debate debit debt debut decade
    decay decease decent decide deck decode decrease dedicate defeat defect defence defend defense defer
    define deflate deflect defy delay delete delicate demise denial denote dental deny depart department
    depend depleted deported deportment deprived depth derail derive descent desk detail detained detect
    deter device devise devote diagnose diagnosis dial diary dice dime dine dinner diploma diplomat
    dipping disc discard discord discreet discrete dish disk displaced display distract district dive
    diverge diverse diversify diversity divert divide dividend divine doable dock dodged doer dogged doing
    dolor domain donor door double doubt draft drag drain drank draw drawn dread dream drift drink drip
    drive drone drop drove drown drug drunk duck dure dying earning earrings ease eating edit eight eighth
    either elect election ellipses ellipsis emit empire enact encode encore encourage endure enmity ensued
    ensues ensuing ensure entice entire entirety entity entourage erase erected erections eternal ethe
    ethical ethnically evacuate evacuation evaluate evaluation exact excel except excerpt excess excite
    exist exit expand expansive expect expelled expend expensive expert expire explode explore export
    extend extensive extent external face facet fact faction faculty fade fail failing fake fall falter
    fare farm farther farthest fast father faulty favor fecal feed feel fellow feral fever fewer fiber
    fibre fiction field fifth fifty fight file filer filet filing fill fillet film filter find fine finger
    fire firm first fist fitt fixed fixes fixing flag flame flank flap flare flash flavor flaw flee flesh
    flick flies flight flip flit flocked flood floor flow flushes flushing focal focus folk follow font
    food fool foot football footer footfall foray force forge forget forgo forgot fork form formal format
    forme forth forty forum foster found fourth fraction frame frank free freeze fresh friction fried
    friend front frost fuel fund funky funny further furthest gain game garage garbage gases gate gaze
    gear generic genetic giant glar glass gloom glow goad grab grace graceful grad grade grain grand
    grandma grandpa grant grasp grass grate grateful grave grazing great gree green greet grid grin grind
    groom groped gros group grow grunt guess guest guild guilt hack hail hairy halfway hallway halt halved
    halves hand handle handout hang hangouts hate hatred haul haunt have hawk head header heading heady
    heal heap hear heard hearing heart heat heavy heed help heritage hermitage heroes herpes hide hike
    hinge hint hire hoisted hold hole home homelessness hone honor honour hook hoop hope hopelessness
    horde horse host house huddle humidity humility hung hunger hunk hunt hunter hurdle hurl hurry hurt
    hypotheses hypothesis idea ideal identify identity idiom idiot image imagine immoral immortal immunity
    impact imparted impede impending import impunity incentive incites inclement increment inde index
    indicate indicting inert infected infection infectious infer inferior inflamed inflated inflection
    ingest inhabit inhibit inject inland inne insect insert inspect install instill intend intent
    intention interior interjecting intern internal internet intersect interval invent invention inventive
    inventor invert invest investor invite island join joint juggle jungle kick kill kilometers kilometres
    kind king kink knack knob knock know known label labor labour lace lack lagged lagging lake land lane
    large largest lash last late lateral latte laud launch lawyer layer laying lead leader leak lean
    leaning leap learn learnt lease least leave lend lender lenses lessen lesson level lever liability
    liberal licence license lift light lightning like line lineage link linkage lint list literacy literal
    literary livability live load loan local locale locate lock lodged logged logging logic login long
    look loom loop lose loss loud lounged lounger love lover lower loyal lunch lung lurch lying macro
    magic mail main major make maker male manage manga mania maniac manifest manifesto manure mapping
    march marital mark marker market martial mash mask masse mast master mastery match mate material
    maternal matte mature mayor maze meal mean meant medal mediate mediation medication meditate
    meditation meet meld melt memes memo mend menial mental menu mess metal meter metres micro middle mile
    milestone millimeters millimetres millstone mind mine mint minus mise miss mist mixe modal mode model
    modest money monkey month mood moon mopping moral morality morn morons mortal mortality motel mourning
    mouth move mowe muddle mule mural must mystery naive nake name nation native near nearby neat need
    needle nest nestled nettled neural neutral neve newer node norm normal note nothing notice notion
    novice older open optical optimal opting order organise organize oust outage outer outing outlet
    outline outlive outrage outset oven over overlap overlay overnight overseas oversee overshoot overshot
    oversight owing owning pace pack packet page pager pain paint pair palace pane panel panning pant
    paper pare parent parity park parse part party passe paste patch patent patient pause pave paye peace
    peak peek peel peep peer pence perk person persona personal pest petty phase phone photo phrase pick
    piece pierce pile pill pilot pinch pinning pipe pitch pivot place placid plaid plan plane planet
    planks plant plate play player pleaded pleading please plot plug plunge pocket poder poem poet point
    poised poison poke pole police polite poll pond ponder pool poppy port portal portion pose posited
    posits post postal postes potent potion pott pound powders power practice practised praise pray
    precious precise predicated predict premise presence present presentable preset pretence pretty
    prevent preventable previous price pride prime principle print prise prison prize probe process
    procession processor produce product profane profession professor profile profit project projection
    promise promote prompt prone pronto prop propane propel proper property prosper protect protection
    protest proto prove prowess pull pulse punch puppy purity purse pursue quack qualify quality quantify
    quantity quarks quick quiet quirk quite quota quote race rack racket radio rage ragged raid rail rain
    raise rally range rank raster rate ratio reach react reaction read reader ready real reap rebase
    rebates rebel rebuild rebuilt recipe recite record recreate recused redacted redaction reduction reek
    reel reelection referential reflection refrain refuge refuse regain regard regressed reign rein
    reinvent reinvest relate relax relay relief relieve religion religious relive rely remade remain
    remainder remake remind remote remove rend render rent repay repeal repeat replay reply report repress
    reseated resented reset reside resign resize resolution resolve resort rest restart restating retail
    retain retire retorts retrain retreat retry reuse reveal revenge revenue revered reverential reverse
    revert revery reviled revise revive revolution revolve reward rewind rewording rework ride ridges
    rigged ring rise risk rive road roam roar robe robot rock rocket roil role roll room root rope rose
    rost rousing route routine rove rugged ruin rule rush rust sacred safe safety sail sain saint sale
    sallow salmon salon salt sample sate sauna save saying scale scam scan scarce scare scattered scene
    scent schema scheme school schooner scoop scope score scorned scoured scouring scouting scrap scream
    scroll scrub scrum scuttle seal seam seat seed seedy seeing seek seem seep seize sell selves send
    senior sensor sentence sentience sentient sentiment series serif serve sett settle sever shade shady
    shaft shake shaky shall shallow shame shape sharable shard share shareable shark sharp shattered
    shaved sheaf shed sheep sheet shelf shell shelves shift shine ship shirt shock shoe shone shook shoot
    shop shore short shot shout shoved shovel show showdown shown shrines shrink shuttle side sift sigh
    sight sign signal silk silo silver simmer simple simulate simulation sing sink sipped site sitting
    sixth sixty sizable size sizeable skies skill skim skin skinks skip skull slack slam slap slash slate
    slave sleek sleep slender slept slice slick slide slight slim slip slit sliver slop slot slow slowdown
    slur slush smacked small smart smashing smell smile smoke snack snag snake snap snatch sneak snide
    snip snippet snitch snorted snow snuff soar sober socialite socialize sock solve song sort sour source
    space span spar spare spark sparkling sparse spate spawn speak special specialities specialty speed
    speedy spell spend spent spice spider spike spill spin spine spite splash split spoke spoof spoon
    sport spot spouting sprained sprang spray spring sprint sprite sprung spur spying squint squirt stable
    stack staff stag stage staid stairs stake stale stalking stall stamp stand staple star stare stark
    start startled startling starve state stationary stationery stats statue stature statuses statute
    stave stay steal steam stee steel steep stem step stick sticky stiffed stifled still stimulate
    stimulation sting stint stipulates stir stitch stock stocky stoke stole stone stood stool stooped
    stooping stop store storm stormy story stove strain strand strange strangler strap stray stre stream
    stride strike string strip stripes strive stroke stroll strong strove struck stuck studio study stuff
    stung stunt sturdy style submit subset suck suing suit suite summer summit sunday sundry sunset supe
    superb supper surf surge suspicion suspicious swag swamp swap sway swear sweat sweeping sweeps sweet
    swell swept swerve swift swim swing switch swoop sync synching synopses synopsis table tablet take
    taken taker tale talk tame tank tape tapped tapping task taxed taxes taxi taxing team tear tease teeth
    tend tenet tense tent tenth term test text thank theme there these thick thin thing think thorough
    those though thought thread threat three threw through throughout throughput throw thrust tick ticket
    tide tier tile tilt timber time timid tipping tire title todo token tone tonnes topic topical
    topography topped topping total tote touch tough tour tout towel tower toxic toxin toying trace track
    trade trail train trait tranquility tranquillity transfer transit transmit trap travel travers tray
    treat treatise treaty tree trend trial tribal tribe trick tried tries trip triple trope tropical trove
    truck trunk trust trying tube tumor tune turkey turn turnkey tutor tween tweet tweezers tying type
    typical typo typography unable unbearable unbeatable unblock unbounded uncertain uncertainty undead
    underline undermine unduly unfold unfounded uniform unify uninformed union unison unity unlock unnest
    unread unrest unruly untold unwanted unwonted upheld uphold usable vague value vector vent verge
    verify verse vest vetted victor viral vital volume volutes vote vowed wade wage waist wait waive wake
    walk wall wand wander wane want ware warm warn warring wash waste wave waxed wear weave weed week
    weigh weight whale whenever wherever whether while whiskered whisper whistle white whither whittle
    whoever whole whomever whose wide widow wind window wing winner winning wint winter wipe wire wise
    wish with withheld withhold wive women wonder wood wooden word wordy work world worm worry worse
    worsen worst would wound woven wreak wreck wrist write wrote
    """.split()
)
# ending -> what stands there in the base form
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ier", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"),
    ("s", ""), ("ing", ""), ("ing", "e"), ("ings", ""), ("ed", ""), ("ed", "e"), ("er", ""), ("er", "e"),
    ("ers", ""), ("ers", "e"), ("ly", ""),
)  # fmt: skip


def is_ordinary(word: str) -> bool:
    """True for a word of the list and its inflections; `word` is in lower case."""
    return word in BASES or any(base in BASES or not BASES.isdisjoint(_bases(base)) for base in _bases(word))


def _bases(word: str) -> set[str]:
    found = set()
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)] + instead
            found.add(stem)
            if not instead and ending != "s" and len(stem) > 3 and stem[-1] == stem[-2]:
                found.add(stem[:-1])  # “planned”, “planner”
    return found
