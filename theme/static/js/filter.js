// Typed marks must match; the last word may go on.
const all = (q) => [...document.querySelectorAll(q)], tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const read = (text) => (text.toLowerCase().normalize("NFD").match(/[\p{L}\p{M}\d]+/gu) || []).map((w) => {
  const base = w.replace(tones, "");
  return [base.replace(/\p{M}/gu, "").replace(/đ/g, "d"), base, `${w.match(tones)}`];
});
const rows = all("tr[id]").map((row) => [row, read(row.innerText)]);
loc.oninput = () => {
  const want = read(loc.value);
  for (const [row, words] of rows) row.hidden = !words.some((_, at) => want.every((w, i) => {
    const k = +(w[0] != w[1] || w[2] != "null"), v = words[at + i] || [];
    return (want[i + 1] ? v[k] == w[k] : v[k]?.startsWith(w[k])) && (!k || v[2] == w[2]);
  }));
  for (const part of all("tbody, .honours")) part.hidden = !part.querySelector("tr[id]:not([hidden])");
  loc_so.value = `${rows.filter(([row]) => !row.hidden).length}/${rows.length}`;
};
loc.parentNode.hidden = false;
