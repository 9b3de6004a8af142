// Every page as it looks: pictures to judge by eye, and what axe can judge for us.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";
import { open } from "./ballot.mjs";
import { findings } from "./judge.mjs";
import { expected, PAGES } from "./pages.mjs";
import { serve, TOUCH, visit } from "./world.mjs";

const SCREENS = { phone: TOUCH, desk: { viewport: { width: 1440, height: 900 } } };
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

let demo;
before(async () => {
  demo = await serve({ demo: true });
  await mkdir(here("shots"), { recursive: true });
});
after(() => demo.stop());

for (const colorScheme of ["light", "dark"]) {
  for (const [screen, device] of Object.entries(SCREENS)) {
    test(`axe finds nothing wrong with any page (${screen}, ${colorScheme})`, { timeout: 600_000 }, async () => {
      const found = {};
      for (const [name, arrive] of Object.entries(PAGES)) {
        await visit(demo, { ...device, colorScheme, expected }, async (page) => {
          await arrive(page);
          const path = here(`shots/${name}-${screen}-${colorScheme}.png`);
          await page.screenshot({ path, fullPage: true });
          const list = await findings(page);
          if (list.length) found[name] = list;
        });
      }
      assert.deepEqual(found, {});
    });
  }
}

/// The same picture in fewer bytes: flat colours need no filter, and nothing shines through.
const small = (picture) =>
  PNG.sync.write(PNG.sync.read(picture), { colorType: 2, filterType: 0, deflateStrategy: 0 });

test("the picture for the README is drawn from the survey on a phone", async () => {
  await visit(demo, { ...TOUCH, deviceScaleFactor: 2 }, async (page) => {
    await open(page, "/s/sipas-2026?p=quay-1&procedure=2.000004");
    const picture = small(await page.screenshot());
    assert.ok(picture.length <= 120 * 1024, `${picture.length} bytes`);
    if (process.env.HAILONG_SHOTS === "update") await writeFile(here("survey.png"), picture);
  });
});
