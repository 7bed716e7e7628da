"""The page of a report: one self-contained index.html."""

from tenor.report.page.pages import render_page

__all__ = ["render_page"]
