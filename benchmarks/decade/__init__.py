"""An invented archive: ten years of a chapter's news, for ``benchmarks/archive.py``."""
