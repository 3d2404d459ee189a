"""A template and a view into a finished Word document."""
