// The device at a counter: begins anew after a ballot, and where nobody is left.
const SECOND = 1000;
const WARNING = 45 * SECOND;
const QUIET = 60 * SECOND;
const THANKS = 30 * SECOND;

// What the server put on the page: the address to begin at, and the warning. Pages of the service that
// are no kiosk's own have none, so the last one counts.
let kiosk;
let touched = Date.now();
let thanked;

const shows = (what) => document.querySelector(what)?.checkVisibility();
// Where it began, and nothing was begun there: the first screen of a chosen procedure is somebody's.
const isBegun = () => document.getElementById("survey") && !shows("#survey.fresh");
const CHOICES = ["procedure", "unit", "about", "q"];
const isChosen = () => CHOICES.some((name) => new URLSearchParams(location.search).has(name));
const isTyped = () => document.querySelector("main input[type=search]")?.value;
const rests = () => /^\/[ks]\//.test(location.pathname) && !isChosen() && !isTyped() && !isBegun();

/** Begins anew, and leaves nothing for Back to show. */
function anew() {
  // The next try only if this one has come to nothing: each would cut off the one before.
  touched = Date.now();
  document.body.replaceChildren();
  location.replace(sessionStorage.kiosk);
}

function touch() {
  touched = Date.now();
  if (!kiosk || kiosk.hidden) return;
  const isIn = kiosk.contains(document.activeElement);
  kiosk.hidden = true;
  // The button goes away, and would take the focus with it.
  if (isIn) document.querySelector("#steps > :not([hidden]) legend, #last:not([hidden])")?.focus();
}

function watch() {
  const found = document.getElementById("kiosk");
  if (found) sessionStorage.kiosk = (kiosk = found).dataset.home;
  const now = Date.now();
  if (shows(".thanks")) {
    thanked ??= now;
    if (now - thanked >= THANKS) anew();
    return;
  }
  thanked = undefined;
  if (rests()) touch();
  if (now - touched >= QUIET) anew();
  else if (now - touched >= WARNING && kiosk) {
    if (!kiosk.isConnected) document.body.prepend(kiosk);
    kiosk.hidden = false;
  }
}

watch();
setInterval(watch, SECOND);
// Not when a finger comes down: what lies under the warning would get the rest of the tap.
for (const sign of ["click", "keydown", "input", "touchmove"]) addEventListener(sign, touch, true);
// What a browser kept of a page that was left is the person's before.
addEventListener("pagehide", () => document.body.replaceChildren());
addEventListener("pageshow", (event) => event.persisted && anew());
