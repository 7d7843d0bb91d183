"""The puzzle that the tests of the page play with."""

ROWS, COLUMNS = 3, 4
