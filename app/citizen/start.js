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
  for (const part of plain.querySelectorAll("[hidden]:not(input)")) part.hidden = false;
  for (const part of plain.querySelectorAll(".turns, .progress, .clear")) part.remove();
  [...plain.elements].forEach((field, at) => {
    if (field.tagName === "SELECT") field.value = chosen[at];
    field.removeAttribute("aria-disabled");
  });
  document.getElementById("app-failed").hidden = false;
}

globalThis.hailongPass = async (asked) => (await import("./citizen-pass.js")).pass(asked);
addEventListener("error", (event) => fall_back(event.error));
addEventListener("unhandledrejection", (event) => fall_back(event.reason));
init({ module_or_path: new URL("./citizen.wasm", import.meta.url) }).catch(fall_back);
