"""akmplan: a library centre's plan and monthly sheets, checked and turned into papers."""

__version__ = "0.1.0"
