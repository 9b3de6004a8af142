// Starts the citizen bundle. Where it cannot start or breaks down, the plain form takes over.
import init from "./citizen.js";

function fall_back(cause) {
  if (!(cause instanceof WebAssembly.RuntimeError)) return;
  const form = document.getElementById("survey");
  if (!form || form.dataset.plain) return;
  // A copy keeps what is typed and has none of the broken listeners.
  const plain = form.cloneNode(true);
  plain.dataset.plain = "yes";
  const chosen = [...form.elements].map((field) => field.value);
  form.replaceWith(plain);
  plain.hidden = false;
  plain.className = "";
  for (const part of plain.querySelectorAll("[hidden]:not(input, #told)")) part.hidden = false;
  [...plain.elements].forEach((field, at) => {
    if (field.tagName === "SELECT") field.value = chosen[at];
    field.removeAttribute("aria-disabled");
  });
  document.getElementById("app-failed").hidden = false;
}

// How long a second tap on the spot that led to another page was meant for the page before, and what a
// finger may miss it by.
const SETTLING = 800;
const SPOT = 40;
const page = () => location.href.split("#")[0];
let last = { at: -SETTLING };
let shown = page();

/** Lets nothing be pressed that nobody can have read yet. */
function spare(event) {
  const { clientX: x, clientY: y, timeStamp: at, detail } = event;
  // No tap: keys, and what reads a page aloud, go by the focus, which has moved.
  if (!detail) return;
  const isNear = Math.hypot(x - last.x, y - last.y) < SPOT;
  if (isNear && at - last.at < SETTLING && last.page !== page()) {
    event.preventDefault();
    event.stopPropagation();
  } else last = { at, x, y, page: page() };
}

/** Keeps the codes of the receipt, as words or as a picture. */
async function keep({ target }) {
  const button = target.closest("#copy, #save");
  const text = (id) => document.getElementById(id).textContent;
  if (button?.id === "copy") {
    await navigator.clipboard.writeText(`${text("code")} ${text("pin")}`);
    button.textContent = button.dataset.done;
  } else if (button) (await import("./citizen-picture.js")).save();
}

document.documentElement.classList.add("scripts", navigator.clipboard ? "copies" : "scripts");
addEventListener("click", spare, true);
addEventListener("click", keep);
if (document.getElementById("kiosk") || sessionStorage.kiosk) import("./citizen-kiosk.js");
// Where feedback is written, what is typed is kept; the script for it comes with such a page alone.
async function look() {
  // Another page has come only now, however long it was on its way.
  if (shown !== page()) last.at = performance.now();
  shown = page();
  if (document.querySelector("#feedback, #feedback-sent")) (await import("./citizen-feedback.js")).wake();
}
look();
new MutationObserver(look).observe(document.documentElement, { childList: true });
/** What the server offers beside its own thanks to whoever was not content comes into ours. */
globalThis.hailongCall = async () => {
  const thanks = `${location.pathname}/thanks?lang=${document.documentElement.lang}`;
  const html = await (await fetch(thanks, { cache: "no-cache" })).text();
  const offer = new DOMParser().parseFromString(html, "text/html").getElementById("call");
  if (offer) document.querySelector(".thanks .links")?.before(offer);
};
globalThis.hailongPass = async (asked) => (await import("./citizen-pass.js")).pass(asked);
addEventListener("error", (event) => fall_back(event.error));
addEventListener("unhandledrejection", (event) => fall_back(event.reason));
init({ module_or_path: new URL("./citizen.wasm", import.meta.url) }).catch(fall_back);
