"""Settings of the site: the one file another chapter edits to make it its own.

``publishconf.py`` adds what only the published site needs.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "plugins"))

from newsroom.engine import NewsroomPelican  # noqa: E402

# ── The office ───────────────────────────────────────────────────────────────
NEWSROOM_ADDRESS = "https://chuthapdo.example.vn"
NEWSROOM_NAME = "Hội Chữ thập đỏ tỉnh Hải Lâm"
NEWSROOM_WORDMARK = ["Hội Chữ thập đỏ", "tỉnh Hải Lâm"]
NEWSROOM_DESCRIPTION = "Tin tức, lịch hiến máu, nhiệm vụ và khen thưởng của Hội Chữ thập đỏ tỉnh Hải Lâm."
NEWSROOM_MENU = [
    ("Tin tức", "/tin-tuc/"),
    ("Hiến máu", "/chuyen-muc/hien-mau/"),
    ("Nhân đạo", "/chuyen-muc/nhan-dao/"),
    ("Nhiệm vụ", "/nhiem-vu/"),
    ("Khen thưởng", "/khen-thuong/"),
    ("Giới thiệu", "/gioi-thieu/"),
    ("Liên hệ", "/lien-he/"),
    ("Tìm kiếm", "/tim-kiem/"),
]
NEWSROOM_FRONT = ["Thông báo", "Hiến máu", "Nhân đạo"]
NEWSROOM_OFFICE = ["Số 12, đường Bờ Sông, phường Đông Hà Mới, tỉnh Hải Lâm"]
NEWSROOM_PHONE = "0200 0000 123"
NEWSROOM_EMAIL = "vanphong@example.vn"
NEWSROOM_RESPONSIBLE = "Văn phòng tỉnh Hội"
NEWSROOM_SOURCE_NOTE = "Ghi rõ nguồn khi sử dụng tin, ảnh của trang này."
NEWSROOM_NOTES = ["Nội dung minh họa: địa danh, nhân vật và số liệu trên trang này đều là hư cấu."]
NEWSROOM_FOOT = [("Lưu trữ", "/luu-tru/"), ("Thư viện ảnh", "/thu-vien-anh/"), ("Theo dõi tin mới", "/theo-doi/")]
NEWSROOM_LOGO = ""
# Ids of feed entries grow from this value. Never change it, or subscribers see every story again.
NEWSROOM_FEED_NAMESPACE = "7b2c9a52-5a0e-5f0c-9a8f-3d9f6c1e4b77"

# ── Pelican ──────────────────────────────────────────────────────────────────
SITENAME = NEWSROOM_NAME
SITEURL = ""
DEFAULT_LANG = "vi"
TIMEZONE = "Asia/Ho_Chi_Minh"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
READERS = {"rst": None, "html": None}
DELETE_OUTPUT_DIRECTORY = False
# The feeds are ours (newsroom.feeds); Pelican would only warn about its own.
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["newsroom.markup", "newsroom.photos", "newsroom.feeds", "newsroom.site", "newsroom.search"]
PELICAN_CLASS = NewsroomPelican
