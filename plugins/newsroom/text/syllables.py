"""What a Vietnamese syllable may look like, and where its tone mark belongs.

A syllable is an onset, a rime and one of six tones.  The tables below hold the
onsets and rimes of the written language; a word outside them (a foreign or
ethnic-minority name, a code, an abbreviation) is nobody's mistake.

Source of the placement rule: both ``hòa`` and ``hoà`` are in official use, but
only for open ``oa``, ``oe``, ``uy``; everywhere else there is one right vowel.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

GRAVE, ACUTE, TILDE, HOOK, DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
TONES = (GRAVE, HOOK, TILDE, ACUTE, DOT)
"""Combining tone marks in dictionary order: huyền, hỏi, ngã, sắc, nặng."""

VOWELS = "aăâeêioôơuưy"
"""Vowel letters without a tone."""

LONGEST = len("nghiêng")
"""Letters of the longest syllable."""

_WRITTEN_ONSETS = "ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x"
_WRITTEN_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êc êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet
oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uên uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y ych yêm yên yêng yêt yêu ynh yt
"""
_ONLY_AFTER_QU = frozenset({"ych", "ynh", "yt"})

_ONSETS = tuple(_WRITTEN_ONSETS.split())
"""The longer before those they begin with."""

_RIMES = frozenset(_WRITTEN_RIMES.split())
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_SPELT_BEFORE_FRONT = {"k": True, "gh": True, "ngh": True, "c": False, "g": False, "ng": False}
_FRONT = "eêiy"
_EITHER_STYLE = frozenset({"oa", "oe", "uy"})
_MISSING_HORN = re.compile(r"^(?:uơ|ưo)(?=[ciumnpt])")
_HATTED = "ăâêôơư"

_MOST_FINE = 20_000
_FINE: set[str] = set()
"""Words found right before: the same few thousand make up nearly all stories."""


@dataclass(frozen=True, slots=True)
class Syllable:
    """A word taken apart; lower case, NFC.

    Attributes:
        onset: consonants before the rime, with the ``u`` of ``qu`` and the ``i`` of ``gi``.
        rime: vowels and final consonants without the tone.
        tone: combining mark, or empty.
        seat: index of the letter under the tone mark, counted from the word's start; -1 without a tone.
    """

    onset: str
    rime: str
    tone: str
    seat: int


def is_syllable(word: str) -> bool:
    """Whether a word, in any case, could stand in a Vietnamese dictionary with its tone in the right place."""
    return len(word) <= LONGEST and _is_syllable(word.lower())


@lru_cache(maxsize=4096)
def _is_syllable(word: str) -> bool:
    found = parse_syllable(word)
    return found is not None and _is_spelt(found) and found.seat in (-1, *_seats(found))


def why_misplaced(word: str) -> str | None:
    """The right spelling of a word whose tone mark (or horn) is wrong in the old and in the new style.

    ``họat`` gives ``hoạt``, ``qúy`` gives ``quý``, ``đuợc`` gives ``được``;
    ``hòa`` and ``hoà``, names and foreign words give None.

    Args:
        word: one word in NFC, in any case; the case of every letter is kept.
    """
    if word.isascii() or len(word) > LONGEST:
        return None
    return _why_misplaced(word)


def find_misplaced(words: Iterable[str]) -> dict[str, str]:
    """Those of some words that :func:`why_misplaced` corrects, each with its right spelling."""
    wrong: dict[str, str] = {}
    for word in set(words) - _FINE:
        if proposed := why_misplaced(word):
            wrong[word] = proposed
        elif len(_FINE) < _MOST_FINE:
            _FINE.add(word)
    return wrong


