"""The reader of files, tried on files that each test makes itself."""
