"""When things happened in the demo city: working days back from today, at believable hours."""

import hashlib
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from workflows.opd.calendar import WorkingCalendar

OPENING = 8 * 60  # minutes after midnight
OFFICE_MINUTES = 7 * 60 + 30
FRIDAY_PRAYER = range(11 * 60 + 30, 14 * 60)  # nobody acts in an office then
FRIDAY = 4
AWAKE_FROM = 6 * 60
AWAKE_MINUTES = 15 * 60


def pick(seed: str, choices: int) -> int:
    """Return a number below `choices` that looks random and is always the same for a seed."""
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8]) % choices


class Schedule:
    """Turns working days into moments; nothing it gives lies in the future."""

    def __init__(self, calendar: WorkingCalendar, now: datetime) -> None:
        """Take the city's calendar and the moment that counts as now."""
        self.calendar = calendar
        self.now = now

    def filed(self, key: str, days_ago: int) -> datetime:
        """Return when a report was filed: so many working days before today, by an awake person.

        Some are filed on the weekend or holiday before. 0 is today, within the last two hours.
        """
        if days_ago == 0:
            return self.now - timedelta(minutes=20 + pick(key, 100))
        day = self._working_day_ago(days_ago)
        before = day - timedelta(days=1)
        if not self.calendar.is_working_day(before) and pick(f"{key}:weekend", 2):
            day = before
        return _moment(day, AWAKE_FROM + pick(f"{key}:filed", AWAKE_MINUTES))

    def acted(self, key: str, previous: datetime, working_days: int) -> datetime:
        """Return when an office acted, some working days after the previous act."""
        day = self.calendar.add_working_days(timezone.localdate(previous), working_days)
        minute = OPENING + pick(f"{key}:{day}", OFFICE_MINUTES)
        if day.weekday() == FRIDAY and minute in FRIDAY_PRAYER:
            minute += len(FRIDAY_PRAYER)
        return _moment(day, minute)

    def _working_day_ago(self, days: int) -> date:
        day = timezone.localdate(self.now)
        for _ in range(days):
            day -= timedelta(days=1)
            while not self.calendar.is_working_day(day):
                day -= timedelta(days=1)
        return day


def _moment(day: date, minute: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(minute // 60, minute % 60)))
