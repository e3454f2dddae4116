"""Public addresses that are not pages of an editor: tracking, the register, search."""

from django.urls import path

from content.reporting import register, tracking
from content.search import search

urlpatterns = [
    path("lacak/", tracking.track, name="track"),
    path("laporan/", register.register, name="register"),
    path("laporan/<str:number>/", register.register_detail, name="register_detail"),
    path("cari/", search, name="search"),
]
