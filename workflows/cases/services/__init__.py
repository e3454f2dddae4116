"""Everything that writes complaints: filing and moving. Each call is one transaction."""

from workflows.cases.services.filing import Receipt, Report, file_complaint
from workflows.cases.services.moving import perform

__all__ = ["Receipt", "Report", "file_complaint", "perform"]
