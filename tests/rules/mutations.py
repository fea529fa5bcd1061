"""One named mistake for every rule, made in the real corpus."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from typing import Any

from tests.rules.excerpt import TIMELINE, Excerpt

Mutation = Callable[[Excerpt], str | None]
"""Makes the mistake. The answer is a base revision, where the rule needs one."""

MUTATIONS: dict[str, Mutation] = {}

CLAIMED = "kursk-recapture-claim"
INCURSION = "kursk-incursion"
SOURCE = "reuters-2025-04-26-kursk-japannews"

# What YAML holds has no static type: the table below changes it as an editor would.
Fields = dict[str, Any]


def mutation(code: str) -> Callable[[Mutation], Mutation]:
    def register(make: Mutation) -> Mutation:
        assert code not in MUTATIONS, code
        MUTATIONS[code] = make
        return make

    return register


def edited(
    code: str, record_id: str = CLAIMED, folder: str = "entries"
) -> Callable[[Callable[[Fields], object]], None]:
    """Register a change to the fields of one record."""

    def register(edit: Callable[[Fields], object]) -> None:
        def make(data: Excerpt) -> None:
            data.change(record_id, lambda fields: _ignore(edit(fields)), folder)

        make.__name__ = edit.__name__
        mutation(code)(make)

    return register


def _ignore(_: object) -> None:
    return None


def _own(data: Excerpt) -> str:
    return data.file(CLAIMED)


# Files


@mutation("FRM001")
def a_link_instead_of_the_file(data: Excerpt) -> None:
    path = f"{TIMELINE}/entries/link.yml"
    data.put(path, "")
    (data.root / path).unlink()
    (data.root / path).symlink_to(data.root / _own(data))


@mutation("FRM002")
def a_comment_of_a_megabyte(data: Excerpt) -> None:
    data.put(f"{TIMELINE}/entries/large.yml", "# " + "x" * 1_000_000)


@mutation("FRM003")
def a_copy_left_by_an_editor(data: Excerpt) -> None:
    data.put(f"{_own(data)}~", data.text(_own(data)))


@mutation("FRM004")
def an_entry_in_the_root_of_the_timeline(data: Excerpt) -> None:
    data.put(f"{TIMELINE}/draft.yml", data.text(_own(data)))


@mutation("FRM006")
def saved_as_windows_1251(data: Excerpt) -> None:
    data.put(_own(data), data.text(_own(data)).encode("cp1251", "ignore"))


@mutation("FRM007")
def a_direction_mark_in_the_title(data: Excerpt) -> None:
    data.put(_own(data), data.text(_own(data)).replace("title: ", "title: \u202e", 1))


@mutation("FRM008")
def a_timeline_without_its_file(data: Excerpt) -> None:
    data.remove(f"{TIMELINE}/timeline.yml")


@mutation("FRM009")
def a_timeline_only_begun(data: Excerpt) -> None:
    data.put("another/timeline.yml", data.text(f"{TIMELINE}/timeline.yml"))


# YAML


@mutation("FRM010")
def a_quotation_mark_not_closed(data: Excerpt) -> None:
    data.put(_own(data), data.text(_own(data)).replace("title: ", 'title: "', 1))


@mutation("FRM011")
def an_anchor_in_the_title(data: Excerpt) -> None:
    data.put(_own(data), data.text(_own(data)).replace("title: ", "title: &it ", 1))


@mutation("FRM012")
def a_title_in_many_brackets(data: Excerpt) -> None:
    data.put(f"{TIMELINE}/entries/deep.yml", f"title: {'[' * 30}{']' * 30}\n")


@mutation("FRM013")
def thirty_thousand_items(data: Excerpt) -> None:
    data.put(f"{TIMELINE}/entries/many.yml", "- a\n" * 30_000)


@mutation("FRM014")
def a_list_as_the_name_of_a_field(data: Excerpt) -> None:
    data.put(_own(data), f"{data.text(_own(data))}\n? [a, b]\n: c\n")


@mutation("FRM015")
def a_second_title(data: Excerpt) -> None:
    data.put(_own(data), f"title: Another title\n{data.text(_own(data))}")


@mutation("FRM016")
def a_file_of_comments_alone(data: Excerpt) -> None:
    data.put(f"{TIMELINE}/entries/empty.yml", "# To be written\n")


# Records and fields


@mutation("FRM020")
def a_file_that_is_a_sentence(data: Excerpt) -> None:
    data.put(f"{TIMELINE}/entries/sentence.yml", "Russia says it has retaken Kursk Oblast.\n")


@edited("FRM021")
def a_misspelt_field(entry: Fields) -> None:
    entry["sumary"] = entry.pop("summary")


@edited("FRM022")
def no_title(entry: Fields) -> None:
    del entry["title"]


@edited("FRM023")
def a_citation_that_is_only_a_name(entry: Fields) -> None:
    entry["cite"]["uawire"] = ["uawire-2025-04-26-kursk"]


@mutation("FRM024")
def a_summary_without_words(data: Excerpt) -> None:
    data.put(data.file("kursk-campaign", "topics"), "title: Kursk campaign\nintroduction:\n")


@edited("FRM025")
def a_title_of_a_page(entry: Fields) -> None:
    entry["title"] = "Russia says it has retaken all of Kursk Oblast. " * 20


@edited("FRM026")
def a_source_cited_and_described(entry: Fields) -> None:
    entry["cite"]["uawire"]["url"] = "https://uawire.org/another"


@edited("FRM027")
def a_topic_copied(entry: Fields) -> None:
    entry["topics"].append(entry["topics"][0])


@edited("FRM030")
def a_stance_that_is_none(entry: Fields) -> None:
    entry["claims"]["retaken"]["voices"][0]["stance"] = "claims"


@edited("FRM031")
def a_number_in_words(entry: Fields) -> None:
    entry["figures"]["ukrainian-losses"]["values"][0]["low"] = "seventy-six thousand"


@edited("FRM032", SOURCE, "sources")
def a_language_by_its_name(source: Fields) -> None:
    source["language"] = "English"


@edited("FRM033")
def a_link_into_a_private_network(entry: Fields) -> None:
    entry["summary"] = "See [the report](http://192.168.0.1/report)."


@edited("FRM034")
def a_quotation_from_two_places(entry: Fields) -> None:
    entry["claims"]["turning-point"]["voices"][1]["cite"] = ["s3", "s0"]


@mutation("FRM035")
def a_number_sign_in_the_title(data: Excerpt) -> None:
    path = _own(data)
    data.put(path, re.sub(r"^title: (.*)$", r"title: \1 #2", data.text(path), count=1, flags=re.MULTILINE))


# Dates


@edited("DAT001", SOURCE, "sources")
def published_in_words(source: Fields) -> None:
    source["published"] = "27 April 2025"


@edited("DAT002")
def a_day_that_no_calendar_has(entry: Fields) -> None:
    entry["date"] = "2025-02-30"


@edited("DAT003")
def a_zone_by_its_nickname(entry: Fields) -> None:
    entry["zone"] = "Moscow time"


@edited("DAT004")
def a_voice_on_an_ambiguous_day(entry: Fields) -> None:
    entry["claims"]["defeated"]["voices"][1]["on"] = "04/05/2025"


@edited("DAT005")
def a_voice_on_a_weekday_of_an_undated_source(entry: Fields) -> None:
    entry["cite"]["undated"] = {"url": "https://www.example.org/undated"}
    entry["claims"]["turning-point"]["voices"][0] |= {"on": "on Saturday", "cite": "undated"}


@edited("DAT006")
def an_undated_source_says_saturday(entry: Fields) -> None:
    entry["cite"]["undated"] = {"url": "https://www.example.org/undated", "stated": "on Saturday"}


@edited("DAT007")
def a_source_of_an_inferred_date_says_saturday(entry: Fields) -> None:
    dated = {"published": "2025-04", "published_from": "inferred"}
    entry["cite"]["inferred"] = {"url": "https://www.example.org/inferred", "stated": "on Saturday", **dated}


@edited("DAT008")
def a_weekday_that_is_not_that_day(entry: Fields) -> None:
    entry["cite"]["ki"]["stated"] = "Friday, 26 April 2025"


@edited("DAT009")
def a_source_with_two_days(entry: Fields) -> None:
    entry["cite"]["ki"]["stated"] = ["25 April 2025", "26 April 2025"]


@edited("DAT010", INCURSION)
def a_day_where_the_sources_have_a_month(entry: Fields) -> None:
    for citation in entry["cite"].values():
        if "stated" in citation:
            citation["stated"] = "August 2024"


@edited("DAT011")
def another_day_than_the_sources(entry: Fields) -> None:
    del entry["judgements"]
    del entry["cite"]["inkl"]["stated"]
    entry["date"] = "2025-04-24"


@edited("DAT012", INCURSION)
def a_side_taken_without_a_reason(entry: Fields) -> None:
    entry["cite"]["upi"]["stated"] = "7 August 2024"


@edited("DAT013")
def a_witness_in_either_order_of_day_and_month(entry: Fields) -> None:
    entry["cite"]["ki"]["stated"] = "04/05/2025"


@edited("DAT014")
def a_date_cut_at_its_comma(entry: Fields) -> None:
    entry["cite"]["ki"]["stated"] = ["April 26", "2025"]


@mutation("DAT020")
def a_timeline_that_ends_a_year_earlier(data: Excerpt) -> None:
    path = f"{TIMELINE}/timeline.yml"
    data.put(path, data.text(path).replace("scope: 2013-11/2025-04", "scope: 2013-11/2024-12"))


@edited("DAT021", INCURSION)
def no_word_on_the_date(entry: Fields) -> None:
    del entry["date"]
    for citation in entry["cite"].values():
        citation.pop("stated", None)


@edited("DAT022")
def ended_before_it_started(entry: Fields) -> None:
    entry["moments"] = {"start": "2025-04-26", "end": "2025-04-25"}


@edited("DAT023")
def corrected_before_it_was_added(entry: Fields) -> None:
    entry["history"] = [
        {"on": "2026-11-22", "kind": "correction", "note": "Corrected the village."},
        {"on": "2026-11-21", "kind": "addition", "note": "Added a source."},
    ]


# Names and people


@edited("NAM001")
def an_id_with_capitals(entry: Fields) -> None:
    entry["id"] = "Kursk-Retaken"


@mutation("NAM002")
def the_same_id_in_another_folder(data: Excerpt) -> None:
    data.put(f"{TIMELINE}/entries/elsewhere/{CLAIMED}.yml", data.text(_own(data)))


@edited("NAM003", "crimea", "places")
def a_wikidata_address(place: Fields) -> None:
    place["wikidata"] = "https://www.wikidata.org/wiki/Q7835"


@edited("NAM004", "gornal", "places")
def the_wikidata_item_of_crimea(place: Fields) -> None:
    place["wikidata"] = "Q7835"


@edited("NAM005", "kursk-oblast", "places")
def crimea_by_another_id(place: Fields) -> None:
    place["name"] = "Crimea"


@edited("NAM006", "crimea", "places")
def a_name_among_the_other_names(place: Fields) -> None:
    place["names"].append(place["name"])


@edited("NAM007")
def a_cyrillic_letter_in_a_latin_word(entry: Fields) -> None:
    entry["title"] = entry["title"].replace("Kursk", "K\u0443rsk")


@edited("NAM008", SOURCE, "sources")
def a_title_still_to_be_written(source: Fields) -> None:
    source["title"] = "TODO"


@edited("NAM009", "tass", "publishers")
def a_country_misspelt(publisher: Fields) -> None:
    publisher["country"] = "Rusia"


@edited("NAM010")
def an_office_he_never_had(entry: Fields) -> None:
    entry["actors"][0]["office"] = "Minister of Defence"


@edited("NAM011")
def the_office_of_a_later_year(entry: Fields) -> None:
    mention = next(each for each in entry["actors"] if each["ref"] == "alexander-khinshtein")
    mention["office"] = "Governor of Kursk Oblast"


@edited("NAM012", "valery-gerasimov", "actors")
def born_after_he_spoke(actor: Fields) -> None:
    actor["born"] = "2025-04-27"


@edited("NAM013", "dmitry-peskov", "actors")
def dead_before_he_spoke(actor: Fields) -> None:
    actor["died"] = "2025-01-01"


@edited("NAM014", "valery-gerasimov", "actors")
def dead_before_he_was_born(actor: Fields) -> None:
    actor["born"], actor["died"] = "2025-12-02", "2025-12-01"


@edited("NAM015", "valery-gerasimov", "actors")
def an_office_begun_again_before_it_ended(actor: Fields) -> None:
    actor["offices"].append(actor["offices"][0] | {"held": "2020/.."})


@edited("NAM016", "valery-gerasimov", "actors")
def born_in_another_century(actor: Fields) -> None:
    actor["born"] = "1855-09-08"


# Sources


@edited("SRC001", SOURCE, "sources")
def an_address_without_its_scheme(source: Fields) -> None:
    source["url"] = "japannews.yomiuri.co.jp/news-services/reuters/20250427-251320/"


@edited("SRC002")
def nothing_cited(entry: Fields) -> None:
    del entry["cite"], entry["claims"], entry["figures"]


@edited("SRC003", SOURCE, "sources")
def the_archived_copy_of_another_page(source: Fields) -> None:
    source["archived"] = "https://web.archive.org/web/20250501000000/https://japannews.yomiuri.co.jp/other/"


@edited("SRC004")
def a_paragraph_as_a_quotation(entry: Fields) -> None:
    entry["claims"]["failed"]["voices"][0]["words"][2]["text"] = "The Kyiv regime’s adventure has failed. " * 6


@edited("SRC005")
def one_page_as_two_witnesses(entry: Fields) -> None:
    entry["cite"]["reuters-again"] = {"source": SOURCE}


@mutation("SRC006")
def a_source_that_nobody_cites(data: Excerpt) -> None:
    data.put(f"{TIMELINE}/sources/lonely.yml", "url: https://www.example.org/lonely\n")


@edited("SRC010")
def a_page_described_again(entry: Fields) -> None:
    entry["cite"]["again"] = {
        "url": "http://japannews.yomiuri.co.jp/news-services/reuters/20250427-251320?utm_source=x"
    }


@edited("SRC011", SOURCE, "sources")
def a_copy_of_itself(source: Fields) -> None:
    source["syndicated_from"] = SOURCE


@edited("SRC020")
def a_report_from_before_the_event(entry: Fields) -> None:
    entry["cite"]["early"] = {"url": "https://www.example.org/early", "published": "2025-04-20"}


@edited("SRC021")
def words_spoken_after_they_were_printed(entry: Fields) -> None:
    entry["claims"]["defeated"]["voices"][0]["on"] = "2026-01-01"


@edited("SRC022", SOURCE, "sources")
def read_before_it_was_published(source: Fields) -> None:
    source["accessed"] = "2025-04-01"


@edited("SRC012", "tass", "publishers")
def the_domain_of_another_agency(publisher: Fields) -> None:
    publisher["domains"].append("reuters.com")


@edited("SRC024", SOURCE, "sources")
def read_in_the_next_century(source: Fields) -> None:
    source["accessed"] = "2125-04-27"


# References


@edited("REF001")
def a_misspelt_source(entry: Fields) -> None:
    entry["cite"]["reuters"]["source"] = SOURCE.replace("reuters", "ruters")


@edited("REF002")
def a_misspelt_speaker(entry: Fields) -> None:
    entry["claims"]["failed"]["voices"][0]["by"] = "vladmir-putin"


@edited("REF003")
def a_misspelt_village(entry: Fields) -> None:
    entry["places"][0]["ref"] = "gornall"


@edited("REF004")
def a_misspelt_topic(entry: Fields) -> None:
    entry["topics"] = ["kursk-campain"]


@edited("REF005")
def a_misspelt_entry(entry: Fields) -> None:
    entry["related"][1]["entry"] = "kursk-incurson"


@edited("REF006", SOURCE, "sources")
def a_misspelt_publisher(source: Fields) -> None:
    source["publisher"] = "japan-news-"[:-1] + "s"


@mutation("REF007")
def a_link_to_a_merged_entry(data: Excerpt) -> None:
    data.put(
        f"{TIMELINE}/entries/kursk-raid.yml",
        f"gone: merged\ninto: [{INCURSION}]\non: 2026-11-22\nwhy: The same event.\n",
    )

    def relate(entry: Fields) -> None:
        entry["related"][1]["entry"] = "kursk-raid"

    data.change(CLAIMED, relate)


@edited("REF010")
def a_misspelt_citation(entry: Fields) -> None:
    entry["claims"]["retaken"]["voices"][0]["words"][0]["cite"] = "anadolou"


@edited("REF011", "kursk-nearly-retaken")
def a_voice_on_a_misspelt_claim(entry: Fields) -> None:
    voice = {"by": "vladimir-putin", "stance": "asserts", "cite": "s0"}
    entry["claims"][f"{CLAIMED}/retakn"] = {"voices": [voice]}


@edited("REF012")
def a_judgement_of_no_claim(entry: Fields) -> None:
    entry["judgements"][1]["about"] = "claims/retakn"


@edited("REF013")
def a_reading_of_nobody(entry: Fields) -> None:
    entry["cite"]["s0"]["readings"][0]["about"] = "actor/valery-gerasimov"


@edited("REF014")
def a_misspelt_moment(entry: Fields) -> None:
    entry["cite"]["ki"]["stated"] = {"anounced": "April 26"}


@edited("REF015")
def a_speaker_named_again(entry: Fields) -> None:
    entry["actors"].append({"ref": "vladimir-putin", "role": "speaker", "note": "In the Kremlin."})
    entry["actors"].append({"ref": "vladimir-putin", "role": "speaker", "note": "By video link."})


@edited("REF020")
def a_misspelt_type(entry: Fields) -> None:
    entry["type"] = "statment"


@edited("REF021")
def a_misspelt_role(entry: Fields) -> None:
    entry["actors"][0]["role"] = "speeker"


@edited("REF022")
def a_judge_from_outside(entry: Fields) -> None:
    entry["judgements"][0]["by"] = "a-passer-by"


@edited("REF023", "tass", "publishers")
def a_party_that_no_timeline_has(publisher: Fields) -> None:
    publisher["party"] = "rusia"


@mutation("REF024")
def russia_against_russia(data: Excerpt) -> None:
    path = f"{TIMELINE}/timeline.yml"
    data.put(path, data.text(path).replace("opposes: [ukraine]", "opposes: [ukraine, russia]", 1))


@mutation("REF025")
def two_editors_of_one_id(data: Excerpt) -> None:
    path = f"{TIMELINE}/timeline.yml"
    data.put(path, data.text(path).replace("editors:\n", "editors:\n  - {id: corpus-editors, name: Others}\n", 1))


@edited("REF030", "russian-armed-forces", "actors")
def an_army_of_itself(actor: Fields) -> None:
    actor["member_of"] = ["russian-armed-forces"]


@edited("REF031", "tass", "publishers")
def an_agency_that_owns_itself(publisher: Fields) -> None:
    publisher["owner"] = "tass"


# Claims and figures


@edited("CLM001")
def a_voice_without_a_source(entry: Fields) -> None:
    del entry["claims"]["retaken"]["voices"][1]["cite"]


@edited("CLM002")
def a_translation_as_an_original(entry: Fields) -> None:
    entry["claims"]["failed"]["voices"][0]["words"][2]["original"] = "true"


@edited("CLM003")
def a_claim_against_itself(entry: Fields) -> None:
    entry["claims"]["retaken"]["rivals"] = ["retaken"]


@edited("CLM004")
def a_claim_only_reported(entry: Fields) -> None:
    for voice in entry["claims"]["turning-point"]["voices"]:
        voice["stance"] = "reports"


@edited("CLM005")
def a_retraction_by_those_who_denied(entry: Fields) -> None:
    entry["claims"]["defeated"]["voices"][1]["stance"] = "retracts"


@edited("CLM006")
def asserted_and_denied_in_one_breath(entry: Fields) -> None:
    voice = dict(entry["claims"]["retaken"]["voices"][1])
    entry["claims"]["retaken"]["voices"].append(voice | {"stance": "denies"})


@edited("CLM007")
def every_day_of_a_month_a_claim(entry: Fields) -> None:
    voice = dict(entry["claims"]["retaken"]["voices"][0])
    days = {f"day-{day}": {"says": f"It ended on day {day}.", "voices": [voice]} for day in range(1, 15)}
    entry["claims"] |= days
    entry["claims"]["retaken"]["rivals"] = list(days)


@edited("CLM008")
def english_words_as_russian(entry: Fields) -> None:
    entry["claims"]["failed"]["voices"][0]["words"][2]["lang"] = "ru"


@edited("FIG001")
def a_number_without_a_source(entry: Fields) -> None:
    del entry["figures"]["russian-losses"]["values"][0]["cite"]


@edited("FIG002")
def two_numbers_from_one_mouth(entry: Fields) -> None:
    values = entry["figures"]["russian-losses"]["values"]
    values.append(values[0] | {"value": "26400"})


@edited("FIG003")
def a_dash_taken_for_a_minus_sign(entry: Fields) -> None:
    entry["figures"]["russian-losses"]["values"][0]["value"] = "-1"


@edited("FIG004")
def losses_in_thousands(entry: Fields) -> None:
    entry["figures"]["russian-losses"]["values"][0]["value"] = "26.4"


# Places


@edited("PLC001", "crimea", "places")
def latitude_and_longitude_off_the_globe(place: Fields) -> None:
    place["at"] = ["45.3", "344"]


@edited("PLC002", "kursk-oblast", "places")
def a_region_within_itself(place: Fields) -> None:
    place["within"] = "kursk-oblast"


@edited("PLC003", "crimea", "places")
def a_claim_on_crimea_without_its_author(place: Fields) -> None:
    del place["within"][1]["per"]


@edited("PLC004", "crimea", "places")
def a_claim_on_crimea_without_a_source(place: Fields) -> None:
    place["within"].append({"place": "kursk-oblast", "per": "russia", "from": "2014-03-18"})


@edited("PLC005", "crimea", "places")
def held_until_before_it_was_held(place: Fields) -> None:
    place["within"][1]["until"] = "2013"


@mutation("PLC006")
def east_before_north(data: Excerpt) -> None:
    data.change("russia", lambda place: place.update(at=["55.75", "37.6"]), "places")
    data.change("kursk-oblast", lambda place: place.update(at=["36.2", "51.75"]), "places")


# The corpus


@mutation("COR001")
def an_entry_deleted_after_publication(data: Excerpt) -> str:
    def git(*arguments: str) -> str:
        identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
        command = ("git", *identity, *arguments)
        return subprocess.run(command, cwd=data.root, check=True, capture_output=True, text=True).stdout.strip()

    path = f"{TIMELINE}/entries/kursk-raid.yml"
    data.put(path, data.text(data.file(INCURSION)))
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "as published")
    (data.root / path).unlink()
    return git("rev-parse", "HEAD")


def _tombstone(data: Excerpt, name: str, fields: str) -> None:
    data.put(f"{TIMELINE}/entries/{name}.yml", f"{fields}\non: 2026-11-22\nwhy: The same event.\n")


@mutation("COR002")
def merged_into_a_misspelt_entry(data: Excerpt) -> None:
    _tombstone(data, "kursk-raid", "gone: merged\ninto: [kursk-incurson]")


@mutation("COR003")
def merged_twice(data: Excerpt) -> None:
    _tombstone(data, "kursk-raid", "gone: merged\ninto: [kursk-attack]")
    _tombstone(data, "kursk-attack", f"gone: merged\ninto: [{INCURSION}]")


@mutation("COR004")
def split_into_one(data: Excerpt) -> None:
    _tombstone(data, "kursk-raid", f"gone: split\ninto: [{INCURSION}]")


@edited("COR010")
def judged_twice_on_a_day(entry: Fields) -> None:
    entry["judgements"].append(entry["judgements"][0] | {"why": "So says the calendar."})


@edited("COR011")
def judged_before_the_sources(entry: Fields) -> None:
    entry["judgements"][0]["on"] = "2025-04-01"


@edited("COR012")
def a_date_upheld(entry: Fields) -> None:
    entry["judgements"][0]["verdict"] = "upheld"


@mutation("COR020")
def russia_on_both_sides(data: Excerpt) -> None:
    path = f"{TIMELINE}/timeline.yml"
    data.put(path, data.text(path).replace("members: [ukraine]", "members: [ukraine, russia]", 1))


@edited("COR030", INCURSION)
def an_answer_to_what_came_later(entry: Fields) -> None:
    entry["related"] = [{"entry": CLAIMED, "as": "responds-to"}]


@edited("COR031")
def a_part_of_another_year(entry: Fields) -> None:
    entry["related"] = [{"entry": INCURSION, "as": "part-of"}]


@edited("COR032")
def the_cause_of_itself(entry: Fields) -> None:
    entry["related"].append({"entry": CLAIMED, "as": "causes"})


@edited("COR033")
def the_same_link_again(entry: Fields) -> None:
    entry["related"].append(dict(entry["related"][0]))


@mutation("COR040")
def an_actor_of_no_entry(data: Excerpt) -> None:
    data.put("authority/actors/napoleon.yml", "name: Napoleon\nkind: person\n")


@mutation("COR050")
def the_same_event_by_another_hand(data: Excerpt) -> None:
    data.put(
        f"{TIMELINE}/entries/kursk-retaken-again.yml",
        "title: Russia says it has retaken the whole Kursk Oblast\n"
        "date: 2025-04-26\n"
        "type: statement\n"
        f"cite: {{reuters: {{source: {SOURCE}}}}}\n",
    )


@edited("COR060")
def a_reason_of_one_word(entry: Fields) -> None:
    entry["judgements"][0]["why"] = "obvious"


@edited("COR061")
def a_quotation_that_never_ends(entry: Fields) -> None:
    entry["summary"] = "The chief of the general staff spoke of “the last village, and thanked the soldiers."


@edited("FRM036")
def the_title_of_a_web_page(entry: Fields) -> None:
    entry["summary"] = "The last village was <strong>taken</strong>, the chief of the general staff said."


@edited("DAT024")
def a_voice_of_another_age(entry: Fields) -> None:
    entry["claims"]["retaken"]["voices"][0]["on"] = "1985-04-26"


@edited("REF016", INCURSION)
def the_start_misspelt(entry: Fields) -> None:
    entry["moments"] = {"strat": "2024-08-06"}


@edited("REF017", INCURSION)
def a_region_in_command(entry: Fields) -> None:
    entry["places"].append({"ref": "crimea", "role": "commander"})


@edited("CLM009")
def the_same_words_once_more(entry: Fields) -> None:
    voices = entry["claims"]["retaken"]["voices"]
    voices.append(voices[0] | {"note": "He spoke by video link."})


# The site's configuration

CONFIGURATION = "site_name: A chronicle\nsite_url: https://www.example.org/\nnav: [Timeline: timeline/index.md]\n"


def misconfigured(code: str, name: str, right: str, wrong: str) -> None:
    """Register a change to the configuration."""

    def make(data: Excerpt) -> None:
        assert right in CONFIGURATION
        data.put("../mkdocs.yml", CONFIGURATION.replace(right, wrong))

    make.__name__ = name
    mutation(code)(make)


misconfigured("CFG001", "a_bracket_is_left_open", "index.md]", "index.md")
misconfigured("CFG002", "two_letters_change_places", "site_url", "site_ulr")
misconfigured("CFG003", "a_line_is_copied", "nav:", "site_url: https://example.org/\nnav:")
misconfigured("CFG004", "an_address_without_its_beginning", "https://", "")
misconfigured("CFG005", "a_page_that_nobody_makes", "timeline/index.md", "timelines.md")
misconfigured("CFG006", "scripts_of_others_are_wanted", "nav:", "theme: {name: material, features: [toc.follow]}\nnav:")


@mutation("CFG007")
def a_home_page_by_hand(data: Excerpt) -> None:
    data.put("../mkdocs.yml", f"{CONFIGURATION}docs_dir: words\n")
    data.put("../words/index.md", "# Welcome\n")
