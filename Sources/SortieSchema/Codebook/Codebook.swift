/// The rules by which a person and the program code a text, as `sortie schema --codebook` prints them.
public enum Codebook {
  /// Plain text with headings, in lines of at most 100 columns.
  public static let text = """
    HOW A TEXT IS CODED

    A record is one reported air action: one set of participants, one date or period, one place (or one
    list of places that the text does not split), as one text tells it. It says what was claimed, never
    what happened.

    WHAT GETS A RECORD

    A reported action of crewed or uncrewed aircraft of which the text tells at least one of: a date or
    period finer than a year, a place finer than a country, a count.

    No record: a campaign as mere background, without a count; what was not flown (artillery, missiles
    from ships or submarines, surface-to-air fire, suicide bombers) unless one count pools it with
    aircraft; inventories, deliveries, deployments, exercises, museum pieces, hypotheticals, threats; a
    loss or crash with no mission told. A shoot-down by an aircraft is an interception.

    Split where the text gives separate places or days their own counts or targets. Keep as one where a
    count covers a list of places. Merge sentences that tell the same action again; a later sentence
    adds what the earlier ones lack.

    SLOTS

    kind          strike, reconnaissance, patrol, escort, interception, transport, airdrop, refuelling,
                  incursion, other (also sorties whose purpose is not told).
    status        reported (somebody says that it was flown; never "confirmed"), planned, aborted,
                  denied (the text carries only the denial), disputed (the action or its operator is
                  asserted by one source and denied by another).
    scope         event (the finest grain), summary (a total whose parts are records of the same text
                  and name it in partOf), cumulative (a running total of a campaign, or a total for a
                  month or longer).
    date          start and end, both inclusive; precision day, range, month, year, unknown; basis
                  explicit, relative, none; the words. A missing year comes from the publication date. A
                  weekday is the latest such day on or before publication; "today" is the day of
                  publication, "yesterday" the day before, "overnight" both. Without a publication date
                  nothing relative is resolved, unless a heading or a neighbouring date gives the day.
                  The day on which somebody said it is not the day on which it was flown. The clock of
                  the machine is never read.
    participants  one entry for each operator and aircraft type. operator: ISO 3166 alpha-2 code of the
                  state, id of a coalition or an armed group, or unknown. Where a coalition and its
                  members are told, both stand, the members with the coalition in "under". airForce: the
                  service when named. aircraft: designation as usually written. class: follows from the
                  type, else from the words; empty for bare "air strikes". count: number of aircraft.
    counts        sorties (flights), strikes (raids, attacks), engagements, targets, munitions, each as
                  the text tells it. One word, one slot: strikes are not turned into sorties.
    departure     the base that the aircraft flew from, when told.
    places        the finest place told: name, province, country, coordinates, relation (in, near,
                  north-of), distance and bearing, precision 1 to 7 as in UCDP GED. Coordinates of a
                  province or country are never written as if they were the point of the action.
    targets       each kind of thing hit: type in the singular, count, effect (targeted, damaged,
                  destroyed, killed, suppressed), owner. Fighters killed are casualties.
    casualties    who (civilians, fighters, soldiers, people), killed, wounded, children and women among
                  them. Rival tolls are entries of their own, as are a total and its part; nobody adds
                  them up.
    munitions     name and count.
    claims        who says so: claimant, via (the outlet that relays it), stance (asserts, denies,
                  doubts), about (what is denied, if not the whole action), kind of claimant.
    evidence      for each filled slot the span of the text, in UTF-8 bytes, and the pattern that
                  read it.

    COUNTS

    A count is a minimum and a maximum. "two" 2 to 2; "at least 20" from 20; "more than 20" from 21; "up
    to 8" to 8; "15 to 20" 15 to 20; "about 30" 30 to 30, approximate; "several", "a few" from 3; "a
    pair" 2 to 2; "dozens" from 24; "scores" from 40; "hundreds" from 200; "thousands" from 2000; "a
    number of" and a bare plural are no count.

    """
}
