"""The sample workbooks: a library centre’s plan as its staff keep it."""
