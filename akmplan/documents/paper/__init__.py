"""A paper for a body above: its letter, and its workbook with table, charts and sources."""
