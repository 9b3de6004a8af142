// What can be said of any page: what axe finds, what reaches beyond the screen, what is too small,
// where the focus is not seen.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// What axe finds, one line each.
export async function findings(page) {
  await page.evaluate(AXE);
  const run = (values) => window.axe.run({ runOnly: { type: "tag", values } });
  const { violations } = await page.evaluate(run, RULES);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
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

/// The element with the focus: whether it shows that, and is not hidden behind another.
function focused() {
  const it = document.activeElement;
  if (it === document.body) return null;
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

/// What gets the focus by Tab without showing it, or where nobody sees it.
export async function lost(page) {
  const found = [];
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(focused);
    if (!at) break;
    if (!at.marked || !at.seen) found.push(at.name);
  }
  return found;
}
