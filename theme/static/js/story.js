// What a story offers where scripts run: the phone's own share sheet, the address copied, the page printed.
const row = document.querySelector("#bai_nay + div > .choices");
const offer = (text, act) => {
  const button = document.createElement("button");
  button.textContent = text;
  button.onclick = act;
  return button;
};

if (row) {
  const address = row.lastElementChild;
  const url = document.querySelector("link[rel=canonical]").href;
  if (navigator.share) {
    row.prepend(offer("Chia sẻ", () => navigator.share({ title: document.title, url }).catch(() => {})));
  }
  if (navigator.clipboard) {
    const copy = offer("Chép địa chỉ", () => navigator.clipboard.writeText(url).then(() => copy.textContent = "Đã chép"));
    copy.ariaLive = "polite";
    address.replaceWith(copy);
  }
  row.append(offer("In bài này", () => print()));
}

// The viewer is fetched when a photo is touched, pointed at, reached by key, or named by the address.
const view = () => import("/theme/js/viewer.js");
for (const link of document.querySelectorAll(".photo > a")) {
  link.onpointerenter = link.onfocus = view;
  link.onclick = event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    link.onclick = null; // the viewer sets its own; without it the link leads to the photo
    const go = () => link.click();
    view().then(go, go);
  };
}
(onpopstate = () => location.hash.startsWith("#anh-") && view())();
