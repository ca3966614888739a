"""A Telegram in memory: a strict Bot API over HTTP, a page of phones, and the phone that tests hold in their hand."""
