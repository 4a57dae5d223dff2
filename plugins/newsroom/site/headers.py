"""What every answer of the web server must say: who may run scripts, who may frame, what may be kept.

The policy lets a page load from its own host only and run nothing inline.  The
search page alone may also run WebAssembly, which Pagefind is made of.
"""

from __future__ import annotations

from newsroom.site.addresses import PHOTOS

POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
SEARCH_POLICY = f"{POLICY}; script-src 'self' 'wasm-unsafe-eval'"

ALWAYS = (
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
"""Headers that are the same everywhere."""

FOREVER = "public, max-age=31536000, immutable"
FRESH = "no-cache"
"""Ask each time; the answer is "not modified" as long as nothing changed."""

LASTING = (PHOTOS, "/pagefind/index/", "/pagefind/fragment/")
"""Where names hold a digest of the file: a name never changes its meaning."""


LASTING_PARTS = ("/pagefind/:part/index/", "/pagefind/:part/fragment/")
"""The same in older parts of the index; hosts read ``:part`` as any one folder."""
