"""The YAML reader guesses nothing: what may be read in two ways is refused, with its line and what to write."""

from decimal import Decimal

import pytest

from rights_kb.strict_yaml import DEEPEST, read_file, read_text

NO_TAG = "Write the value without a tag."
TWICE = "The same part is used twice by an anchor (& and *). Write it out in both places."
MISSING = "A value is missing. Write the value, or remove the key; unknown is `absent` with why."
DEEP = "Lists and mappings are nested too deeply. Write a flat list."


def data_of(text):
    data, problems = read_text(text, "f.yml")
    assert problems == []
    return data


def told(text, first_line=1):
    return [str(problem) for problem in read_text(text, "f.yml", first_line)[1]]


# What is read, and as what


def test_a_decimal_keeps_the_zeros_that_were_typed():
    assert str(data_of("share: 12.40")["share"]) == "12.40"


def test_a_decimal_is_exact():
    assert data_of("share: 0.1")["share"] == Decimal("0.1")


@pytest.mark.parametrize(("typed", "number"), [("0", 0), ("7", 7), ("-7", -7), ("100", 100), ("-0.5", Decimal("-0.5"))])
def test_a_plain_number_is_read_as_that_number(typed, number):
    assert data_of(f"n: {typed}")["n"] == number


def test_a_whole_number_is_an_int():
    assert type(data_of("n: 12")["n"]) is int


def test_a_very_long_number_keeps_every_digit():
    assert data_of("n: 12345678901234567890123")["n"] == Decimal("12345678901234567890123")


@pytest.mark.parametrize(
    "typed",
    [
        "12,4",
        "1,234",
        "2024-05-01",
        "2025-Q3",
        "2025-01/2025-08",
        "12 %",
        "№ 5",
        "5-7",
        "10a",
        "1:99",
        ".",
        "v1.2.3",
        "=",
        "nobody",
    ],
)
def test_what_only_looks_like_a_number_stays_text(typed):
    assert data_of(f"n: {typed}")["n"] == typed


@pytest.mark.parametrize("typed", ["yes", "no", "010", "12:30", "1e3", ".5", "12", "null", "", "~", "true"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_in_quotes_everything_is_text(typed, quote):
    assert data_of(f"n: {quote}{typed}{quote}")["n"] == typed


def test_a_block_is_text_even_where_it_is_a_number():
    assert data_of("n: >-\n  12\n")["n"] == "12"


@pytest.mark.parametrize(("typed", "value"), [("true", True), ("false", False), ("null", None)])
def test_true_false_and_null_are_read_as_such(typed, value):
    assert data_of(f"n: {typed}")["n"] is value


def test_a_key_that_looks_like_a_boolean_is_a_word():
    assert list(data_of("no: Norsk\ny: x\n1: z")) == ["no", "y", "1"]


def test_an_anchor_that_nothing_uses_is_allowed():
    assert data_of("a: &here [1]")["a"] == [1]


def test_a_byte_order_mark_at_the_start_is_no_part_of_the_text(tmp_path):
    (tmp_path / "f.yml").write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_file(tmp_path / "f.yml", "f.yml") == ({"a": 1}, [])


# What is refused


def test_a_duplicate_key_is_refused_at_the_second():
    assert told("a: 1\nb: 2\na: 3") == ["f.yml:3  `a` stands twice (first in line 1). Keep one of the two."]


def test_of_a_duplicate_key_the_first_value_is_kept():
    assert read_text("a: 1\na: 3", "f.yml")[0] == {"a": 1}


def test_a_duplicate_key_inside_a_flow_mapping_is_refused():
    assert told("- x\n- {a: 1,\n   a: 2}") == ["f.yml:3  `a` stands twice (first in line 2). Keep one of the two."]


@pytest.mark.parametrize("typed", ["yes", "no", "on", "off", "y", "n", "Yes", "NO", "On", "True", "FALSE"])
def test_a_word_that_may_be_a_boolean_is_refused(typed):
    expected = f'f.yml:2  `{typed}` may be read as something else. Write true or false, or "{typed}" if it is a text.'
    assert told(f"a: x\nb: {typed}") == [expected]


@pytest.mark.parametrize("typed", ["Null", "NULL"])
def test_null_in_capitals_is_refused(typed):
    assert told(f"b: {typed}") == [
        f'f.yml:1  `{typed}` may be read as something else. Write null, or "{typed}" if it is a text.'
    ]


@pytest.mark.parametrize("typed", ["", "~"])
def test_an_empty_value_is_refused(typed):
    assert told(f"a: 1\nb: {typed}\nc: 2") == [f"f.yml:2  {MISSING}"]


def test_an_empty_list_item_is_refused():
    assert told("- a\n-\n- b") == [f"f.yml:2  {MISSING}"]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("010", "10"),
        ("0777", "777"),
        ("007", "7"),
        ("00", "0"),
        ("-010", "-10"),
        ("+010", "10"),
        ("0o17", "17"),
        ("09", "9"),
    ],
)
def test_an_octal_number_is_refused(typed, plain):
    expected = f'f.yml:1  `{typed}` may be read as an octal number. Write {plain}, or "{typed}" if it is a text.'
    assert told(f"a: {typed}") == [expected]


