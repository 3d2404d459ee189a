"""Tests of the forms that are handed down and filled."""
