"""Korean: a word without the particles that are written to it, as 위성 of 위성에서는."""

from __future__ import annotations

from termbase.text.lazy_pattern import lazy_pattern

_CASES = (
    "에서 에게서 에게 에 으로서 로서 으로써 로써 으로 로 은 는 이 가 을 를 의 와 과 도 만 까지"
    " 부터 보다 처럼 마다 이나 나 이며 며 이란 란 이라는 라는"
).replace(" ", "|")
_PARTICLES = lazy_pattern(f"(?<=..)(?:들|들?(?:{_CASES})(?:은|는|도|만|의)?)$")


def without_particles(word: str) -> str:
    """Return a word without its particles; two signs of it stay.

    What ends like a particle loses it too, so the word itself has to be tried besides.

    >>> without_particles("위성에서는"), without_particles("위성들을"), without_particles("위성")
    ('위성', '위성', '위성')
    >>> without_particles("저궤도")
    '저궤'
    """
    return _PARTICLES.sub("", word)


def is_particle(word: str, whole: str) -> bool:
    """Say whether what a whole has behind a word is only a particle of it.

    >>> is_particle("위성", "위성은"), is_particle("우주", "우주정거장은")
    (True, False)
    """
    return len(without_particles(whole)) <= len(word)