@pytest.mark.parametrize("typed", ["12:30", "1:00", "190:20:30", "-1:30", "22:30:15.5"])
def test_a_number_in_base_sixty_is_refused(typed):
    assert told(f"a: {typed}") == [f'f.yml:1  `{typed}` may be read as a number in base sixty. Write "{typed}" in quotes.']


@pytest.mark.parametrize(
    "typed", ["1e3", "1E-3", "1.5e3", ".5", "-.5", "5.", "+5", "1_000", "0x1F", "0b101", "00.5", ".inf", "-.INF", ".nan"]
)
def test_a_number_in_another_form_is_refused(typed):
    advice = f'Write digits with a point, such as 12.4, or "{typed}" if it is a text.'
    assert told(f"a: {typed}") == [f"f.yml:1  `{typed}` is a number in a form that is not used here. {advice}"]


def test_a_decimal_comma_in_a_flow_mapping_is_told_how_to_be_written():
    assert told("- {a: 1}\n- {year: 2024, share: 12,4}") == ["f.yml:2  '12,4' is not a number. Write 12.4."]


def test_a_negative_number_with_a_decimal_comma_is_told_how_to_be_written():
    assert told("{share: -12,40, b: 1}") == ["f.yml:1  '-12,40' is not a number. Write -12.40."]


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("!!str 12", "tag:yaml.org,2002:str"),
        ("!!float 12", "tag:yaml.org,2002:float"),
        ('!!int "12"', "tag:yaml.org,2002:int"),
        ("!!binary aGk=", "tag:yaml.org,2002:binary"),
        ('!mine "x"', "!mine"),
        ("!!python/object:os.system x", "tag:yaml.org,2002:python/object:os.system"),
        ("!!set {a, b}", "tag:yaml.org,2002:set"),
        ("!!omap [a: 1]", "tag:yaml.org,2002:omap"),
        ("!mine [a]", "!mine"),
        ("!mine {a: 1}", "!mine"),
    ],
)
def test_a_tag_is_refused(typed, tag):
    assert told(f"k: x\na: {typed}") == [f"f.yml:2  The tag {tag} is not allowed. {NO_TAG}"]


def test_a_tag_on_a_key_is_refused():
    assert told("!!int k: 1") == [f"f.yml:1  The tag tag:yaml.org,2002:int is not allowed. {NO_TAG}"]


@pytest.mark.parametrize("part", ["[1, 2]", "{x: 1}", "word", '"quoted"', "12"])
def test_a_part_that_is_used_twice_by_an_anchor_is_refused(part):
    assert told(f"k: x\na: &here {part}\nb: *here") == [f"f.yml:2  {TWICE}"]


def test_a_list_inside_itself_is_refused():
    assert told("a: &a [*a]") == [f"f.yml:1  {TWICE}"]


def test_an_anchor_that_does_not_exist_is_refused():
    assert told("a: 1\nb: *gone")[0].startswith("f.yml:2  This is not valid YAML: ")


def test_merging_keys_is_refused():
    problems = told("base: {x: 1}\nmore:\n  <<: {y: 2}\n  z: 3")
    assert problems == ["f.yml:3  Merging with << is not allowed. Write the keys out."]


def test_a_merge_sign_as_value_is_refused():
    assert told("a: <<") == [f"f.yml:1  The tag tag:yaml.org,2002:merge is not allowed. {NO_TAG}"]


def test_a_key_that_is_a_list_is_refused():
    assert told("a: 1\n? [b]\n: c") == ["f.yml:2  A key must be a word. Write `key: value`."]


def test_a_tab_is_refused_with_advice_on_tabs():
    (problem,) = told("a:\n\t- b")
    assert problem.startswith("f.yml:2  This is not valid YAML: ")
    assert problem.endswith("Indent with two spaces, not with a tab.")


def test_a_colon_in_a_plain_text_is_refused_with_advice_on_quotes():
    (problem,) = told("a: 1\nb: Law: a text")
    assert problem.startswith("f.yml:2  This is not valid YAML: ")
    assert problem.endswith('Put a text that holds ": " in double quotes.')


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: [1, 2\nb: 3", 2),
        ("a: 1\nb: 'open", 2),
        ("a: {b: 1\nc: 2", 2),
        ("a: 1\n b: 2", 2),
        ("a: @x", 1),
        ("a: 1\n---\nb: 2", 2),
        ("- a\nb: 1", 2),
    ],
)
def test_broken_yaml_is_refused_at_its_line(text, line):
    (problem,) = told(text)
    assert problem.startswith(f"f.yml:{line}  This is not valid YAML: ")


