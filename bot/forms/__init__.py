"""Forms as documents: annexes 1 to 3 and reports, drawn as PDF from data; no file is kept."""
