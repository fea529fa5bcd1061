"""The words that generated entries are made of. Every person, place and outlet is invented."""

from __future__ import annotations

from random import Random

GIVEN = (
    ("Andrii", "Андрій"), ("Borys", "Борис"), ("Danylo", "Данило"), ("Halyna", "Галина"), ("Iryna", "Ірина"),
    ("Kateryna", "Катерина"), ("Lesia", "Леся"), ("Marko", "Марко"), ("Nadiia", "Надія"), ("Oleh", "Олег"),
    ("Petro", "Петро"), ("Roman", "Роман"), ("Sofiia", "Софія"), ("Taras", "Тарас"), ("Viktor", "Віктор"),
    ("Yurii", "Юрій"), ("Zoia", "Зоя"), ("Hryhorii", "Григорій"), ("Liudmyla", "Людмила"), ("Maksym", "Максим"),
)  # fmt: skip
STEMS = (
    ("Bereh", "Берег"), ("Dubov", "Дубов"), ("Hlynsk", "Глинськ"), ("Kalyn", "Калин"), ("Lypn", "Липн"), ("Mor", "Мор"),
    ("Ozer", "Озер"), ("Pishchan", "Піщан"), ("Richk", "Річк"), ("Sosn", "Сосн"), ("Step", "Степ"), ("Tern", "Терн"),
    ("Vyshn", "Вишн"), ("Yavor", "Явор"), ("Zhovt", "Жовт"), ("Verb", "Верб"), ("Horod", "Город"), ("Kamian", "Кам’ян"),
)  # fmt: skip
SURNAMES = (("enko", "енко"), ("chuk", "чук"), ("skyi", "ський"), ("yshyn", "ишин"), ("ovych", "ович"))
TOWNS = (("ivka", "івка"), ("ove", "ове"), ("yn", "ин"), ("polle", "пілля"), ("hrad", "град"), ("iany", "яни"))
PAPERS = (
    "Gazette",
    "Herald",
    "Courier",
    "Monitor",
    "Observer",
    "Dispatch",
    "Chronicle",
    "Bulletin",
    "Examiner",
    "Wire",
)
PLACES_OF_PAPERS = (
    "Harbour", "Capital", "Continental", "Eastern", "Western", "Valley", "Evening", "Morning", "National", "Border",
    "River", "Lakeside", "Metropolitan", "Highland", "Coastal",
)  # fmt: skip
TOPICS = (
    "Border crossings", "Ceasefire talks", "Prisoner exchanges", "Sanctions", "Grain exports", "Energy supplies",
    "Air defence", "Humanitarian corridors", "War crimes inquiries", "Mobilisation", "Occupied districts",
    "Arms deliveries", "Elections", "Shipping", "Cyber attacks", "Drone warfare", "Displaced people", "Reconstruction",
    "Nuclear sites", "Railways", "Bridges and dams", "Observers' missions", "Minority rights", "Frozen assets",
)  # fmt: skip
TYPES = {
    "military": "Military operation", "strike": "Strike or bombardment", "statement": "Statement",
    "agreement": "Agreement", "diplomacy": "Diplomacy", "political": "Political decision", "sanction": "Sanctions",
    "humanitarian": "Humanitarian", "legal": "Legal proceeding", "incident": "Incident",
}  # fmt: skip
ROLES = {
    "speaker": "Speaker", "participant": "Participant", "signatory": "Signatory", "mediator": "Mediator",
    "commander": "Commander", "target": "Target", "region": "Region", "site": "Site",
}  # fmt: skip

