"""The directions as data and pure functions: no Telegram, no SQL, no clock, no I/O."""
