"""The tracking code: the secret with which a reporter, also an anonymous one, comes back."""

import hashlib
import hmac
import re

from django.conf import settings

# Crockford's base 32: no I, L, O, U, so that a code survives being read aloud or copied by hand.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = str.maketrans("ILO", "110")
LENGTH = 16  # characters of 5 bits: 80 bits


def derive_code(submission: bytes) -> str:
    """Return the code of a submission, such as 7KQM-2F9D-XW3T-H8PA.

    The code is a keyed digest of the submission (HMAC-SHA-256 with SECRET_KEY, 80 bits of it), so
    the same form sent twice shows the same receipt although the code itself is stored nowhere.
    """
    key = b"tracking-code\0" + settings.SECRET_KEY.encode()
    number = int.from_bytes(hmac.digest(key, submission, "sha256")[:10])
    characters = []
    for _ in range(LENGTH):
        number, index = divmod(number, 32)
        characters.append(ALPHABET[index])
    return "-".join("".join(characters[start : start + 4]) for start in range(0, LENGTH, 4))


def normalise_code(text: str) -> str:
    """Return what was typed as bare characters, forgiving case, spaces, dashes, O/0 and I/L/1."""
    return re.sub(r"[^0-9A-Z]", "", text.upper()).translate(LOOKALIKES)


def code_digest(code: str) -> str:
    """Return what is stored of a code.

    80 random bits cannot be guessed back from a plain SHA-256, and a digest without SECRET_KEY
    lets a city change that key without locking its reporters out.
    """
    return hashlib.sha256(b"tracking\0" + normalise_code(code).encode()).hexdigest()


def code_matches(code: str, digest: str) -> bool:
    """Return whether the code belongs to the digest, in constant time."""
    return hmac.compare_digest(code_digest(code), digest)