SUBJECTS = (
    "the northern brigade", "a column of armour", "the joint commission", "the ministry of defence", "a convoy of aid",
    "the observers' mission", "the parliament", "a delegation of mediators", "the border guard", "the grid operator",
    "the supreme court", "a group of volunteers", "the harbour authority", "the railway company", "the coast guard",
    "the foreign ministry", "a battery of rockets", "the regional council", "the grain exporters", "the secret service",
)  # fmt: skip
VERBS = (
    "enters", "shells", "closes", "reopens", "inspects", "evacuates", "blockades", "recognises", "denounces", "renews",
    "suspends", "extends", "repairs", "seizes", "returns", "condemns", "proposes", "rejects", "ratifies", "leaves",
)  # fmt: skip
OBJECTS = (
    "the bridge over the river", "the power station", "the agreed corridor", "the exchange of prisoners", "the depot",
    "the port", "the ceasefire line", "the border crossing", "the railway junction", "the reservoir", "the airfield",
    "the treaty", "the list of sanctions", "the hospital", "the customs union", "the grain terminal", "the pipeline",
    "the disputed villages", "the monitoring post", "the arms control talks", "the demilitarised strip", "the archive",
)  # fmt: skip
CIRCUMSTANCES = (
    "after a night of shelling", "without prior notice", "under a flag of truce", "in the presence of observers",
    "for the second time in a month", "despite an appeal by the mediators", "as the river rose", "before the winter",
    "on the eve of the talks", "with the consent of both sides", "hours after the deadline", "amid heavy snowfall",
)  # fmt: skip
SENTENCES = (
    "Local officials counted the damage in the days that followed.",
    "The accounts of the two sides differ on how it began.",
    "Several agencies carried the announcement within the hour.",
    "The text of the order was published *later*, and only in part.",
    "Independent observers reached the place two days afterwards and confirmed the essentials.",
    "Neither government named the units that had taken part.",
    "The opposition asked for an inquiry; the government refused it.",
    "Video from the scene was placed by its buildings and the shadow of the water tower.",
    "A map issued by the joint commission shows the line as it stood that evening.",
    "Prices of grain and gas rose on the following morning.",
    "The commission gave its reasons in a [note to the press](https://commission.example.org/notes).",
    "Relatives of the missing gathered before the town hall.",
)
OPENINGS = ("It was announced that", "Agencies reported that", "Both sides agree that", "According to the records,")
PROPOSITIONS = (
    "The other side fired first.", "No regular troops took part.", "The crossing was closed by mutual consent.",
    "The losses were below a hundred.", "The agreement remains in force.", "The village is fully controlled.",
    "The station was hit by its own air defence.", "The prisoners were treated according to the conventions.",
    "The convoy carried only food and medicine.", "The observers were given full access.",
)  # fmt: skip
QUOTES = (
    ("We have done what we said we would do, and not a step more.", "Ми зробили те, що обіцяли, і ні кроку більше."),
    ("There was no order of this kind.", "Такого наказу не було."),
    ("Every shell will be answered.", "На кожен снаряд буде відповідь."),
    ("This is a provocation from beginning to end.", "Это провокация от начала до конца."),
    ("The situation is under control.", "Ситуация находится под контролем."),
    ("Our patience has reached its limit.", "Наше терпіння вичерпано."),
    ("The talks go on, and so does the work at the line.", "Переговоры продолжаются."),
)
UNNAMED = ("Western officials", "Local residents", "Military bloggers", "Sources in the ministry", "Rescue workers")
COUNTED = (("Soldiers killed", "persons"), ("Houses damaged", "houses"), ("People evacuated", "persons"),
           ("Prisoners exchanged", "persons"), ("Drones shot down", "drones"), ("Grain shipped", "tonnes"))  # fmt: skip
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
MONTHS_RU = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
             "декабря")  # fmt: skip
MONTHS_UK = ("січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня",
             "листопада", "грудня")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def event(rng: Random) -> str:
    """What happens, as words in the present tense."""
    return f"{rng.choice(SUBJECTS)} {rng.choice(VERBS)} {rng.choice(OBJECTS)}"


def summary(rng: Random, place: str) -> str:
    """One to seven sentences."""
    said = [f"{rng.choice(OPENINGS)} {event(rng)} near {place} {rng.choice(CIRCUMSTANCES)}."]
    for _ in range(rng.randrange(0, 6)):
        said.append(rng.choice(SENTENCES))
    if rng.random() < 0.3:
        other = event(rng)
        said.append(f"{other[0].upper()}{other[1:]} {rng.choice(CIRCUMSTANCES)}.")
    return " ".join(said)
