// Every page as it looks: pictures to judge by eye, and what a program can judge for us.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { PAGES } from "./pages.mjs";
import { PHONE, serve, visit } from "./world.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const SHOTS = fileURLToPath(new URL("shots/", import.meta.url));
const SCREENS = { phone: PHONE, desk: { width: 1440, height: 900 } };
/// Chromium notes pages told with 404 and 422 in the console.
const expected = /status of (404|422)/;

let demo;
before(async () => {
  demo = await serve({ demo: true });
  await mkdir(SHOTS, { recursive: true });
});
after(() => demo.stop());

/// What axe finds, one line each. The page's policy keeps strange scripts out, hence `bypassCSP`.
async function findings(page) {
  await page.addScriptTag({ path: AXE });
  const run = (values) => window.axe.run({ runOnly: { type: "tag", values } });
  const { violations } = await page.evaluate(run, RULES);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/// How far the page reaches beyond the screen, in pixels.
function beyond(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

for (const colorScheme of ["light", "dark"]) {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    test(`axe finds nothing, and nothing sticks out (${screen}, ${colorScheme})`, { timeout: 300_000 }, async () => {
      const found = {};
      for (const [name, { scripts = true, arrive }] of Object.entries(PAGES)) {
        const bypassCSP = true;
        await visit(demo, { scripts: true, colorScheme, viewport, expected, bypassCSP, ...(!scripts && plain) }, async (page) => {
          await arrive(page);
          await page.screenshot({ path: `${SHOTS}${name}-${screen}-${colorScheme}.png`, fullPage: true });
          const list = await findings(page);
          if ((await beyond(page)) > 0) list.push("scrolls sideways");
          if (list.length) found[name] = list;
        });
      }
      assert.deepEqual(found, {});
    });
  }
}
