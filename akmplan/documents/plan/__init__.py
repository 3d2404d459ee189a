"""The plan as a Word document with its two stamps."""
