// Every page as it looks: pictures to judge by eye, and what axe can judge for us.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";
import { open } from "./ballot.mjs";
import { beyond, inBothColours, lost, small } from "./judge.mjs";
import { expected, PAGES } from "./pages.mjs";
import { PHONE, serve, TOUCH, visit } from "./world.mjs";

const DESK = { viewport: { width: 1440, height: 900 } };
const NARROW = { width: 320, height: 640 };
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

let demo;
before(async () => {
  demo = await serve({ demo: true });
  await mkdir(here("shots"), { recursive: true });
});
after(() => demo.stop());

/// Runs through every page, opened once on a screen, and asserts that a check finds nothing on any.
async function everyPage(options, check) {
  const found = {};
  for (const [name, arrive] of Object.entries(PAGES)) {
    await visit(demo, { ...options, colorScheme: "light", expected }, async (page) => {
      await arrive(page);
      const list = await check(page, name);
      if (list.length) found[name] = list;
    });
  }
  assert.deepEqual(found, {});
}

/// What scrolls sideways, and what no thumb hits.
async function cramped(page, width) {
  const list = await small(page);
  if ((await beyond(page)) > 0) list.push("scrolls sideways");
  return list.map((it) => `at ${width} pixels: ${it}`);
}

test("on a phone axe finds nothing, the focus is seen, nothing scrolls sideways, every target fits a thumb", { timeout: 600_000 }, () =>
  everyPage(TOUCH, async (page, name) => {
    const list = await inBothColours(page, here(`shots/${name}-phone`));
    list.push(...(await lost(page)));
    for (const viewport of [PHONE, NARROW]) {
      await page.setViewportSize(viewport);
      list.push(...(await cramped(page, viewport.width)));
    }
    return list;
  }));

test("at a desk axe finds nothing wrong with any page", { timeout: 600_000 }, () =>
  everyPage(DESK, (page, name) => inBothColours(page, here(`shots/${name}-desk`))));

/// The same picture in fewer bytes: flat colours need no filter, and nothing shines through.
const lighter = (picture) =>
  PNG.sync.write(PNG.sync.read(picture), { colorType: 2, filterType: 0, deflateStrategy: 0 });

test("the picture for the README is drawn from the survey on a phone", async () => {
  await visit(demo, { ...TOUCH, deviceScaleFactor: 2 }, async (page) => {
    await open(page, "/s/sipas-2026?p=quay-1&procedure=2.000004");
    const picture = lighter(await page.screenshot());
    assert.ok(picture.length <= 120 * 1024, `${picture.length} bytes`);
    if (process.env.HAILONG_SHOTS === "update") await writeFile(here("survey.png"), picture);
  });
});
