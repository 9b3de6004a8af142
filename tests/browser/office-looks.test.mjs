// Every page of the office as it looks to the roles that use it, on a phone and at a desk.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { beyond, inBothColours, lost, small } from "./judge.mjs";
import { OFFICE } from "./pages.mjs";
import { press, refused, settled, signIn } from "./staff.mjs";
import { journey, serve, TOUCH, visit } from "./world.mjs";

const SCREENS = { phone: TOUCH, desk: { viewport: { width: 1440, height: 900 } } };
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

let demo;
before(async () => {
  demo = await serve({ demo: true });
  await mkdir(here("shots"), { recursive: true });
});
after(() => demo.stop());

for (const [screen, device] of Object.entries(SCREENS)) {
  test(`the office stands up to axe and to thumbs (${screen})`, { timeout: 600_000 }, async () => {
    const found = {};
    for (const [role, paths] of Object.entries(OFFICE)) {
      await visit(demo, { ...device, colorScheme: "light", expected: refused }, async (page) => {
        await signIn(page, demo, role);
        for (const path of paths) {
          await page.goto(`/van-phong${path}`);
          await settled(page);
          const name = `office${path.replace(/\W+/g, "-")}-${role}`;
          const list = await inBothColours(page, here(`shots/${name}-${screen}`));
          if (screen === "phone" && (await beyond(page)) > 0) list.push("scrolls sideways");
          if (screen === "phone") list.push(...(await small(page)));
          list.push(...(await lost(page)).map((it) => `no focus seen: ${it}`));
          if (list.length) found[name] = list;
        }
      });
    }
    assert.deepEqual(found, {});
  });
}

journey("by keyboard alone, on a phone's width: in, through the menu to a unit, and out", { demo: true, expected: refused }, async ({ page, server }) => {
  await page.goto("/van-phong");
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  await press(page, "Tab", "#sign-in-name");
  await page.keyboard.type("demo.viewer");
  await page.keyboard.press("Tab");
  await page.keyboard.type(server.staff.viewer);
  await page.keyboard.press("Enter");
  await page.locator(".menu > button").waitFor();
  // The heading of the page has the focus, so its menu lies before it.
  await page.locator("#heading:focus").waitFor();
  await press(page, "Shift+Tab", ".menu > button");
  await page.keyboard.press("Enter");
  await press(page, "Tab", "#menu a[href='/van-phong/don-vi']");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Đơn vị" }).waitFor();
  await page.locator("#heading:focus").waitFor();
  assert.match(await page.title(), /^Đơn vị – /);
  assert.equal(await page.locator(".menu > button").getAttribute("aria-expanded"), "false");
  await page.locator(".list[aria-busy=false]").waitFor();
  await press(page, "Tab", "a[href='/van-phong/don-vi/QLTM']");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Phòng Quản lý thương mại", level: 1 }).waitFor();
  await page.locator("#heading:focus").waitFor();
  await press(page, "Shift+Tab", ".who button");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
});

const LONG = "Nghiêngngãangoằnngoèokhúckhuỷuthượngthặngđườngđèokhôngdứt".repeat(2);
const files = [
  ["units", "code,name,name_en,parent,valid_from,valid_to,decision,note", [`DAI,${LONG},,SCT,2026-01-01,,${LONG},${LONG}`, `DUOI,${LONG},,DAI,2026-01-01,,,`]],
  ["procedures", "code,name,name_en,field,unit,days,valid_from,valid_to,note", [`1.990001,${LONG},,${LONG},DAI,5,2026-01-01,,${LONG}`]],
  ["service-points", "code,name,name_en,channel,valid_from,valid_to", [`dai,${LONG},,in_person,2026-01-01,`]],
  ["campaigns", "code,title,title_en,instrument,unit,channel,sampling,valid_from,valid_to", [`dai,${LONG},,quick/1,DAI,in_person,open_link,2026-01-01,`]],
];

journey("a word longer than the screen is broken, not cut", { demo: true, files, expected: refused, ...TOUCH }, async ({ page, server }) => {
  await signIn(page, server, "administrator");
  const wide = [];
  for (const path of ["/don-vi?q=nghieng", "/don-vi/DAI", "/don-vi/DAI/phien-ban", "/don-vi/DAI/tach", "/sap-nhap?tu=DAI", "/thu-tuc?q=nghieng", "/thu-tuc/1.990001", "/diem-tiep-nhan?q=nghieng", "/diem-tiep-nhan/dai", "/dot-khao-sat?q=nghieng", "/dot-khao-sat/dai"]) {
    await page.goto(`/van-phong${path}`);
    await settled(page);
    await page.screenshot({ path: here(`shots/long${path.replace(/\W+/g, "-")}.png`), fullPage: true });
    if ((await beyond(page)) > 0) wide.push(path);
  }
  assert.deepEqual(wide, []);
});
