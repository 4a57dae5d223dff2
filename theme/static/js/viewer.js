// A story's photos one by one, over links that work without it.
if (window.HTMLDialogElement) {
  document.body.insertAdjacentHTML("beforeend", `<dialog class="viewer" aria-label="Xem ảnh"><div></div>
<p><button>Ảnh trước</button><output></output><button>Ảnh sau</button><button autofocus>Đóng</button></p></dialog>`);
  const dialog = document.body.lastChild;
  const [strip, bar] = dialog.children;
  const [before, count, after, close] = bar.children;
  const links = [...document.querySelectorAll(".photo > a")];
  const bare = e => !(e.altKey || e.ctrlKey || e.metaKey || e.shiftKey);
  const still = document.createElement("template").content.ownerDocument; // where no image is fetched
  let at = 0;

  // A figure bears the number of its first photo.
  const number = (figure, link) => +figure.id.slice(4) + [...figure.children].indexOf(link);
  const hashes = links.map(link => "#anh-" + number(link.parentNode, link));
  const images = links.map((link, index) => {
    const slide = still.importNode(link.parentNode, true);
    const picture = still.importNode(link.firstChild, true);
    const image = picture.lastChild;
    image.loading = "lazy";
    for (const source of picture.children) source.sizes = source.srcset.match(/\d+(?=w$)/) + "px";
    slide.replaceChildren(picture, ...slide.querySelectorAll("figcaption"));
    slide.className = "";
    for (const twin of [slide, ...slide.querySelectorAll("[id]")]) twin.removeAttribute("id");
    strip.append(slide);
    link.onclick = event => {
      if (!bare(event)) return;
      event.preventDefault();
      history.pushState(true, "", hashes[index]);
      follow();
    };
    return image;
  });

  const note = index => {
    at = index;
    count.value = `Ảnh ${at + 1}/${links.length}`;
    before.ariaDisabled = !at;
    after.ariaDisabled = !links[at + 1];
    for (const image of images.slice(at && at - 1, at + 2)) image.loading = "eager";
    history.replaceState(history.state, "", hashes[at]);
  };
  const go = index => {
    if (!links[index]) return;
    note(index);
    strip.scrollLeft = index * strip.clientWidth;
  };
  const follow = () => {
    const index = hashes.indexOf(location.hash);
    if (index < 0) return dialog.close();
    if (!dialog.open) links[index].focus(), dialog.showModal(); // it returns there
    go(index);
  };

  before.hidden = count.hidden = after.hidden = !links[1];
  before.onclick = () => go(at - 1);
  after.onclick = () => go(at + 1);
  close.onclick = () => dialog.close();
  strip.onscroll = () => {
    const index = Math.round(strip.scrollLeft / strip.clientWidth);
    if (dialog.open && index !== at) note(index);
  };
  onkeydown = event => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!dialog.open || !step || !bare(event)) return;
    event.preventDefault();
    go(at + step);
  };
  dialog.onclose = () => {
    if (dialog.open || !hashes.includes(location.hash)) return;
    if (history.state) history.back();
    else history.replaceState(null, "", location.pathname);
  };
  onpopstate = follow;
  follow();
}
