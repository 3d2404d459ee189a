"""The reader of .ods files."""
