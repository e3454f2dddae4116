"""Working days: weekends, national holidays, cuti bersama, and what the city decides itself."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.opd.calendar import WorkingCalendar, city_calendar
from workflows.opd.models import CalendarDay

NATIONAL = WorkingCalendar({})


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 6), True),  # Friday
        (date(2026, 11, 7), False),  # Saturday
        (date(2026, 11, 8), False),  # Sunday
        (date(2026, 8, 17), False),  # Independence Day, a Monday
        (date(2026, 12, 24), False),  # cuti bersama before Christmas
        (date(2026, 12, 25), False),
    ],
)
def test_the_national_calendar(day, works):
    assert NATIONAL.is_working_day(day) is works


def test_the_start_day_does_not_count_and_rest_days_are_stepped_over():
    assert NATIONAL.add_working_days(date(2026, 11, 6), 1) == date(2026, 11, 9)
    assert NATIONAL.add_working_days(date(2026, 11, 7), 1) == date(2026, 11, 9)
    assert NATIONAL.add_working_days(date(2026, 12, 23), 1) == date(2026, 12, 28)
    assert NATIONAL.add_working_days(date(2026, 11, 8), 0) == date(2026, 11, 8)


def test_own_days_of_the_city_go_before_the_national_calendar(db, django_assert_num_queries):
    CalendarDay.objects.create(date=date(2026, 12, 16), name="Hari jadi kota")
    CalendarDay.objects.create(date=date(2026, 12, 19), name="Ganti", is_working_day=True)

    with django_assert_num_queries(1):
        calendar = city_calendar()
        assert not calendar.is_working_day(date(2026, 12, 16))
        assert calendar.is_working_day(date(2026, 12, 19))
    assert calendar.add_working_days(date(2026, 12, 15), 1) == date(2026, 12, 17)


@given(
    start=st.dates(date(2024, 1, 1), date(2027, 6, 1)), days=st.integers(min_value=1, max_value=60)
)
def test_counting_forth_and_back_agree(start, days):
    due = NATIONAL.add_working_days(start, days)

    assert NATIONAL.is_working_day(due)
    assert NATIONAL.working_days_between(start, due) == days
    assert NATIONAL.working_days_between(due, start) == -days
    assert NATIONAL.add_working_days(start, days + 1) > due


def test_no_time_is_no_working_day():
    today = date(2026, 11, 6)

    assert NATIONAL.working_days_between(today, today) == 0
    assert NATIONAL.working_days_between(today, today + timedelta(days=2)) == 0


def test_a_calendar_day_reads_as_date_and_reason():
    assert str(CalendarDay(date=date(2026, 12, 16), name="Hari jadi")) == "16.12.2026 Hari jadi"
