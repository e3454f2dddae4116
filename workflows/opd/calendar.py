"""Working days of the city: weekends, national holidays, cuti bersama and the city's own days."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import holidays

from workflows.opd.models import CalendarDay

SATURDAY = 5


@cache
def national_holidays(year: int) -> frozenset[date]:
    """Return the public holidays and cuti bersama (government category) of Indonesia."""
    days = holidays.country_holidays(
        "ID", years=year, categories=("public", "government"), language="id"
    )
    return frozenset(days)


class WorkingCalendar:
    """Answers questions about working days; knows nothing about complaints."""

    def __init__(self, own_days: Mapping[date, bool]) -> None:
        """Take the city's own days: date → whether the city works on it."""
        self._own_days = own_days

    def is_working_day(self, day: date) -> bool:
        """Return whether the city works; its own days go before the national calendar."""
        if day in self._own_days:
            return self._own_days[day]
        return day.weekday() < SATURDAY and day not in national_holidays(day.year)

    def add_working_days(self, start: date, days: int) -> date:
        """Return the day on which the given number of working days is over.

        The start day does not count, so a report of Friday with 1 working day is due on Monday.
        With 0 days it is the start day itself, whether the city works on it or not.
        """
        day = start
        for _ in range(days):
            day += timedelta(days=1)
            while not self.is_working_day(day):
                day += timedelta(days=1)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Return how many working days lie after start, up to and with end.

        Negative when end lies before start: the working days by which it was missed.
        """
        if end < start:
            return -self.working_days_between(end, start)
        span = range(1, (end - start).days + 1)
        return sum(self.is_working_day(start + timedelta(days=offset)) for offset in span)


def city_calendar() -> WorkingCalendar:
    """Return the calendar with the city's own days as they stand now (one query)."""
    return WorkingCalendar(dict(CalendarDay.objects.values_list("date", "is_working_day")))
