"""The Office package, once: its gate, its parts and pointers, and what is made of them."""
