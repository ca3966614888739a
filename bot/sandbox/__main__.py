"""`python -m bot.sandbox [port]`: the bare sandbox, for any bot with any token."""

import asyncio
import sys

from .server import serve_bare

DEFAULT_PORT = 8080

if __name__ == "__main__":
    asyncio.run(serve_bare(port=int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_PORT))
