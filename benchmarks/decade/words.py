"""Invented Vietnamese: the words from which the archive's stories are drawn.  No name here is a real one's."""

from __future__ import annotations

CATEGORIES = ("Tin tức", "Hiến máu", "Nhân đạo", "Khen thưởng", "Thông báo", "Hội nghị", "Sơ cấp cứu", "Cứu trợ")

PLACES = (
    "xã Sông Vang|phường Đông Hà Mới|xã Ea Tân|xã Nậm Cắn Thượng|phường An Khê Đông|xã Đồng Mít|xã Hòa Lạc Sơn|"
    "xã Tân Phú Lĩnh|phường Bến Lụa|xã Cồn Ngọc|xã Đăk Rơ Lang|xã Khe Thông|phường Hải Yên Đông|xã Mường Lay Hạ|"
    "xã Phước Lộc Thôn|xã Quảng Mây|phường Trà Bồng Thượng|xã Thạnh Lợi Đông|xã Vĩnh Sương|xã Ya Tờ Mốt"
).split("|")

WOMEN = (
    "Trần Thị Khuê|Nông Thị Vỹ|Lò Thị Hiên|Đinh Thị Sáo|Lê Thị Quỳnh Hoa|Đỗ Thị Ngọc Lan|Hoàng Thị Mậu|H’Loan Niê|"
    "Phùng Thị Mẫn|Tạ Thị Minh Châu"
).split("|")

MEN = (
    "Hồ Văn Khoáng|Y Blơn Kđoh|Vương Đình Cẩn|Nguyễn Văn Thặng|Vi Văn Pơm|Bùi Đức Nghiễm|Tạ Minh Tường|Phùng Gia Mẫn"
).split("|")

POSTS = (
    "Chủ tịch Hội Chữ thập đỏ {place}|Phó Chủ tịch Hội Chữ thập đỏ tỉnh|Đội trưởng Đội ứng phó thảm họa {place}|"
    "tình nguyện viên sơ cấp cứu|Chủ nhiệm Câu lạc bộ Ngân hàng máu sống|giảng viên Trường Cao đẳng Y tế Hải Lâm|"
    "Trưởng thôn ở {place}|Bí thư Đoàn thanh niên {place}"
).split("|")

SUBJECTS = (
    "hiến máu tình nguyện|tết nhân ái|tháng nhân đạo|sơ cấp cứu|nhà chữ thập đỏ|bếp ăn nhân ái|phòng ngừa thảm họa|"
    "thanh thiếu niên|tình nguyện viên|địa chỉ nhân đạo"
).split("|")

TAGS = tuple(dict.fromkeys([*SUBJECTS, *(f"{subject} {place}" for subject in SUBJECTS[:5] for place in PLACES[:18])]))
"""A hundred, of which the first ten stand in far more stories than the others."""

TITLES = (
    "{place}: trao {count} suất quà cho hộ nghèo|{count} đơn vị máu trong ngày hội ở {place}|"
    "Tập huấn sơ cấp cứu cho {count} tình nguyện viên {place}|Bàn giao nhà chữ thập đỏ tại {place}|"
    "Khen thưởng {count} gương người tốt việc tốt {place}|Hội nghị triển khai nhiệm vụ công tác Hội ở {place}|"
    "Đoàn cứu trợ đến {place} sau mưa lũ|Thông báo lịch tiếp nhận máu tại {place}|"
    "Bếp ăn nhân ái {place} tròn {count} tháng|"
    "Câu chuyện của {woman}, người {count} lần hiến máu"
).split("|")

