"""The helper sheets of the plan's workbook, read and put to use."""
