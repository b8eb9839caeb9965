//! The closed word classes of English that the grammars of figures, dates and clauses need. One table, read once at
//! start; open classes (measures, entities) come from the vocabulary.

mod numbers;

use super::lexicon::{Class, LexiconBuilder};
use numbers::{CARDINALS, NUMBERED, ORDINALS};

/// Adds every word of the tables to the lexicon.
pub(super) fn register(lexicon: &mut LexiconBuilder) {
    for (number, words) in CARDINALS {
        for word in words.split(' ') {
            lexicon.add(word, Class::CARDINAL, *number, 0);
        }
    }
    // "twentyfive" and "twentyfifth" are slips that readers understand.
    for (tens, ten) in CARDINALS.iter().filter(|(number, _)| *number >= 20) {
        let ten = ten.split(' ').next().unwrap_or_default();
        for (class, rows) in [(Class::CARDINAL, CARDINALS), (Class::ORDINAL, ORDINALS)] {
            for (unit, one) in rows.iter().filter(|(number, _)| (1..10).contains(number)) {
                for one in one.split(' ') {
                    lexicon.add(&format!("{ten}{one}"), class, tens + unit, 0);
                }
            }
        }
    }
    for (number, words) in ORDINALS {
        for word in words.split(' ') {
            lexicon.add(word, Class::ORDINAL, *number, 0);
        }
    }
    for &(class, rows) in NUMBERED {
        for (number, words) in rows {
            for word in words.split(' ') {
                lexicon.add(word, class, *number, 0);
            }
        }
    }
    for &(class, rows) in TIMED {
        for (time, words) in rows {
            for word in words.split(' ') {
                lexicon.add(word, class, 0, *time);
            }
        }
    }
    for &(class, words) in CLASSES {
        for word in words.split_whitespace() {
            lexicon.add(word, class, 0, 0);
        }
    }
}

/// The usual word for a number that has one of its own: up to twenty, and the tens below a hundred.
pub fn cardinal_word(n: u64) -> Option<&'static str> {
    first_word(CARDINALS, n)
}

/// The usual word for the ordinal of such a number.
pub fn ordinal_word(n: u64) -> Option<&'static str> {
    first_word(ORDINALS, n)
}

