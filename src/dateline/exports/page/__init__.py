"""Incidents on a page: one HTML file that needs no network, no server and no script."""

from dateline.exports.page.page import report_page

__all__ = ["report_page"]
