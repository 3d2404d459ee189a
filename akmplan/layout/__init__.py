"""The words that sheets and documents use, read and written."""