def test_of_broken_yaml_there_is_no_data():
    assert read_text("a: [1", "f.yml")[0] is None


@pytest.mark.parametrize(
    ("sign", "name"), [("\x00", "U+0000"), ("\x01", "U+0001"), ("\x1b", "U+001B"), ("\ufffe", "U+FFFE")]
)
def test_a_control_character_is_refused_at_its_line(sign, name):
    assert told(f"a: 1\nb: x{sign}y") == [f"f.yml:2  The character {name} may not stand in YAML. Remove it."]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_a_file_that_holds_nothing_is_refused(text):
    assert told(text) == ["f.yml:1  The file holds nothing. Write the entries, or remove the file."]


def test_bytes_that_are_not_utf_8_are_refused_at_their_line(tmp_path):
    (tmp_path / "f.yml").write_bytes("a: 1\nb: ёлка\n".encode("cp1251"))
    data, problems = read_file(tmp_path / "f.yml", "data/f.yml")
    assert (data, [str(problem) for problem in problems]) == (
        None,
        ["data/f.yml:2  The file is not UTF-8. Save it as UTF-8."],
    )


# What would cost memory or crash


def test_the_deepest_nesting_is_allowed():
    assert told("[" * DEEPEST + "1" + "]" * DEEPEST) == []


def test_one_step_deeper_is_refused_at_its_line():
    text = "a:\n" + "[" * DEEPEST + "1" + "]" * DEEPEST
    assert told(text.replace("\n", "\n ")) == [f"f.yml:2  {DEEP}"]


@pytest.mark.parametrize("depth", [100, 1_000, 200_000])
@pytest.mark.parametrize(("start", "end"), [("[", "]"), ("{a: ", "}")])
def test_deep_flow_nesting_is_refused_and_never_crashes(depth, start, end):
    assert told(start * depth + "1" + end * depth) == [f"f.yml:1  {DEEP}"]


@pytest.mark.parametrize("depth", [100, 10_000])
def test_deep_block_nesting_on_one_line_is_refused(depth):
    assert told("- " * depth + "x") == [f"f.yml:1  {DEEP}"]


def test_deep_block_nesting_by_indentation_is_refused():
    text = "\n".join(f"{' ' * depth}a:" for depth in range(400)) + " 1"
    assert told(text) == [f"f.yml:{DEEPEST + 1}  {DEEP}"]


def test_a_billion_laughs_is_refused_without_being_unfolded():
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    assert set(told("\n".join(lines))) == {f"f.yml:{line}  {TWICE}" for line in range(1, 40)}


# Lines


def test_a_mapping_knows_the_line_of_each_key():
    assert data_of("# comment\na: 1\n\nb:\n  c: 2").lines == {"a": 2, "b": 4}


def test_a_nested_mapping_knows_its_lines():
    assert data_of("a:\n  b:\n    c: 1")["a"]["b"].line_of("c") == 3


def test_a_missing_key_has_the_line_of_its_mapping():
    assert data_of("- x\n- a: 1")[1].line_of("gone") == 2


def test_a_flow_mapping_over_two_lines_knows_the_line_of_each_key():
    assert data_of("a: {b: 1,\n    c: 2}")["a"].lines == {"b": 1, "c": 2}


def test_a_list_knows_the_line_of_each_item():
    assert data_of("list:\n  - {a: 1}\n\n  - {a: 2}\n  - {a: 3}")["list"].lines == [2, 4, 5]


def test_a_flow_list_knows_the_line_of_each_item():
    assert data_of("[a,\n b,\n {c: 1}]").lines == [1, 2, 3]


def test_a_key_after_a_folded_text_has_its_own_line():
    assert data_of("a: >-\n  one\n  two\n\nb: 1").line_of("b") == 5


def test_lines_count_from_the_first_line_of_the_front_matter():
    assert told("a: 1\nb: yes", first_line=2)[0].startswith("f.yml:3  ")


def test_lines_are_right_in_a_file_from_windows():
    assert data_of("a: 1\r\nb: 2\r\n").lines == {"a": 1, "b": 2}


# All at once


def test_several_problems_are_told_at_once():
    lines = [problem.split("  ")[0] for problem in told("a: yes\nb: 010\nc: {d: 12:30, d: 1}\ne: ~\nf: !x y\n<<: z")]
    assert lines == ["f.yml:1", "f.yml:2", "f.yml:3", "f.yml:3", "f.yml:4", "f.yml:5", "f.yml:6"]


def test_what_is_right_is_read_beside_what_is_wrong():
    assert read_text("a: 010\nb: 2", "f.yml")[0]["b"] == 2