SENTENCES = (
    "Sáng {day}, tại nhà văn hóa {place}, Hội Chữ thập đỏ tỉnh Hải Lâm phối hợp với chính quyền địa phương tổ chức "
    "trao {count} suất quà cho các hộ gia đình có hoàn cảnh khó khăn, mỗi suất trị giá {money} đồng.|"
    "Dự buổi lễ có bà {woman}, {post}; ông {man}, {post}, cùng đông đảo hội viên và người dân.|"
    "Trong đợt này, các cấp Hội đã tiếp nhận **{count} đơn vị máu**, đạt {share}% chỉ tiêu được giao từ đầu năm.|"
    "Theo Kế hoạch số {number}/KH-CTĐ, mỗi xã, phường chọn ít nhất một việc thiết thực, làm được ngay trong tháng.|"
    "Bà {woman}, {post}, chia sẻ: “Của ít lòng nhiều, bà con nhận được là chúng tôi vui rồi. "
    "Năm sau sẽ cố gắng nhiều hơn”.|"
    "Mưa lớn kéo dài từ đêm {day} làm {count} căn nhà ở {place} bị ngập, nhiều tuyến đường liên thôn bị chia cắt.|"
    "Ngay trong đêm, {count} tình nguyện viên đã có mặt, đưa người già và trẻ nhỏ đến điểm trường ở nơi cao hơn.|"
    "Lớp tập huấn kéo dài hai ngày, gồm băng bó vết thương, cố định gãy xương, hồi sức tim phổi "
    "và vận chuyển người bị nạn.|"
    "Kinh phí {money} đồng do các nhà hảo tâm ủng hộ, phần ngày công do hội viên và thanh niên đóng góp.|"
    "Ngôi nhà rộng {count} mét vuông, mái tôn, nền gạch, hoàn thành sau gần ba tháng thi công.|"
    "Đến nay toàn tỉnh có {count} địa chỉ nhân đạo được trợ giúp thường xuyên, trong đó {share}% là trẻ em mồ côi.|"
    "Ông {man}, {post}, cho biết đội đã trực 24/24 giờ, chia làm ba ca, mỗi ca sáu người.|"
    "Người tham gia cần ngủ đủ giấc, ăn nhẹ, không uống rượu bia trong 24 giờ và mang theo giấy tờ tùy thân.|"
    "Mọi đóng góp xin gửi về Văn phòng tỉnh Hội; danh sách được công khai chậm nhất "
    "30 ngày sau khi kết thúc đợt vận động.|"
    "Phát biểu tại buổi lễ, bà {woman} ghi nhận sự chung tay của các đơn vị, doanh nghiệp và người dân {place}.|"
    "Từ nguồn quỹ này, {count} học sinh được nhận xe đạp, sách vở và áo ấm trước năm học mới.|"
    "Kết thúc chương trình, các đại biểu thăm hỏi, tặng quà cho gia đình ông {man} ở {place}.|"
    "So với cùng kỳ năm trước, số người đăng ký tăng {share}%, nhiều nhất là đoàn viên và giáo viên trẻ."
).split("|")

TASKS = (
    "Vận động {count} suất quà Tết, hoàn thành trước ngày {day}; mỗi xã, phường có ít nhất một gian hàng không đồng.|"
    "Tiếp nhận từ {count} đơn vị máu, trong đó {share}% là máu hiến nhắc lại.|"
    "Huấn luyện sơ cấp cứu cho {count} lượt người; mỗi trường học có hai giáo viên được cấp chứng nhận.|"
    "Công khai thu, chi của từng đợt vận động trên trang tin điện tử của tỉnh Hội.|"
    "Kiện toàn đội ứng phó thảm họa tại {place}, bổ sung áo phao, loa tay và túi cứu thương.|"
    "Sửa chữa, bàn giao {count} căn nhà cho hộ nghèo ở {place}.|"
    "Tổ chức đại hội Hội Chữ thập đỏ cấp xã, hoàn thành trước ngày {day}."
).split("|")

CAPTIONS = (
    "Quang cảnh buổi lễ tại {place}|Bà {woman} trao quà cho người dân {place}|Tình nguyện viên {place} phân loại hàng|"
    "Đông đảo đoàn viên tham gia hiến máu|Học viên thực hành băng bó vết thương"
).split("|")
