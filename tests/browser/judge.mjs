// What can be said of any page: what axe finds, what reaches beyond the screen, what is too small,
// where the focus is not seen.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const EVERY = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
/// The rules among these that look at colours.
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/// What axe finds, one line each.
export async function findings(page, runOnly = EVERY) {
  await page.evaluate(AXE);
  const run = (runOnly) => window.axe.run({ runOnly });
  const { violations } = await page.evaluate(run, runOnly);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/// What axe finds on a page that was opened in light colours, and then in dark ones, where only the
/// colours are others. A picture is taken in both, `{name}-light.png` and `{name}-dark.png`.
export async function inBothColours(page, name) {
  await page.screenshot({ path: `${name}-light.png`, fullPage: true });
  const light = await findings(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(() => Promise.all(document.getAnimations().map((it) => it.finished)));
  await page.screenshot({ path: `${name}-dark.png`, fullPage: true });
  const dark = await findings(page, COLOURS);
  await page.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark.map((it) => `dark: ${it}`)];
}

/// How far the page reaches beyond the screen, in pixels.
export function beyond(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/// Whatever is pressed and is less than 44 pixels high, in words.
export function small(page) {
  return page.evaluate(() => {
    const rows = "fieldset label:has([type=radio], [type=checkbox])";
    const pressed = `button, .button, select, summary, header a:not(.skip), .links a, .faults a, ${rows}`;
    const seen = [...document.querySelectorAll(pressed)].filter((it) => it.checkVisibility());
    const low = seen.filter((it) => it.getBoundingClientRect().height < 43.9);
    return low.map((it) => `${it.tagName} ${it.textContent} ${it.getBoundingClientRect().height}`);
  });
}

/// Puts the place from which Tab goes on before the first element, and forgets what had the focus.
function toTheStart() {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  window.tabbed = new Set();
}

/// The element with the focus: whether it shows that, and is not hidden behind another.
function focused() {
  const it = document.activeElement;
  if (it === document.body) return null;
  window.tabbed.add(it);
  // A ring around the whole row of an answer does as well.
  const rings = [it, it.closest("label") ?? it].map((ringed) => getComputedStyle(ringed));
  const { left, top, right, bottom } = it.getBoundingClientRect();
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  const hit = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
  return {
    name: `${it.tagName} ${it.id || it.name || it.textContent.slice(0, 30)}`,
    marked: rings.some((it) => it.outlineStyle !== "none" && parseFloat(it.outlineWidth) >= 2),
    seen: Boolean(hit) && (it.contains(hit) || hit.contains(it)),
  };
}

/// What ought to get the focus and never did. Of the options with one name Tab goes to one.
function passedOver() {
  const kinds = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const ours = [...document.querySelectorAll(kinds)].filter(
    (it) => it.tabIndex >= 0 && !it.matches(":disabled") && it.checkVisibility({ visibilityProperty: true }),
  );
  const names = new Set([...window.tabbed].filter((it) => it.type === "radio").map((it) => it.name));
  const missed = ours.filter((it) => !window.tabbed.has(it) && !(it.type === "radio" && names.has(it.name)));
  return missed.map((it) => `${it.tagName} ${it.id || it.name || it.textContent.slice(0, 30)}`);
}

/// More elements than any page has.
const MANY = 400;

/// What Tab never comes to, what gets the focus without showing it, or where nobody sees it: from the
/// start of the page until Tab leaves it.
export async function lost(page) {
  const found = [];
  await page.evaluate(toTheStart);
  for (let tabs = 0; ; tabs += 1) {
    if (tabs === MANY) return [...found, `Tab never leaves the page`];
    await page.keyboard.press("Tab");
    const at = await page.evaluate(focused);
    if (!at) break;
    if (!at.marked || !at.seen) found.push(at.name);
  }
  const missed = await page.evaluate(passedOver);
  return [...found, ...missed.map((name) => `${name}, which Tab passes over`)];
}
