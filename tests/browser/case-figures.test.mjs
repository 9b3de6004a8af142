// Figures of feedback: from a figure to its cases and back, on a phone and at a desk; and what everybody is told.
import assert from "node:assert/strict";
import { beyond, findings } from "./judge.mjs";
import { settled, signIn, stands } from "./staff.mjs";
import { journey, TOUCH } from "./world.mjs";

const WIDE = { viewport: { width: 1440, height: 900 } };

for (const [name, device] of [["a phone", TOUCH], ["a desk", WIDE]]) {
  journey(`on ${name} a figure leads to as many cases as it says, and back`, { demo: true, expected: /status of (401|422)/, ...device }, async ({ page, server }) => {
    await signIn(page, server, "office", "/van-phong/so-lieu-gop-y");
    await settled(page);
    await page.getByLabel("Kỳ", { exact: true }).fill(String(new Date().getFullYear()));
    await page.getByLabel("Xem theo").selectOption("kind");
    await page.getByRole("button", { name: "Xem", exact: true }).click();
    await page.waitForURL(/by=kind/);
    await page.locator(".cut tfoot a").first().waitFor();
    await stands(page);
    const handled = page.locator(".cut").first().locator("tfoot td").nth(1);
    const said = (await handled.locator("small").innerText()).split("/")[0].replace(/\D/g, "");
    await handled.locator("a").click();
    await page.waitForURL(/gop-y\?.*figure=handled/);
    await page.getByText("Những việc của chỉ tiêu").waitFor();
    await page.getByText(new RegExp(`trong ${said}$`)).waitFor();
    await stands(page);
    await page.getByRole("link", { name: "Về bảng số liệu" }).click();
    await page.waitForURL(/so-lieu-gop-y/);
    await settled(page);
    await page.getByLabel("Kỳ", { exact: true }).fill("2020-13");
    await page.getByRole("button", { name: "Xem", exact: true }).click();
    await page.getByRole("button", { name: "Thử lại" }).waitFor();
  });
}

journey("what was answered is looked through without scripts, with counters and open data", { demo: true, scripts: false, ...TOUCH }, async ({ page }) => {
  await page.goto("/cong-khai");
  await page.getByLabel("Lĩnh vực").selectOption("Điện lực");
  await page.locator("form.look button").click();
  await page.waitForURL(/field=/);
  assert.ok((await page.locator(".talk li").count()) > 0, "the demo has answers of every field");
  assert.ok((await page.locator(".counted tbody tr").count()) > 12, "the months that have closed");
  assert.equal(await page.locator(".open a").count(), 5);
});

journey("what everybody is told stands on a phone, looked through or not", { demo: true, ...TOUCH }, async ({ page }) => {
  for (const path of ["/cong-khai", "/cong-khai?q=dien", "/cong-khai?lang=en"]) {
    await page.goto(path);
    assert.deepEqual(await findings(page), [], path);
    assert.ok((await beyond(page)) <= 0, path);
  }
});