@lru_cache(maxsize=4096)
def _why_misplaced(word: str) -> str | None:
    found = parse_syllable(word) if _VOWEL_PAIR.search(word) else None
    if found is None:
        return None
    letters = list(_strip_tone(word))
    start = len(found.onset)
    rime = found.rime
    if _MISSING_HORN.match(rime) and found.onset != "qu":
        rime = "ươ" + rime[2:]
        letters[start : start + 2] = [_with_horn(letter) for letter in letters[start : start + 2]]
    if rime not in _RIMES or _breaks_stop_rule(rime, found.tone):
        return None
    right = Syllable(found.onset, rime, found.tone, found.seat)
    if rime == found.rime and found.seat in (-1, *_seats(right)):
        return None
    if found.tone:
        seat = _seats(right)[0]
        letters[seat] = unicodedata.normalize("NFC", letters[seat] + found.tone)
    return "".join(letters)


def parse_syllable(word: str) -> Syllable | None:
    """Take a word apart, whether its rime is a known one or not.

    Returns:
        None when the word has a letter or a mark that Vietnamese has not, no
        vowel, or more than one tone.
    """
    if len(word) > LONGEST or not word.isalpha():
        return None
    low = word.lower()
    marked = [(at, mark) for at, letter in enumerate(low) if (mark := _TONE_OF.get(letter))]
    if len(marked) > 1:
        return None
    bare = _strip_tone(low)
    if not _BARE.fullmatch(bare):
        return None
    seat, tone = marked[0] if marked else (-1, "")
    onset = _find_onset(bare)
    return Syllable(onset, bare[len(onset) :], tone, seat)


def _find_onset(bare: str) -> str:
    onset = next((o for o in _ONSETS if bare.startswith(o)), "")
    rest = bare[len(onset) :]
    if onset == "gi" and (not rest or rest[0] not in VOWELS):
        return "g"
    if onset == "qu" and (not rest or rest[0] not in VOWELS):
        return ""
    return onset


def _is_spelt(found: Syllable) -> bool:
    """Whether onset, rime and tone go together: c/k, g/gh, ng/ngh, and sắc or nặng alone before a stop."""
    if found.rime not in _RIMES or _breaks_stop_rule(found.rime, found.tone):
        return False
    if found.rime[0] == "y" and found.rime != "y":
        return found.onset == "qu" or (not found.onset and found.rime not in _ONLY_AFTER_QU)
    front = _SPELT_BEFORE_FRONT.get(found.onset)
    if front is None or (found.onset == "g" and found.rime[0] == "i"):
        return True
    return front == (found.rime[0] in _FRONT)


def _breaks_stop_rule(rime: str, tone: str) -> bool:
    return bool(_STOPPED.search(rime)) and tone in (GRAVE, HOOK, TILDE)


def _seats(found: Syllable) -> tuple[int, ...]:
    """Where the tone may stand, the customary place first; the rime is a known one."""
    start, rime = len(found.onset), found.rime
    hatted = [at for at, letter in enumerate(rime) if letter in _HATTED]
    if hatted:
        return (start + (hatted[-1] if rime[:2] == "ươ" else hatted[0]),)
    if rime in _EITHER_STYLE:
        return (start, start + 1)
    vowels = next((at for at, letter in enumerate(rime) if letter not in VOWELS), len(rime))
    if vowels == 1:
        return (start,)
    closed = vowels < len(rime)
    return (start + 1,) if closed or vowels == 3 else (start,)


def _with_horn(letter: str) -> str:
    return _HORNED.get(letter, letter)


def _strip_tone(word: str) -> str:
    return word.translate(_TONELESS)


_HORNED = {"u": "ư", "U": "Ư", "o": "ơ", "O": "Ơ"}
_BARE = re.compile(r"[a-zăâđêôơư]+")
_TONED = {
    unicodedata.normalize("NFC", vowel + tone): (vowel, tone) for vowel in VOWELS + VOWELS.upper() for tone in TONES
}
_VOWEL_PAIR = re.compile(f"[{VOWELS}{''.join(_TONED)}]{{2}}", re.IGNORECASE)
_TONE_OF = {letter: tone for letter, (_, tone) in _TONED.items()}
_TONELESS = {ord(letter): vowel for letter, (vowel, _) in _TONED.items()}
