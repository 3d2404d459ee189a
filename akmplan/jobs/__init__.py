"""One module a command: paths in, outcome out. Nothing here prints."""
