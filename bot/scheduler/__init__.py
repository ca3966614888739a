"""When sweeps run, and the housekeeping of the night."""
