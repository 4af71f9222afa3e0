import SortieSchema
import Testing

@testable import SortieExtraction

/// A text of a few sentences, and what its records have to tell: operator, day, places, strikes, dead.
private let cases: [TextCase] = [
  TextCase(
    what: "Aircraft that were shot down lend their side to the mission told later",
    text: "Militants shot down an Iraqi army helicopter south of Samarra. The Bell 407 was attacking vehicles of the "
      + "militants late on Wednesday when it was hit.",
    told: ["IQ 2014-11-26 Samarra"]),
  TextCase(
    what: "Who is blamed flew it",
    text: "A drone killed a commander in his car near Khan Arnabeh on Tuesday. State media blamed Israel.",
    told: ["IL 2014-11-25 Khan Arnabeh"]),
  TextCase(
    what: "Entries take their day and place from their labels",
    text:
      "The coalition gave details.\n\n1. March 9, 2014, near Tabqah, Syria, via media report. During a coalition strike "
      + "on an ISIS vehicle two civilians were killed.",
    told: ["us-led-coalition 2014-03-09 Tabqah 2 dead"]),
  TextCase(
    what: "The town that is hit again is the one told before",
    text: "Jets bombed Binnish on Tuesday. SOHR said six air strikes hit the town on Tuesday, killing four people.",
    told: ["unknown 2014-11-25 Binnish 6 strikes 4 dead"]),
  TextCase(
    what: "The second sentence tells the day and the place of the first",
    text:
      "Turkish jets hit camps of the PKK in northern Iraq, the army said. Turkey's air force struck hideouts of the "
      + "group in Gara on Monday night.",
    told: ["TR 2014-11-24 Gara"]),
  TextCase(
    what: "Bombers who blow themselves up fly nothing later either",
    text: "Suicide bombers attacked two buses near Salamiyah on Sunday. The bombers struck at a checkpoint.",
    told: []),
  TextCase(
    what: "Strikes told by number alone are strikes",
    text: "On Monday coalition jets carried out four strikes near Mosul. Two near Al Qaim damaged a bunker.",
    told: ["us-led-coalition 2014-11-24 Mosul 4 strikes", "us-led-coalition 2014-11-24 Al Qaim 2 strikes"]),
  TextCase(
    what: "Nothing is flown in an exercise",
    text:
      "The air force ended an exercise in the desert on Monday. More than 600 sorties were flown from Azraq. In the "
      + "final scenario four F-16s struck a mock camp.",
    told: []),
  TextCase(
    what: "Missiles that were intercepted are no aircraft that were shot down",
    text: "On Friday Israeli aircraft fired missiles at Masyaf and most of them were intercepted.",
    told: ["IL 2014-11-28 Masyaf"]),
  TextCase(
    what: "A rocket attack by rebels is not flown, nor is what it avenged of that day",
    text: "On Monday rebels launched a rocket attack on Damascus.",
    told: []),
  TextCase(
    what: "A village that the text introduced is known by its bare name",
    text:
      "On Monday jets bombed the village of Qarbutiyah in Idlib province. On Tuesday Russian jets killed nine people "
      + "in Qarbutiyah.",
    told: ["unknown 2014-11-24 Qarbutiyah", "RU 2014-11-25 Qarbutiyah 9 dead"]),
  TextCase(
    what: "A place told by its distance is the one that lies there",
    text:
      "On Friday Turkish jets hit a camp near Makhmour, killing four people. The planes struck some 60 km south-west "
      + "of Erbil.",
    told: ["TR 2014-11-28 Makhmour 4 dead"]),
  TextCase(
    what: "A weekday is one of the days that a report tells in its head",
    text: "Monday 10 November to Sunday 16 November 2014\n\nOn Thursday two Tornados struck a bunker near Hit.",
    told: ["unknown 2014-11-13 Hit"]),
  TextCase(
    what: "The sentence behind the lead places those who died in it",
    text: "Air strikes on a rebel-held town killed at least 31 people, a monitor said on Friday. Three strikes hit the "
      + "town of Binnish on Thursday, SOHR said.",
    told: ["unknown 2014-11-27 Binnish 3 strikes 31 dead"]),
  TextCase(
    what: "Strikes that are left are told by their place",
    text: "Turkish drones carried out 41 strikes on Monday. Of these, 22 were in Qamishli. The remaining 19 were "
      + "recorded in Kobani.",
    told: ["TR 2014-11-24  41 strikes", "TR 2014-11-24 Qamishli 22 strikes", "TR 2014-11-24 Kobani 19 strikes"]),
  TextCase(
    what: "Mortar bombs are fired from the ground",
    text: "Jets bombed Binnish on Monday, killing four people. Three mortar bombs on Bab Touma wounded a woman.",
    told: ["unknown 2014-11-24 Binnish 4 dead"]),
  TextCase(
    what: "An entry is of the place behind its province",
    text: "Incidents recorded on Monday, November 24, 2014\n[2] Idlib governorate, Ariha. Two airstrikes by regime "
      + "warplanes killed six civilians.\n[3] Hama governorate, Qarbutiyah village. Regime helicopters dropped four "
      + "barrel bombs on farmland.",
    told: ["SY 2014-11-24 Ariha 2 strikes 6 dead", "SY 2014-11-24 Qarbutiyah"]),
  TextCase(
    what: "A side alone makes no record",
    text: "Jets bombed Binnish on Monday, killing four people. It came shortly after another strike by Russia.",
    told: ["unknown 2014-11-24 Binnish 4 dead"]),
  TextCase(
    what: "What a picture shows is no news",
    text: "People inspect a street in Douma hit by air strikes on Monday.",
    told: []),
  TextCase(
    what: "One who died in each of two places died in two actions",
    text: "At least four civilians were killed in air strikes on Arbin on Monday and one was killed in each of the "
      + "cities of Harasta and Douma.",
    told: ["unknown 2014-11-24 Arbin 4 dead", "unknown 2014-11-24 Harasta", "unknown 2014-11-24 Douma"]),
  TextCase(
    what: "Strikes of which it is unclear who flew them are told all the same",
    text: "Air strikes on a town in Idlib province killed 11 people on Monday. SOHR said it was unclear if the strikes "
      + "on the town of Ariha were carried out by Syrian or Russian war planes.",
    told: ["unknown 2014-11-24 Ariha 11 dead"]),
  TextCase(
    what: "One thing hit at one place is one action, told twice",
    text:
      "Coalition planes targeted water tanks north of Raqqa. Many were hurt. A coalition airstrike killed 18 people "
      + "in Raqqa on Tuesday, SOHR said. Planes targeted water tanks north of Raqqa, killing 18 people, its "
      + "director said.",
    told: ["us-led-coalition 2014-11-25 Raqqa 18 dead"]),
  TextCase(
    what: "A campaign that goes on is no action",
    text: "On Monday coalition jets bombed a depot near Manbij. The coalition has been carrying out airstrikes against "
      + "militants in Syria and Iraq.",
    told: ["us-led-coalition 2014-11-24 Manbij"]),
  TextCase(
    what: "The strike told again brings the village, the pilots and more dead",
    text:
      "An air strike killed 18 civilians in Idlib province on Friday, SOHR said. It updated its earlier death toll of "
      + "15 for the strike on Ariha saying three more people had died. It said the strike was believed to have been "
      + "carried out by Russian planes.",
    told: ["RU 2014-11-28 Ariha 18 dead"]),
  TextCase(
    what: "A command that says we tells of its own aircraft",
    text: "\"We carried out two air strikes on a depot near Manbij on Monday,\" the Turkish General Staff said.",
    told: ["TR 2014-11-24 Manbij 2 strikes"]),
  TextCase(
    what: "Rebels who say we have no aircraft",
    text: "\"We struck a tank near Manbij on Monday,\" a commander of the Free Syrian Army said. \"We destroyed two "
      + "vehicles.\"",
    told: []),
  TextCase(
    what: "Those of the flights told before are flights",
    text:
      "Ten missions were flown by Dutch F-16s on Monday. Three took place near Abu Kamal, where a vehicle was attacked.",
    told: ["NL 2014-11-24  10 sorties", "NL 2014-11-24 Abu Kamal"]),
  TextCase(
    what: "Behind a dateline the second sentence goes on with the first",
    text:
      "MOSCOW, November 29. /TASS/. Tu-22M3 bombers of the Russian Aerospace Forces attacked facilities of the Islamic "
      + "State in Homs province on Thursday. Six aircraft dropped bombs on two command posts near Palmyra.",
    told: ["RU 2014-11-27 Palmyra"]),
  TextCase(
    what: "Planes that nobody could tell whose they were are nobody's",
    text:
      "Russian planes hit ten targets in Idlib on Monday, TASS said. An air strike by planes whose nationality it could "
      + "not establish killed nine people in Husayniyah on Wednesday, SOHR said.",
    told: ["RU 2014-11-24 Idlib", "unknown 2014-11-26 Husayniyah 9 dead"]),
  TextCase(
    what: "What an official counts is not the one raid that a monitor tells of",
    text:
      "A raid by coalition jets killed 27 people in Raqqa overnight, SOHR said. A coalition spokesman said its aircraft "
      + "had carried out 22 strikes near Raqqa on Friday which engaged nine tactical units.",
    told: ["us-led-coalition 2014-11-28 Raqqa 27 dead", "us-led-coalition 2014-11-28 Raqqa 22 strikes"]),
  TextCase(
    what: "The second raid is another though nobody counted them",
    text:
      "Jets raided two villages near Homs on Thursday. The first raid flattened a farmhouse. The second, near Binnish, "
      + "set a warehouse on fire.",
    told: ["unknown 2014-11-27 Homs", "unknown 2014-11-27 Binnish"]),
  TextCase(
    what: "Aircraft say nothing",
    text: "The crew of a Su-34 put a guided bomb into a command post near Palmyra on Monday.",
    told: ["RU 2014-11-24 Palmyra"]),
  TextCase(
    what: "Last month is the one before that of publication",
    text: "Last month a depot near Homs was hit by an airstrike.",
    told: ["unknown 2014-10-01 Homs"]),
  TextCase(
    what: "A denial by nobody known is no action",
    text: "It denied that its planes had struck the town of Binnish on Monday.",
    told: []),
  TextCase(
    what: "The strikes of a week came of its flights, and each purpose has its number",
    text:
      "On Monday French aircraft flew 36 sorties, including 32 for close air support and 4 for reconnaissance. Eight "
      + "strikes were carried out in Iraq and Syria.",
    told: ["FR 2014-11-24 Iraq, Syria 36 sorties 8 strikes", "FR 2014-11-24  32 sorties", "FR 2014-11-24  4 sorties"]),
  TextCase(
    what: "Aircraft called by an article go on with what they did",
    text: "Tornados attacked a bunker near Raqqa on Monday. A group of fighters was watched for an hour. The Tornados "
      + "then conducted a successful strike, demolishing a building.",
    source: "UK Ministry of Defence",
    told: ["GB 2014-11-24 Raqqa"]),
  TextCase(
    what: "What goes on goes on with the action told last, not with the one opened last",
    text: "A Reaper struck a truck near Raqqa on Monday, while Tornados struck a bunker near Mosul. The Reaper struck "
      + "Raqqa again with a Hellfire. Two buildings were destroyed as well.",
    source: "UK Ministry of Defence",
    told: ["GB 2014-11-24 Raqqa", "GB 2014-11-24 Mosul"]),
  TextCase(
    what: "A thing is hit where it was found",
    text:
      "In Iraq, intelligence had identified a warehouse near Hawija. Tornados attacked the building with two Paveway "
      + "IVs on Monday.",
    source: "UK Ministry of Defence",
    told: ["GB 2014-11-24 Hawija"]),
  TextCase(
    what: "Of those who died in a town only those whom aircraft killed count",
    text:
      "Jets killed four people in Binnish on Wednesday. At least eight people were killed on Wednesday in the town of "
      + "Rastan. Five of them died in air strikes on the town's market.",
    told: ["unknown 2014-11-26 Binnish 4 dead", "unknown 2014-11-26 Rastan 5 dead"]),
  TextCase(
    what: "What a campaign has come to is not of the day of its last part",
    text:
      "The coalition has carried out more than 1,700 strikes in Iraq and Syria, including nine near Mosul on Monday.",
    told: ["us-led-coalition – Iraq, Syria 1701 strikes", "us-led-coalition 2014-11-24 Mosul 9 strikes"]),
  TextCase(
    what: "A small region stays where a town is told beside it",
    text: "On Monday jets bombed command posts in Eastern Ghouta on the outskirts of the capital Damascus.",
    told: ["unknown 2014-11-24 Eastern Ghouta"]),
  TextCase(
    what: "An army's own air force flies",
    text: "On Monday the Syrian army's air force destroyed two dens and a vehicle near Palmyra.",
    told: ["SY 2014-11-24 Palmyra"]),
  TextCase(
    what: "Air power that backs others flies nothing itself",
    text:
      "On Monday coalition jets bombed a depot near Manbij. Government forces backed by Russian air power have been "
      + "fighting back against assaults.",
    told: ["us-led-coalition 2014-11-24 Manbij"]),
  TextCase(
    what: "Names of hills and villages that no table holds are places",
    text: "On Monday jets struck positions in Jeb al-Zarnab and Wadi al-Qarbut in Homs.",
    told: ["unknown 2014-11-24 Jeb al-Zarnab, Wadi al-Qarbut, Homs"]),
  TextCase(
    what: "A toll that a monitor gives beside is a rival one, not another action",
    text:
      "Jets struck a farmhouse in Ariha on Monday, killing two people. SOHR, for its part, said six people had lost "
      + "their lives in Ariha.",
    told: ["unknown 2014-11-24 Ariha 6 dead"]),
  TextCase(
    what: "Aircraft that help to clear a town strike there",
    text:
      "On Monday Tornados supported the Syrian Democratic Forces clearing terrorists from Hajin, striking three positions.",
    source: "UK Ministry of Defence",
    told: ["GB 2014-11-24 Hajin"]),
  TextCase(
    what: "A side and its ally fly together, or nobody says which",
    text: "The regime and its ally Russia bombed Binnish on Monday, killing four people. Planes of the regime or its "
      + "Russian ally bombed Ariha on Tuesday, killing six people.",
    told: ["RU+SY 2014-11-24 Binnish 4 dead", "unknown 2014-11-25 Ariha 6 dead"]),
  TextCase(
    what: "A missile that only aircraft fire goes on with their flight",
    text: "A Reaper flew an armed reconnaissance mission over Syria on Monday. Its crew tracked a truck some 20 miles "
      + "south of Hasakah, before engaging it with a Hellfire.",
    source: "UK Ministry of Defence",
    told: ["GB 2014-11-24 Hasakah"]),
  TextCase(
    what: "What follows half an hour later is another action, at the same place where it tells none",
    text:
      "Jets struck a carrier near Sinjar on Saturday. About 20 minutes later two trucks and a bunker were destroyed.",
    told: ["unknown 2014-11-29 Sinjar", "unknown 2014-11-29 Sinjar"]),
  TextCase(
    what: "A leader's strike and its coalition's on one village are one",
    text:
      "Coalition strikes on Hajin killed 85 civilians on Monday, activists said. Amaq said 160 people were killed in "
      + "US raids on Hajin.",
    told: ["us-led-coalition 2014-11-24 Hajin 160 dead"]),
  TextCase(
    what: "A lead's side of a town holds the village of the same toll",
    text:
      "Ten people were killed in coalition strikes west of Raqqa, SANA said. The coalition's aircraft struck Tabqa, "
      + "killing ten people, residents said.",
    told: ["us-led-coalition – Tabqa 10 dead"]),
  TextCase(
    what: "Types without a side are flown by the one told before that has them",
    text:
      "The Royal Air Force has hit more positions in Syria. On Monday two Tornados destroyed a truck near Raqqa. On "
      + "Tuesday Typhoons bombed a bunker outside Mosul.",
    told: ["GB 2014-11-24 Raqqa", "GB 2014-11-25 Mosul"]),
  TextCase(
    what: "An aircraft that came down, and no word of its mission, is no action",
    text: "A helicopter crashed near Latakia on Monday, killing both crew members.",
    told: []),
  TextCase(
    what: "Who denies an attack on something is kept beside those who tell it",
    text: "Russian aircraft did not strike a school in Haas, the Defence Ministry spokesman Igor Konashenkov said on "
      + "Thursday. UNICEF had said that 22 children were killed in the raid on Haas on Wednesday.",
    told: ["unknown 2014-11-26 Haas 22 dead disputed"]),
]

@Suite struct AcrossSentencesTests {
  @Test("What one sentence leaves open another tells", arguments: cases)
  func across(_ example: TextCase) {
    let saturday = CalendarDate(year: 2014, month: 11, day: 29)
    #expect(example.records(published: saturday).map(TextCase.line) == example.told)
  }
}
