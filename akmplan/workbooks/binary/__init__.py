"""The reader of .xls and .xlsb files."""
