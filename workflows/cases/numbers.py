"""The report number: public, short enough to dictate, and telling nothing but itself."""

import re
import secrets

DIGITS = 8  # random digits; a ninth checks them


def _check_digit(digits: str) -> str:
    """Return the Luhn digit (ISO/IEC 7812-1), so that one wrong or swapped digit is noticed."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if position % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def _grouped(digits: str) -> str:
    return "-".join(digits[start : start + 3] for start in range(0, len(digits), 3))


def new_number() -> str:
    """Return a random report number such as 482-130-764.

    Random and not counted: a number shows neither when nor how many were filed.
    """
    digits = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    return _grouped(digits + _check_digit(digits))


def normalise_number(text: str) -> str:
    """Return what was typed in the number's form, forgiving spaces, dots and dashes."""
    digits = re.sub(r"\D", "", text)
    return _grouped(digits) if len(digits) == DIGITS + 1 else digits


def is_number(text: str) -> bool:
    """Return whether the text can be a report number at all."""
    digits = re.sub(r"\D", "", text)
    return len(digits) == DIGITS + 1 and _check_digit(digits[:-1]) == digits[-1]
