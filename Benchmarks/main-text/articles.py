"""Invented articles, comments and furniture, put together from the project's own sentences."""

import datetime
import random

PLACES = ["Palmyra", "Raqqa", "Deir ez-Zor", "Idlib", "Saraqib", "al-Bab", "Mosul", "Qayyarah", "Homs", "Maarat al-Numan",
          "Khan Shaykhun", "Atarib", "Hama", "Abu Kamal", "Tal Afar", "Manbij"]
FORCES = ["Russian Su-34s", "two Su-24M bombers", "coalition aircraft", "Turkish F-16s", "a pair of Tornado GR4s",
          "government helicopters", "four Rafales", "an MQ-9 Reaper", "Iraqi F-16s", "a Su-25SM", "two A-10s"]
VERBS = ["struck", "bombed", "destroyed", "hit", "engaged"]
TARGETS = ["an ammunition depot", "three pickup trucks", "a command post", "two fighting positions", "an oil tanker",
           "a mortar team", "a bridge over the river", "two ISIL-held buildings", "a vehicle bomb factory", "a tunnel entrance"]
SOURCES = ["the ministry said", "the Observatory said", "the coalition said in a statement", "a spokesman told reporters",
           "residents said by telephone", "the general staff said", "two officials said"]
TAILS = [
    "There was no word on casualties, and the claim could not be checked.",
    "Rescue workers were still digging at dusk.",
    "The road to the north had been closed for three days, drivers said.",
    "It was the second raid on the district within a week.",
    "The aircraft returned to base without loss, according to the statement.",
    "Local activists posted pictures of a crater beside the market.",
    "A hospital nearby reported nine wounded, among them two children.",
    "Officials declined to say how many aircraft had taken part.",
    "The truce that was agreed in the autumn has largely collapsed.",
    "Weather had kept most of the aircraft on the ground since Sunday.",
    "Neither side has commented on the reports from the frontline.",
    "The figures differ from those given a day earlier, when the ministry spoke of fewer flights.",
]
QUOTES = [
    "“We heard the planes before dawn,” said a baker who gave his name as Samir. “Then the windows were gone.”",
    "“Our pilots hit what they aimed at,” the general said.",
    "“Nobody told us which road was safe,” said one of the drivers.",
    "“The depot burned until the morning,” an official of the town council said.",
]
NAMES = ["Samira Haddad", "Peter Lindqvist", "Anna Kowalska", "Omar Fayed", "Helen Marsh", "Jon Abernathy"]
NAV = ["Home", "World", "Middle East", "Politics", "Business", "Opinion", "Video", "Sport", "Culture", "About us", "Contact"]


class Article:
    """Title, day, author and blocks; a block is (kind, text or list)."""

    def __init__(self, seed, length=8, subheads=False, lists=False, table=False, quotes=True):
        self.rng = rng = random.Random(seed)
        self.day = datetime.date(2015, 10, 1) + datetime.timedelta(days=rng.randrange(900))
        self.author = rng.choice(NAMES)
        self.title = f"{rng.choice(FORCES).capitalize()} {rng.choice(VERBS)} {rng.choice(TARGETS)} near {rng.choice(PLACES)}"
        self.blocks = []
        for number in range(length):
            if subheads and number and number % 3 == 0:
                self.blocks.append(("h2", f"Raids in the {rng.choice(['north', 'south', 'east', 'west'])} of {rng.choice(PLACES)}"))
            self.blocks.append(("p", self.paragraph()))
            if quotes and number in (2, 5):
                self.blocks.append(("p", rng.choice(QUOTES)))
        if lists:
            items = [f"Near {place}, {rng.choice(['two', 'three', 'six'])} strikes {rng.choice(VERBS)} {rng.choice(TARGETS)} and {rng.choice(TARGETS)}."
                     for place in rng.sample(PLACES, 5)]
            self.blocks.insert(min(3, len(self.blocks)), ("ul", items))
            self.blocks.insert(min(3, len(self.blocks)), ("p", "In Syria and Iraq, coalition military forces conducted the following strikes:"))
        if table:
            rows = [["Province", "Sorties", "Targets"]] + [[place, str(rng.randrange(2, 40)), str(rng.randrange(3, 90))]
                                                          for place in rng.sample(PLACES, 4)]
            self.blocks.insert(min(2, len(self.blocks)), ("table", rows))

    def paragraph(self):
        rng = self.rng
        day = rng.choice(["On Monday", "On Tuesday", "Overnight", "On Friday", "Early on Sunday", "In the morning"])
        text = f"{day}, {rng.choice(FORCES)} {rng.choice(VERBS)} {rng.choice(TARGETS)} near {rng.choice(PLACES)}, {rng.choice(SOURCES)}."
        for tail in rng.sample(TAILS, rng.randrange(1, 4)):
            text += " " + tail
        return text

    def gold(self):
        """The lines of the text, without headline, day and author."""
        lines = []
        for kind, content in self.blocks:
            if kind == "ul":
                lines += content
            elif kind == "table":
                lines += [" ".join(row) for row in content]
            else:
                lines.append(content)
        return lines

    # Days as pages write them.
    def long(self):
        return f"{self.day.day} {self.day:%B %Y}"

    def american(self):
        return f"{self.day:%B} {self.day.day}, {self.day.year}"

    def stamp(self, hour=9):
        return f"{self.day.isoformat()}T{hour:02d}:30:00+03:00"

    def later(self, days):
        return self.day + datetime.timedelta(days=days)


def furniture(seed):
    """A source of what surrounds articles; never the same twice."""
    rng = random.Random(seed * 7919 + 1)

    class Furniture:
        def headline(self):
            return f"{rng.choice(FORCES).capitalize()} {rng.choice(VERBS)} {rng.choice(TARGETS)} in {rng.choice(PLACES)}"

        def teaser(self):
            return f"{rng.choice(['A day after', 'Hours before', 'Weeks after'])} the truce, {rng.choice(FORCES)} {rng.choice(VERBS)} {rng.choice(TARGETS)} near {rng.choice(PLACES)}, officials say."

        def date(self):
            return datetime.date(2015, 1, 1) + datetime.timedelta(days=rng.randrange(1200))

        def comment(self):
            return " ".join(rng.sample([
                "I have followed this war from the beginning and nobody counts the dead properly any more.",
                "Where is the source for these numbers? Forty sorties in a day sounds like a lot to me.",
                "My cousin lives in that town and he says there was no strike at all on that morning.",
                "Thank you for this report, it is the only one that names the village.",
                "So two bombers destroyed a depot, and the other forty flights hit nothing?",
                "The author forgets that the bridge had been destroyed the year before.",
                "Please keep the discussion civil, says somebody who calls us all fools.",
                "This is what happens when you believe press releases without a second look.",
            ], rng.randrange(2, 5)))

        def name(self):
            return rng.choice(["hawkeye77", "Maria T.", "old_soldier", "Nadim", "reader from Oslo", "JB"])

        def donate(self):
            return rng.choice([
                "Our reporting is free for everybody because readers like you pay for it. Give today what you can, even five euros help us to keep watching the skies.",
                "We depend on your donations. For less than a cup of coffee a month you keep three monitors in the field.",
            ])

        def newsletter(self):
            return rng.choice([
                "Sign up for our weekly newsletter and get the best of our reporting in your inbox every Friday.",
                "Get the Morning Briefing. We will never share your address with anybody.",
            ])

        def cookies(self):
            return "We and our partners use cookies to measure how this site is used and to show advertising that suits you. You can change your choice at any time."

        def nav(self, count=8):
            return rng.sample(NAV, count)

    return Furniture()
