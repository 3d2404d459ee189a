"""The workbook of findings, whose Izoh people may fill in."""
