"""Reports: recipes, the runner around papermill, and the page."""

from tenor.report.drafts import write_recipe
from tenor.report.recipes import Recipe, read_recipe

__all__ = ["Recipe", "read_recipe", "write_recipe"]
