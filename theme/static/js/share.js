// What a story offers where scripts run: the phone's own share sheet, the address copied, the page printed.
const row = document.querySelector("#bai_nay + div > .choices");
const address = row.lastElementChild;
const url = document.querySelector("link[rel=canonical]").href;
const offer = (text, act) => {
  const button = document.createElement("button");
  button.textContent = text;
  button.onclick = act;
  return button;
};

if (navigator.share) {
  row.prepend(offer("Chia sẻ", () => navigator.share({ title: document.title, url }).catch(() => {})));
}
if (navigator.clipboard) {
  const copy = offer("Chép địa chỉ", () => navigator.clipboard.writeText(url).then(() => copy.textContent = "Đã chép"));
  copy.ariaLive = "polite";
  address.replaceWith(copy);
}
row.append(offer("In bài này", () => print()));
