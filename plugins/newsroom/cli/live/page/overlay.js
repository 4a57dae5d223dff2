// What the preview found, at the foot of the page: this story's notices one by one, all others counted.
const WORDS = { error: "lỗi", warning: "chỗ cần xem", hint: "gợi ý" };
const KEPT = "newsroom-preview-open";

// Made while the server is there to bring the style sheet: what is shown last is that it is gone.
const { host, label, text } = build();

export function show(found) {
  const here = decodeURI(location.pathname);
  const moved = found.page && found.page.address !== here ? found.page : null;
  const own = count(Object.keys(WORDS), (level) => found.notices.filter((notice) => notice.level === level).length);
  const others = count(["error", "warning"], (level) => found.others[level]);
  const parts = [
    found.refused.length && "Chưa dựng lại được trang",
    moved && "Bài này không còn ở địa chỉ này",
    own && `Bài này: ${own}`,
    others && `${found.page ? "Bài khác" : "Các bài"}: ${others}`,
  ].filter(Boolean);
  const urgent = found.refused.length > 0 || moved !== null;
  draw(parts.join(" · "), urgent, [
    ...found.refused.map((sentence) => make("p", sentence)),
    ...(moved ? [tellMoved(moved)] : []),
    ...(found.notices.length ? [make("p", make("b", found.page.file)), list(found.notices, found.page.file)] : []),
    ...(found.worst.length ? [make("p", make("b", found.page ? "Bài khác" : "Các bài")), listStories(found)] : []),
  ]);
}

export function showBusy() {
  host.hidden = false;
  label.textContent = "Đang dựng lại trang…"; // what is being read below stays
}

export function showLost() {
  const sentence = "Cửa sổ xem thử đã đóng. Mở lại (xem-thu.bat hoặc make serve) thì trang này tự theo tiếp.";
  draw("Đã dừng xem thử", true, [make("p", sentence)]);
}

function count(levels, many) {
  return levels.filter(many).map((level) => `${many(level)} ${WORDS[level]}`).join(", ");
}

function tellMoved({ file, address }) {
  if (!address) return make("p", `Bài ${file} không còn trên trang.`);
  if (address.startsWith("/loi/")) return make("p", `Bài ${file} chưa có địa chỉ, hãy sửa các lỗi sau. `, link("/loi/"));
  return make("p", `Bài ${file} nay ở `, link(address));
}

function list(notices, story) {
  const items = notices.map(({ level, word, file, line, message, hint, code }) => {
    const place = file === story ? `dòng ${line}` : `${file}, dòng ${line}`;
    const item = make("li", make("b", word), ` ${place}: ${message} ${hint} `, make("code", `(${code})`));
    item.dataset.level = level;
    return item;
  });
  return make("ul", ...items);
}

function listStories({ worst, others }) {
  const items = worst.map(({ file, address }) => make("li", link(address, file)));
  const more = others.error ? [make("li", link("/loi/", "Tất cả các lỗi"))] : [];
  return make("ul", ...items, ...more);
}

function link(address, words = address) {
  const made = make("a", words);
  made.href = address;
  return made;
}

function make(name, ...content) {
  const element = document.createElement(name);
  element.append(...content);
  return element;
}

function draw(title, open, content) {
  host.hidden = !title;
  label.textContent = title;
  text.replaceChildren(...content);
  const box = text.parentElement;
  box.classList.toggle("bare", content.length === 0);
  box.open = content.length > 0 && (open || sessionStorage.getItem(KEPT) === "1");
}

function build() {
  const host = make("div");
  host.id = "newsroom-preview";
  host.hidden = true;
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/-/overlay.css";
  const label = make("summary");
  label.setAttribute("role", "status");
  label.addEventListener("click", () => sessionStorage.setItem(KEPT, text.parentElement.open ? "0" : "1"));
  const text = make("div");
  const box = make("details", label, text);
  box.className = "bare";
  const aside = make("aside", box);
  aside.setAttribute("aria-label", "Lời nhắc của bản xem thử");
  aside.hidden = true;
  style.addEventListener("load", () => (aside.hidden = false)); // never bare
  host.attachShadow({ mode: "open" }).append(style, aside);
  document.body.append(host);
  return { host, label, text };
}
