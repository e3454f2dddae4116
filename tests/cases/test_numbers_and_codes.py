"""Report numbers can be dictated and checked; tracking codes forgive how they are typed."""

import pytest

from workflows.cases.numbers import is_number, new_number, normalise_number
from workflows.cases.tracking import ALPHABET, code_digest, code_matches, derive_code


def test_new_numbers_are_grouped_and_check_themselves():
    numbers = {new_number() for _ in range(500)}

    assert len(numbers) > 490
    assert all(is_number(number) and len(number) == 11 for number in numbers)


def test_one_wrong_digit_or_two_swapped_ones_are_noticed():
    number = new_number().replace("-", "")
    wrong = str((int(number[0]) + 1) % 10) + number[1:]
    assert not is_number(wrong)

    for position in range(8):
        first, second = number[position], number[position + 1]
        swapped = number[:position] + second + first + number[position + 2 :]
        same = first == second or {first, second} == {"0", "9"}  # Luhn's known blind spot
        assert is_number(swapped) == same


@pytest.mark.parametrize("typed", ["482130760", "482 130 760", " 482.130.760 ", "482-130-760"])
def test_a_number_is_understood_however_it_is_typed(typed):
    assert normalise_number(typed) == "482-130-760"


@pytest.mark.parametrize("typed", ["", "abc", "12", "48213076012"])
def test_what_cannot_be_a_number_is_not_one(typed):
    assert not is_number(typed)


def test_a_code_has_eighty_bits_in_four_groups(settings):
    code = derive_code(b"a form")

    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    assert set(code) - {"-"} <= set(ALPHABET)
    assert derive_code(b"a form") == code
    assert derive_code(b"another form") != code
    settings.SECRET_KEY = "another key"
    assert derive_code(b"a form") != code


def test_letters_that_look_like_digits_are_forgiven():
    assert code_matches("o0O0-1iIl-abcd-wxyz", code_digest("0000-1111-ABCD-WXYZ"))
    assert not code_matches("0000-1111-ABCD-WXYA", code_digest("0000-1111-ABCD-WXYZ"))
