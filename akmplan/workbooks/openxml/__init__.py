"""The reader of .xlsx and .xlsm files."""
