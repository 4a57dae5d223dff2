// Brought by "newsroom serve" alone: reloads the page when the site was built again, and shows what was found.
import { show, showBusy, showLost } from "./overlay.js";

const RETRY = 400, PATIENCE = 700, LOST = 2000; // milliseconds
const mine = new URL(import.meta.url).searchParams.get("build");
let source, again, busy, lost;

function connect() {
  disconnect();
  source = new EventSource("/-/events");
  source.onmessage = (event) => hear(JSON.parse(event.data));
  source.onerror = () => {
    disconnect();
    again = setTimeout(connect, RETRY);
    lost ??= setTimeout(showLost, LOST);
  };
}

function disconnect() {
  clearTimeout(again);
  source?.close();
}

function hear(word) {
  clearTimeout(lost);
  lost = undefined;
  clearTimeout(busy);
  if (word.build !== mine) {
    disconnect();
    location.reload(); // keeps the place on the page
  } else if (word.busy) {
    busy = setTimeout(showBusy, PATIENCE);
  } else {
    find();
  }
}

async function find() {
  const answer = await fetch(`/-/notices.json?page=${encodeURIComponent(location.pathname)}`);
  show(await answer.json());
}

// A browser opens only six connections to one server: pages out of sight leave theirs to the others.
document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
addEventListener("pageshow", (event) => event.persisted && location.reload());
if (!document.hidden) connect();
