"""Addresses of the desk, below the admin."""

from django.urls import path

from workflows.desk.detail import ComplaintDetailView
from workflows.desk.listing import ComplaintIndexView

app_name = "complaints"

urlpatterns = [
    path("", ComplaintIndexView.as_view(), name="index"),
    path("results/", ComplaintIndexView.as_view(results_only=True), name="index_results"),
    path("<str:number>/", ComplaintDetailView.as_view(), name="detail"),
]
