"""Use cases inside the caller's transaction: load, ask the rules, store, tell."""