fn first_word(table: &[(u32, &'static str)], n: u64) -> Option<&'static str> {
    table.iter().find(|(number, _)| u64::from(*number) == n)?.1.split(' ').next()
}

/// A class and the words of it, each with its number or time.
type Rows<T> = &'static [(Class, &'static [(T, &'static str)])];

const TIMED: Rows<u8> = &[
    (
        Class::MONTH,
        &[
            (1, "january jan"),
            (2, "february feb"),
            (3, "march mar"),
            (4, "april apr"),
            (5, "may"),
            (6, "june jun"),
            (7, "july jul"),
            (8, "august aug"),
            (9, "september sept sep"),
            (10, "october oct"),
            (11, "november nov"),
            (12, "december dec"),
        ],
    ),
    (
        Class::WEEKDAY,
        &[
            (1, "monday mondays mon"),
            (2, "tuesday tuesdays tue tues"),
            (3, "wednesday wednesdays wed"),
            (4, "thursday thursdays thu thur thurs"),
            (5, "friday fridays fri"),
            (6, "saturday saturdays sat"),
            (7, "sunday sundays sun"),
        ],
    ),
    // Discriminants of `period::TimeUnit`.
    (
        Class::TIME_UNIT,
        &[
            (1, "second seconds sec secs"),
            (2, "minute minutes min mins"),
            (3, "hour hours hr hrs"),
            (4, "day days"),
            (5, "week weeks wk wks"),
            (6, "fortnight fortnights"),
            (7, "month months mth mths mos"),
            (8, "quarter quarters qtr qtrs"),
            (9, "year years yr yrs"),
            (10, "decade decades"),
            (11, "century centuries"),
        ],
    ),
    (Class::SEASON, &[(1, "spring"), (2, "summer"), (3, "autumn fall"), (4, "winter")]),
];

const CLASSES: &[(Class, &str)] = &[
    (
        Class::PLURAL,
        "seconds secs minutes mins hours hrs days weeks wks fortnights months mths mos quarters years yrs decades centuries
         thirds fourths fifths sixths sevenths eighths ninths tenths twelfths sixteenths twentieths hundredths thousandths mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    ),
    (Class::PART, "early mid late end"),
    (Class::DAY_WORD, "today yesterday tomorrow tonight tmrw yday"),
    (Class::DEICTIC, "last this next past coming upcoming previous following current recent same corresponding preceding that final opening closing latter"),
    (Class::ERA, "ad bc bce ce a.d. b.c. a.d b.c"),
    (Class::DATE_START, "q h night noon midday midnight weekend christmas boxing new valentine halloween
         fy fiscal financial eoy eom thirties forties fifties sixties seventies eighties nineties"),
    (
        Class::DATE_NEXT,
        "of to in on and until till through thru ago back before after from earlier later end ended ending starting
         beginning commencing am pm a.m. p.m. gmt utc bst est edt cst cdt mst mdt pst pdt et cet cest jst ist o'clock st nd rd th s q h
         noon part",
    ),
    (
        Class::DATE_NOUN,
        "weekends season seasons period periods fiscal financial calendar working workweek eve week's month's
         year's morning evening afternoon night time half halves part",
    ),
    (Class::PERCENT, "percent pct pc percentage"),
    (
        Class::HEDGE,
        "about around roughly approximately approx circa some estimated an nearly almost close virtually just under over
         more than at least fewer less below above up to as many much little few minimum maximum a of no most only
         upwards excess in beyond exceeding the best part north south shy well barely slightly exactly precisely
         between from another additional extra further total reported probably possibly perhaps maybe max min topping
         surpassing something somewhere nigh rather way never",
    ),
    (
        Class::PERSON,
        "people persons person individuals individual men man women woman children child boys boy girls girl kids babies
         infants adults teenagers teens youths students student pupils teachers workers worker employees employee staff
         soldiers soldier troops troop officers officer police policemen policeman personnel fighters fighter militants
         militant rebels insurgents gunmen terrorists civilians civilian residents resident inhabitants citizens citizen
         refugees refugee migrants migrant patients patient victims victim survivors passengers passenger members member
         protesters protester demonstrators prisoners prisoner inmates hostages hostage journalists journalist voters
         voter lawmakers legislators senators delegates candidates farmers nurses doctors firefighters paramedics
         peacekeepers guards agents contractors volunteers villagers customers users subscribers readers viewers
         households-heads pilgrims tourists pensioners applicants recipients beneficiaries donors players pilots crew
         servicemen marines sailors deputies cops detainees bystanders worshippers shoppers neighbours neighbors relatives
         americans britons leaders leader experts lawyers lives souls",
    ),
    (
        Class::PERSON,
        "baby infant toddler toddlers teen teenager kid youth adult adults mother mothers father fathers son sons daughter daughters
         brother brothers sister sisters wife wives husband husbands girlfriend boyfriend parent parents grandmother
         grandfather grandson granddaughter uncle aunt cousin nephew niece driver drivers pedestrian pedestrians
         motorist motorists cyclist cyclists gunman shooter suspect suspects deputy trooper troopers bystander clerk
         neighbor neighbour hiker hikers tourist swimmer diver protestor inmate detainee pilgrim shopper homeowner
         robber robbers burglar burglars attacker attackers assailant assailants thief thieves hijackers kidnappers
         rescuers rescuer cleric clerics priest priests shopkeeper shopkeepers vendor vendors climber climbers miners miner
         mom dad sibling siblings male males female females friend friends grandchild grandchildren grandsons granddaughters
         nieces nephews uncles aunts cousins stepson stepdaughter stepfather stepmother boyfriends girlfriends roommate
         roommates classmate classmates colleague teacher nurse doctor farmer firefighter paramedic guard volunteer villager
         fisherman reporter engineer scientist musician singer dancer footballer nun monk bishop imam commuter widow
         orphan professor surgeon cadet sailor medic medics pilot schoolgirl schoolgirls schoolboy schoolboys
         schoolchildren newborn newborns skier skiers jogger joggers biker bikers holidaymaker holidaymakers policewoman
         policewomen
         motorcyclist motorcyclists bicyclist bicyclists bartender bartenders barber barbers bouncer bouncers patron patrons
         cashier cashiers customer coworker coworkers grandma grandpa fiance fiancee spouse spouses preteen preteens
         juvenile juveniles pastor pastors rapper rappers janitor janitors custodian custodians tenant landlord owner
         mechanic mechanics butcher grocer grocers jeweler trucker truckers rider riders twins",
    ),
    (
        Class::PERSON,
        "engineers reporters scientists miners fishermen rescuers visitors clients consumers executives managers
         directors investors shareholders traders brokers bankers owners landlords tenants renters homeowners buyers
         sellers taxpayers retirees veterans graduates apprentices trainees cadets professors academics researchers
         economists analysts consultants builders cleaners chefs waiters artists actors musicians singers dancers
         writers authors athletes swimmers footballers fans spectators attendees participants ministers jurors
         witnesses plaintiffs defendants convicts criminals smugglers pirates attackers jihadists guerrillas settlers
         immigrants expatriates evacuees orphans widows colleagues commuters climbers priests monks nuns bishops imams
         smokers physicians surgeons dentists midwives carers detectives commandos paratroopers conscripts reservists
         mercenaries observers diplomats ambassadors aides interns youngsters nationals foreigners",
    ),
    (
        Class::COLLECTIVE,
        "people men women children grandchildren police personnel troops staff crew policemen servicemen firemen gunmen fishermen lives
         cattle livestock states votes reports wins strikes sheep fish aircraft spacecraft data media criteria phenomena
         feet teeth mice geese oxen dice",
    ),
    (
        Class::DETERMINER,
        "a an the this that these those his her its their our my your some any each every all both no another such what
         which whose either neither much many most more other",
    ),
    (
        Class::PREPOSITION,
        "of in on at by from to with within without into onto upon over under above below about across after against
         along among amid around as before behind beneath beside besides between beyond despite down during except for
         inside like minus near off out outside past per plus regarding round since than through throughout till toward
         towards until up versus via worth amongst atop alongside",
    ),
    (Class::CONJUNCTION, "and or but nor yet plus"),
    (
        Class::SUBORDINATOR,
        "while because when whenever although though if unless until since whereas as whether once where wherever after
         before lest so that",
    ),
    (Class::RELATIVE, "who which whom whose that"),
    (
        Class::PRONOUN,
        "i you he she it we they me him us them himself herself itself themselves who whom one everyone everybody anyone
         someone nobody none others",
    ),
    (
        Class::AUXILIARY,
        "is are was were be been being am has have had having do does did will would can could shall should may might
         must ought isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't",
    ),
    (Class::FUTURE, "will would could might may shall should won't wouldn't plans planned plan expected expects set due slated likely if"),
    (Class::NEGATION, "not no never without neither nor none isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't nobody"),
    (Class::ADDITION, "more additional extra another further fewer less"),
    (
        Class::REPORTING,
        "said says say saying told tells tell reported reports report announced announces estimates estimate estimated
         stated states confirmed confirms claimed claims added adds wrote writes warned warns put puts according shows
         show found finds suggested suggests",
    ),
    (
        Class::VERB,
        "said says say told reported announced died dies die dying killed kills kill killing injured injures injuring
         wounded wounding hurt left leaves leave lost loses lose fled flees flee went goes go came comes come took takes
         take taken got gets get made makes make gave gives give given saw sees see seen sent sends send held holds hold
         began begins begin begun ran runs run rose rises rise risen fell falls fallen grew grows grow grown became
         becomes become met meets meet sat sits sit stood stands stand won wins win cast paid pays pay bought buys buy
         sold sells sell built builds build spent spends spend brought brings bring caught catches catch fought fights
         fight found finds find kept keeps keep led leads lead voted votes live lives lived work works remain remains
         need needs want wants include includes including comprise comprises live say think thinks believe believes know knows hit hits
         struck strikes strike shot shoots shed sheds cut cuts put puts set sets turned turns shows showed shown
         written wrote broke broken drove driven flown flew spoke spoken swept drowned missing dead alive due
         face faces facing worth landed landing deployed displaced trapped stranded infected hospitalized hospitalised
         known called named dubbed tasked charged based used seen
         according available currently still already ago later earlier old long tall high deep wide away",
    ),
    (
        Class::ADVERB,
        "not never also only just still already now then there here again so too very even ever often always almost
         nearly perhaps however alone annually daily weekly monthly yearly respectively total altogether apiece each
         overnight recently currently previously initially together instead later earlier soon ago away",
    ),
    (
        Class::RISE,
        "up rose rise rises rising risen increased increase increases increasing grew grow grows growing grown soared soar soars soaring
         jumped jump jumps jumping climbed climb climbs climbing surged surge surges surging gained gain gains gaining
         higher swelled swell swells added expanded expand",
    ),
    (
        Class::FALL,
        "down fell fall falls falling fallen decreased decrease decreases decreasing dropped drop drops dropping declined
         decline declines declining sank sink plunged plunge plunges plunging slid slide slumped slump tumbled tumble
         shed sheds lower shrank shrink contracted contract reduced reduce reduces reducing cut cuts cutting lost",
    ),
    (
        Class::PLEDGE,
        "pledge pledges pledged pledging promise promises promised promising commit commits committed committing
         commitment commitments offer offers offered offering vow vows vowed",
    ),
    (
        Class::PLAN,
        "plan plans planned planning will would slated expect expects expected intend intends intended aim aims aimed
         aiming goal goals target targets due upcoming should could might shall proposed proposal proposes hopes hoped
         seeks seeking if scheduled envisaged envisages want wants need needs required requires require",
    ),
    (Class::FORECAST, "forecast forecasts projected projects projection predicted predicts prediction fear fears feared"),
    (Class::FORMER, "initially originally previously formerly earlier once"),
    (
        Class::CAUSE,
        "earthquake earthquakes quake flood floods flooding hurricane hurricanes cyclone cyclones typhoon typhoons storm
         storms tornado tornadoes cholera epidemic pandemic covid coronavirus malaria ebola measles flu famine starvation
         crash crashes collision accident accidents fire fires wildfire wildfires drought heatwave landslide landslides
         overdose overdoses suicide suicides cancer tsunami eruption avalanche",
    ),
    (
        Class::LEADS_TO,
        "bring brings bringing brought take takes taking took raise raises raising raised lift lifts lifting lifted push pushes
         pushing pushed boost boosts boosting boosted drive drives driving drove",
    ),
    (
        Class::REACHES,
        "passed passes topped tops hit hits reached reaches exceeded exceeds surpassed surpasses crossed crosses neared nears
         numbered numbers totalled totaled totals",
    ),
    (Class::NAMESAKE, "county street road avenue boulevard drive lane highway parkway parish township borough"),
    (
        Class::HOLDS_A_NUMBER,
        "both pair duo trio quartet quintet sextet septet jubilee centenary centennial sesquicentenary sesquicentennial
         bicentenary bicentennial tercentenary tricentennial quatercentenary quincentenary",
    ),
    (
        Class::DIES,
        "die dies died dying perish perishes perished perishing succumb succumbs succumbed succumbing drown drowns drowned
         drowning",
    ),
    (Class::INCLUDING, "including includes include included among"),
    (
        Class::LABEL,
        "resolution article section chapter flight route highway page pages figure table version channel room phase
         grade item step part paragraph clause annex appendix schedule volume vol no nos number apartment apt suite
         platform gate group episode formula area boeing airbus iphone windows covid interstate proposition amendment
         psalm verse exit terminal pier line lane issue rfc lot case docket file form bus train unit sector precinct
         ward zone category type class model mark series season round game lap level rule act bill title
         ext extension fortune ftse stoxx nikkei nasdaq russell apollo artemis soyuz playstation xbox galaxy channel zip
         postcode box code hotel bowl resolutions articles sections chapters figures tables versions paragraphs clauses
         annexes appendices volumes parts verses episodes rounds games lots cases dockets routes highways flights gates
         rooms platforms pp p fig sec art para chap pub ch studio radio tv fox protocol footnote footnotes note notes rank
         agent warehouse building bay engine squad flat seat block brigade division motel district directive regulation
         decree docket ticket invoice port iso iec ansi hb sb usb hdmi gta mk node java python ios android web llama gpt
         gemini intel core vitamin leopard falcon starship voyager halo expo technique sprint dimension region sweet elite
         prop props road tip top news exhibit exhibits question questions scene order squadron regiment battalion stop
         error http tls ssl jdk jre jvm js php mysql postgres postgresql mariadb sqlite ubuntu debian fedora rhel centos
         freebsd macos django laravel angular vue kotlin cuda opengl directx vulkan chrome firefox junit gcc clang llvm
         kubernetes sdk jpeg webpack typescript wifi fi fahrenheit cloud corinthians thessalonians galatians ephesians
         philippians colossians genesis exodus leviticus deuteronomy
         status chromosome exon marker camp glock peugeot porsche ferrari mazda cessna learjet tupolev antonov
         ilyushin embraer bombardier nokia",
    ),
    (
        Class::GRADE,
        "size sizes type types stage stages phase phases grade grades category categories tier tiers level levels
         resolution resolutions article articles section sections chapter chapters clause version versions
         zone zones",
    ),
    (
        Class::ABBREVIATION,
        "mr mrs ms dr prof gen col capt lt sgt maj cpl sen rep gov st rev hon jr sr no nos vs etc jan feb mar apr jun jul
         aug sept sep oct nov dec mon tue tues wed thu thur thurs fri inc ltd co corp approx est fig dept ave ft pp vol art cf al rs c ca max min doz hr hrs sec ext
         p para chap pub",
    ),
    (
        Class::LEAD,
        "larger smaller bigger greater higher lower longer shorter older younger taller heavier lighter faster slower
         better worse equal or to than not exceeding anything far off from large long low high old very slightly
         marginally fractionally bit shade fraction touch considerably significantly substantially comfortably easily
         much region order neighborhood neighbourhood vicinity on ca c give take plus minus negative practically
         approaching nearing getting for quite short tad whisker vastly lot great good deal exceed capped limited like grand combined point
         ballpark approximate rough anywhere coming knocking verging bordering upward
         all full whole entire solid",
    ),
];
