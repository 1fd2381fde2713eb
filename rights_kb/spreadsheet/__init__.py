"""A table as a spreadsheet for people who only have Excel: written, read again, and compared."""
