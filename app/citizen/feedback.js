// Keeps what is typed into the form of feedback on this device for a day, until it is sent. Names, numbers
// and agreements are not left lying there.
const LIFE = 24 * 3600 * 1000;
const NOT_KEPT = ["name", "phone", "address", "consent", "pass", "files", "choice"];

const shelf = (form) => `hailong:feedback:${form.elements.p?.value ?? ""}`;

/** Nothing, where this browser keeps nothing. */
function quietly(act) {
  try {
    return act();
  } catch {
    return null;
  }
}

function fields(form) {
  const all = [...new FormData(form)];
  return all.filter(([name, value]) => !NOT_KEPT.includes(name) && typeof value === "string");
}

function save(form) {
  const draft = { saved: Date.now(), fields: fields(form) };
  quietly(() => localStorage.setItem(shelf(form), JSON.stringify(draft)));
}

/** What was typed within a day; a clock that was put back makes none younger. */
function draft(form) {
  const kept = quietly(() => JSON.parse(localStorage.getItem(shelf(form))));
  return kept && Math.abs(Date.now() - kept.saved) < LIFE ? kept.fields : null;
}

function fill(form, typed) {
  for (const [name, value] of typed) {
    const field = form.elements[name];
    if (field) field.value = value;
  }
}

function restore(form) {
  const typed = draft(form);
  const isWorthIt = typed?.some(([name, value]) => ["kind", "text"].includes(name) && value.trim());
  if (!isWorthIt) return;
  fill(form, typed);
  document.getElementById("restored").hidden = false;
}

function forget(form, fresh) {
  quietly(() => localStorage.removeItem(shelf(form)));
  form.elements.id.value = fresh;
  document.getElementById("restored").hidden = true;
}

/** Once it is sent there is nothing to keep. */
function clear() {
  quietly(() => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith("hailong:feedback:"));
    for (const key of keys) localStorage.removeItem(key);
  });
}

/** Sees to the page on view. */
export function wake() {
  const form = document.getElementById("feedback");
  if (!form) return clear();
  if (form.dataset.awake) return;
  form.dataset.awake = "yes";
  const fresh = form.elements.id.value;
  // What the server sent back is newer than any draft.
  if (!document.querySelector(".faults, .alert:not([hidden])")) restore(form);
  form.addEventListener("input", () => save(form));
  form.addEventListener("reset", () => forget(form, fresh));
}
