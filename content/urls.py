"""Public addresses that are not pages of an editor: tracking, the register, search."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
