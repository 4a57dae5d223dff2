// The search page.  Pagefind and its index are fetched once the reader uses the form, not before.
//
// The index spells đ as ḓ, which folds to d like any letter with a mark (newsroom.search.extract);
// so do the queries here, and all that is shown is spelled back.

const PAGE = 10; // results shown at a time
const SPAN = 32; // words of an excerpt

const form = document.getElementById("tim");
const said = document.getElementById("so_tin");
const list = document.getElementById("ket_qua");
const more = document.getElementById("them");

const spell = (text) => text.normalize("NFC").replaceAll("đ", "ḓ").replaceAll("Đ", "Ḓ");
const unspell = (text) => text.replaceAll("ḓ", "đ").replaceAll("Ḓ", "Đ");

const bare = (text) => spell(text).toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu)?.join(" ") ?? "";

// Marks typed right weigh more than marks left out; titles count once, as the heading they are.
const ranking = { diacriticSimilarity: 4, metaWeights: { title: 0, ngay: 0, muc: 0 } };

const json = (answer) => answer.json();

let opening;
const open = () => (opening ??= load());

async function load() {
  const [pagefind, parts] = await Promise.all([
    import("/pagefind/pagefind.js"),
    fetch("/pagefind/parts.json").then(json),
  ]);
  await pagefind.options({ ranking });
  await pagefind.init();
  return { pagefind, open: parts.slice(0, 1), older: parts.slice(1), reach: parts[0].first };
}

let turn = 0; // only the newest search is shown
let results = [];
let shown = 0;

async function search(deeper = false) {
  const mine = ++turn;
  const { q, nam, muc } = Object.fromEntries(new FormData(form));
  const query = q.trim();
  note({ q: query, nam, muc });
  if (!query) return show([], "");
  said.textContent = "Đang tìm…";
  try {
    const index = await open();
    if (deeper) await reach(index);
    while (mine === turn) {
      const found = await narrow((await index.pagefind.search(spell(query))).results, index, nam, muc);
      if (mine !== turn) return;
      const enough = found.length >= PAGE && !(nam && index.reach > nam);
      if (enough || !index.older.length) return show(rank(found, query), tell(found.length, index, query));
      await reach(index);
    }
  } catch (fault) {
    opening = undefined;
    if (mine === turn) show([], "Chưa mở được chỉ mục tìm kiếm. Mời bạn xem theo năm hoặc theo chuyên mục ở dưới.");
  }
}

// Each time as many older parts as are open already, so that even a rare word is soon looked for everywhere.
async function reach(index) {
  const parts = index.older.splice(0, index.open.length);
  await Promise.all(parts.map((part) => index.pagefind.mergeIndex(part.at, { ranking })));
  index.open.push(...parts);
  index.reach = parts.at(-1).first;
}

// Keeps what belongs to a year and a category; each part has a table of both.
async function narrow(found, index, nam, muc) {
  if (!nam && !muc) return found;
  const tables = await Promise.all(index.open.map((part) => (part.table ??= fetch(`${part.at}narrow.json`).then(json))));
  const years = tables.flatMap((table) => (nam ? [table[nam] ?? {}] : Object.values(table)));
  const kept = new Set(years.flatMap((year) => (muc ? (year[muc] ?? []) : Object.values(year).flat())));
  return found.filter((result) => kept.has(result.id));
}

// Words that stand together in the text count up to three times as much as words far apart.
function rank(found, query) {
  const words = query.split(/\s+/).length;
  const score = ({ score, words: places }) => score * (words < 2 ? 1 : 1 + (2 * (run(places, words) - 1)) / (words - 1));
  return found.map((result) => [score(result), result]).sort((a, b) => b[0] - a[0]).map((pair) => pair[1]);
}

function run(places, most) {
  let best = 1;
  for (let n = 1, length = 1; n < places.length && best < most; n++) {
    length = places[n] === places[n - 1] + 1 ? length + 1 : places[n] === places[n - 1] ? length : 1;
    best = Math.max(best, length);
  }
  return best;
}

