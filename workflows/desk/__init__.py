"""The screens of those who handle complaints, in the Wagtail admin."""
