// Every page of the office as it looks to the roles that use it, on a phone and at a desk.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { beyond, findings, small } from "./judge.mjs";
import { refused, signIn } from "./staff.mjs";
import { journey, serve, TOUCH, visit } from "./world.mjs";

const SCREENS = { phone: TOUCH, desk: { viewport: { width: 1440, height: 900 } } };
/// Pages by the role that sees most of them.
const PAGES = {
  administrator: [
    ...["", "/tai-khoan", "/tai-khoan/hai-buoc", "/tai-khoan/ma-khoi-phuc", "/nguoi-dung", "/nguoi-dung/demo.head", "/them/nguoi-dung"],
    ...["/don-vi", "/don-vi/QLTM", "/don-vi/QLTM/phien-ban", "/don-vi/QLTM/tach", "/sap-nhap", "/them/don-vi"],
    ...["/khoa", "/them/khoa", "/cai-dat", "/nhat-ky", "/khong-co"],
  ],
  office: [
    ...["/thu-tuc", "/thu-tuc?q=khongcogi", "/them/thu-tuc", "/diem-tiep-nhan", "/diem-tiep-nhan/quay-1"],
    ...["/dot-khao-sat", "/dot-khao-sat/nhanh", "/them/dot-khao-sat", "/lich", "/muc-tieu", "/them/muc-tieu", "/y-kien"],
  ],
  inspector: ["", "/nhat-ky", "/nguoi-dung/demo.head", "/don-vi?lang=en", "/nhat-ky?lang=en"],
};
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

let demo;
before(async () => {
  demo = await serve({ demo: true });
  await mkdir(here("shots"), { recursive: true });
});
after(() => demo.stop());

/// Waits until nothing on the page is on its way any more.
const settled = (page) =>
  page.waitForFunction(() => document.querySelector("#heading") && !document.querySelector(".waiting, [aria-busy=true]"));

for (const colorScheme of ["light", "dark"]) {
  for (const [screen, device] of Object.entries(SCREENS)) {
    test(`the office stands up to axe and to thumbs (${screen}, ${colorScheme})`, { timeout: 600_000 }, async () => {
      const found = {};
      for (const [role, paths] of Object.entries(PAGES)) {
        await visit(demo, { ...device, colorScheme, expected: refused }, async (page) => {
          await signIn(page, demo, role);
          for (const path of paths) {
            await page.goto(`/van-phong${path}`);
            await settled(page);
            const name = `office${path.replace(/\W+/g, "-")}-${role}`;
            await page.screenshot({ path: here(`shots/${name}-${screen}-${colorScheme}.png`), fullPage: true });
            const list = await findings(page);
            if (screen === "phone" && (await beyond(page)) > 0) list.push("scrolls sideways");
            if (screen === "phone") list.push(...(await small(page)));
            if (list.length) found[name] = list;
          }
        });
      }
      assert.deepEqual(found, {});
    });
  }
}

/// Presses a key until something has the focus, and says how often.
async function press(page, key, selector) {
  for (let times = 1; times < 60; times += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return times;
  }
  throw new Error(`${key} never came to ${selector}`);
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
  await page.getByRole("heading", { name: "Đơn vị QLTM" }).waitFor();
  await page.locator("#heading:focus").waitFor();
  await press(page, "Shift+Tab", ".who button");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
});