// A number stays on one line with what it counts, as in the headlines of pages (newsroom.site.headlines).
const KEPT =
  /((?<!\p{L})(?:năm|tháng|tuần|ngày|quý|điều|số|thứ|đợt|lần|khóa|khoá) (?:\d[\d/.-]*|[IVXLC]+(?!\p{L}))|(?<![\p{L}\d_/.,-])\d[\d.,]*(?: \p{L}+){1,2})/giu;

function keep(title) {
  return title.split(KEPT).map((part, n) => {
    if (n % 2 === 0 || part.length > 22) return part;
    const kept = make("span", part);
    kept.className = "nowrap";
    return kept;
  });
}

const day = (iso) => iso.split("-").reverse().join("/");

function tell(count, index, query) {
  const where = index.older.length ? `, từ ngày ${day(index.reach)} đến nay` : "";
  more.dataset.older = index.older.length ? day(index.reach) : "";
  return count ? `${count.toLocaleString("vi")} tin có “${query}”${where}.` : `Không tin nào có “${query}”.`;
}

function show(found, sentence) {
  results = found;
  shown = 0;
  said.textContent = sentence;
  list.replaceChildren();
  return extend();
}

async function extend() {
  const mine = turn;
  const next = results.slice(shown, shown + PAGE);
  shown += next.length;
  const items = await Promise.all(next.map(async (result) => render(await result.data())));
  if (mine !== turn) return;
  list.append(...items);
  const older = results.length && more.dataset.older;
  more.hidden = shown >= results.length && !older;
  more.textContent = shown < results.length ? "Xem thêm" : `Tìm cả trong tin trước ngày ${older}`;
  return items[0];
}

function render({ url, meta, content, locations }) {
  const link = wrap("a", ...keep(unspell(meta.title)));
  link.href = url;
  const about = [meta.ngay, meta.muc].filter(Boolean).map(unspell).join(" · ");
  const title = wrap("h2", link);
  const item = make("li");
  item.className = "item";
  title.className = "p-name";
  item.append(title, ...(about ? [make("small", about)] : []), excerpt(meta.title, content, locations));
  return item;
}

// The stretch of the text with most of the words, the title left out.  Pagefind also finds what only
// begins with a word (nghi, nghiệp); that is shown where there is nothing better.
function excerpt(title, content, locations) {
  const words = unspell(content).split(/\s+/);
  const start = content.startsWith(title) ? title.split(/\s+/).length : 0;
  const asked = new Set(bare(form.elements.q.value).split(" "));
  const near = locations.filter((place) => place >= start);
  const whole = near.filter((place) => asked.has(bare(words[place] ?? "")));
  const places = whole.length ? whole : near;
  const count = (from) => places.filter((place) => place >= from && place < from + SPAN).length;
  const best = places.reduce((best, place) => (count(place) > count(best) ? place : best), places[0] ?? start);
  const from = Math.max(start, Math.min(best - 4, words.length - SPAN));
  const marked = new Set(places);
  const line = make("p", from > start ? "… " : "");
  words.slice(from, from + SPAN).forEach((word, n) => line.append(n ? " " : "", marked.has(from + n) ? make("mark", word) : word));
  if (from + SPAN < words.length) line.append("…");
  return line;
}

function make(tag, text = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function wrap(tag, ...inside) {
  const element = make(tag);
  element.append(...inside);
  return element;
}

// The query stands in the address, so that a search can be sent on and gone back to.
function note(asked) {
  const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  history.replaceState(null, "", location.pathname + (kept.size ? `?${kept}` : ""));
}

let wait;
form.addEventListener("input", () => {
  clearTimeout(wait);
  wait = setTimeout(search, 300);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(wait);
  search();
});
more.addEventListener("click", async () => {
  const first = shown < results.length ? await extend() : (await search(true), list.firstElementChild);
  first?.querySelector("a")?.focus();
});

for (const [name, value] of new URLSearchParams(location.search)) {
  if (["q", "nam", "muc"].includes(name)) form.elements[name].value = value;
}
if (form.elements.q.value) search();
