"""One way to make a short name for content: keys of caches, identities of findings."""

from __future__ import annotations

from hashlib import blake2b


def digest(*parts: str | bytes, size: int = 16) -> str:
    """A name for a list of parts in hexadecimal, `size` bytes long; no other list has the same one."""
    found = blake2b(digest_size=size)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        found.update(len(data).to_bytes(8, "little"))
        found.update(data)
    return found.hexdigest()
