"""Names that are one letter apart and are two people, two places or two things.

“Austin” beside “Agustin”, “Guyana” beside “French Guiana”: no slip explains them. A pair counts as two when both
names stand in one of these lists, whatever else is alike.
"""

from __future__ import annotations

GIVEN = frozenset(
    """
    aaron abdul adele adrian adriana agnes agustin aiden alain alana albert alberta alberto aldo alex alexa
    alexander alexandra alexis alfred alfredo alice alicia alina alison allan allen allison alyssa amanda
    amelia amelie andre andrea andreas andrei andres andrew angela angelo angie anita annie anna anne annette anthony
    antoine anton antonia antonio april ariana ariel armand armando arturo ashley astrid austin barbara bella benny
    bernard bernardo betty bianca bobby brenda brendan brett brian bruce bruno bryan bryce byron camila camilla
    camille candice carla carlo carlos carmen carol carola carole carolina caroline carrie casey cathy
    cecil cecilia celia chandra charles charlie charlotte chris christa christian christina christine christoph
    cindy claire clara clark claude claudia claudio clive colin connie corinna craig cristian cristina cyril daisy daniel
    daniela danielle danilo danny david davide dawn deborah denis denise dennis derek diana diane diego dimitri dirk
    dominic dominik donald donna doris dorothy douglas duncan dylan edgar edith eduard eduardo edward edwin elena elias
    elisa elise eliza ellen ellie elliot elsie emanuel emile emilia emilie emilio emily emma enrico enrique eric erica
    erich erika ernest ernesto ernst estelle esther ethan eugene evelyn fabian fabio felicia felix fernanda fernando
    fiona florence florian frances francesca francesco francis francisco franco frank franz frederic frederik frieda
    gabriel gabriela gavin gemma george georg georgia georgina gerald gerard gerda gilbert gisela glenn gloria gordon
    grace graham greta guido gustav hamish hanna hannah hannes harald harold harriet harris harry harvey hassan heather
    hector heidi heinz helen helena helene helga henri henrik henry herbert herman hilary hugo humphrey hussein irene iris isabel
    isabella ivan ivana jacob jacques jakob james jamie janet janice janine jared jasmin jasmine jason javier jeanne jenna
    jennie jennifer jenny jeremy jerome jerry jesse jessica jessie jimmy joana joanna joanne johan johann johanna johannes
    johnny jolene jonas jonathan jordan jorge joseph josef josephine joshua joyce juan juana judith julia julian juliana julie
    julien juliet juliette julio julius justin justine karen karim karin karina karla karsten katarina kathy katie katja
    keith kelly kenny kerry kevin kirsten klaus kristen kristin kristina kumar larissa larry lauren laurence laurent lauren
    laurie lawrence leila lennart leonard leonardo leonie leroy leslie lewis liam liane linda lindsay lindsey lionel lisa
    lloyd lorena lorenz lorenzo loretta lorna louis louisa louise lucas lucia luciano lucie lucille lucy ludwig luigi luisa lukas
    lydia mabel maggie mahmoud maike malcolm manuel manuela marcel marcela marcia marco marcos marcus margaret margot maria marian
    mariana marianne marie mariel marilyn marina mario marion marisa marius marjorie markus marlene marlon marta martha martin martina
    martine marvin mary mateo mathias matthew matthias matteo maura maureen maurice mauricio mauro maxim maxime melanie melinda melissa
    michael michaela michel michele michelle miguel mikael mikhail milan mildred milena milton mina miranda miriam mohamed mohammed
    moira moises monica monika monique morgan moritz muhammad muriel myriam nadia nadine nancy naomi natalia natalie natasha
    nathan neil nelson nicholas nicola nicolas nicole nigel nikita niklas nikola nikolas noel nora norman octavia olga oliver olivia
    olivier orlando oscar oskar paloma pamela patrice patricia patrick patrik paul paula paulina pauline paulo pedro peggy penny
    peter petra philip philipp phillip phoebe pierre polly priscilla priya rachel rafael rahul rajesh rakesh ralph ramesh ramon randy raphael
    raquel raul ravesh raymond rebecca regina reginald renata renate rene reuben ricardo richard rita robert roberta roberto robin
    rodrigo roger roland rolf roman romana ronald ronan rosa rosalie rosemary rosie rowan roxana ruben rudolf rupert russell ruth
    sabina sabine sabrina sally samuel sandra sandro sanjay santiago sara sarah sasha sascha scott sebastian selena selina selma serena
    sergei sergio shane shannon sharon sheila shelly sherry shirley sidney silvia silvio simon simona simone sofia sonia sonja
    sophia sophie stacy stefan stefanie stella stephan stephane stephanie stephen steve steven stewart stuart sue suresh susan susana
    susanna susanne susie suzanne sven svetlana sybil sydney sylvia tamara tanja tanya tara teresa terry theo theodor theodore theresa
    thomas tiffany timothy tobias tony tracy tristan ulrich ulrike ursula valentin valentina valeria valerie vanessa vera verena
    veronica veronika victor victoria viktor viktoria vincent vincente viola violet virginia vivian viviana walter wanda wendy werner
    wesley wilbur wilhelm willem william willie willy winston xavier yolanda yvette yvonne zachary zoltan
    """.split()
)
PLACES = frozenset(
    """
    albania algeria america angola antigua arabia arctic argentina armenia aruba asia athens austria australia bahamas bahrain
    bangor belarus belfast belgium belize bergen berlin berlin bermuda berne bolivia boston botswana bradford brasil brazil brighton bristol britain
    brunei burma burundi cairo california cambodia cambridge canada cardiff carlisle chad chester chile china colombia colorado
    columbia columbus congo corsica corinth crete croatia cuba cuba cyprus czechia dallas danzig dayton delaware denmark derby devon
    dominica dorset dover dresden dublin dubai dundee durham egypt england essex estonia ethiopia europe exeter finland florence
    florida france gambia gaza geneva genoa georgia germany ghana gibraltar glasgow greece greek green greenland grenada guatemala guernsey guiana guinea
    guyana hague haiti halifax hamburg hanover havana hawaii holland honduras houston hungary iceland idaho india indiana indonesia iowa
    iran iraq ireland israel istanbul italy jamaica japan java jersey jordan kansas kazan kenya kerala kiev kyiv korea korean kosovo kuwait lagos
    laos lapland latvia lebanon leeds leiden lesotho liberia libya lima lisbon lithuania liverpool london lorraine lusaka luxembourg lyon
    macao macau madrid maine malaga malawi malaysia maldives mali malta manila marseille mexico miami milan minsk moldova monaco
    mongolia montana montreal morocco moscow mumbai munich myanmar namibia naples nassau nauru nepal nevada newark niger nigeria norfolk norway norwich
    oakland oman ontario oregon orlando oslo ottawa oxford pakistan palau panama paraguay paris parma perth peru poland polish portland
    portugal prague pretoria qatar quebec reading riga romania rome russia rwanda salerno samoa santiago saudi savannah scotland senegal seoul serbia
    siberia sicily slovakia slovenia somalia spain sudan suffolk surrey sussex sweden sydney syria taiwan tehran texas thailand tibet togo
    tokyo tonga toronto toulon toulouse trieste tripoli tunis tunisia turin turkey uganda ukraine uruguay utah valencia valletta vanuatu venice vermont verona
    victoria vienna vietnam virginia wales warsaw washington wigan worcester wyoming yemen york zagreb zambia zimbabwe zurich
    """.split()
)
# words of other tongues that show a capitalised word to be theirs: “Encontro Nacional de …”
FOREIGN = frozenset(
    """
    de del la las el los en y e da das do dos em um uma le les du des et une au aux der die das dem den und auf im von zur zum
    il lo gli di dei della het een van na para por con com sur pour mit bei och att af og till
    """.split()
)
