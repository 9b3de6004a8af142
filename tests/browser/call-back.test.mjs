// Whoever rates poorly and says why is offered a call on the thanks: without scripts and with them.
import assert from "node:assert/strict";
import { begin, on, receipt, row, send } from "./ballot.mjs";
import { beyond, findings, small } from "./judge.mjs";
import { journey } from "./world.mjs";

/// Chromium notes every reply of 400 and above in the console, also a page that explains itself.
const expected = /status of 422/;
const SAID = "Chờ hai giờ không ai gọi số.";
const ASKED = "Anh/chị có muốn được gọi lại không?";

async function isFit(page, scripts) {
  if (scripts) assert.deepEqual(await findings(page), []);
  assert.deepEqual(await small(page), []);
  assert.ok((await beyond(page)) <= 0);
}

/// Asks to be called, first without what that needs, and follows the call by its codes.
async function ask(page, scripts) {
  await page.getByRole("heading", { name: ASKED }).waitFor();
  assert.equal(await page.locator("#call-text").inputValue(), SAID);
  assert.equal(await page.locator("#call [type=checkbox]").isChecked(), false, "nobody agrees beforehand");
  await isFit(page, scripts);
  await page.locator("#call-phone").fill("12");
  await page.getByRole("button", { name: "Gửi yêu cầu gọi lại" }).click();
  await page.getByText("Chưa gửi được").waitFor();
  await page.getByText("cần đánh dấu đồng ý").waitFor();
  assert.equal(await page.locator("#call-phone").inputValue(), "12");
  await isFit(page, scripts);
  await page.locator("#call-phone").fill("0900 000 123");
  await page.locator("#call [type=checkbox]").check();
  await page.getByRole("button", { name: "Gửi yêu cầu gọi lại" }).click();
  await page.getByText("Góp ý đã được ghi nhận.").waitFor();
  const [code, pin] = [await page.locator("#code").innerText(), await page.locator("#pin").innerText()];
  await page.goto("/tra-cuu");
  await page.getByLabel("Mã theo dõi").fill(code);
  await page.getByLabel("Mã PIN").fill(pin);
  await page.getByRole("button", { name: "Xem" }).click();
  await page.getByText("Yêu cầu gọi lại").waitFor();
  await page.getByText("Hạn gọi lại").waitFor();
  await page.getByText("1 ngày làm việc sau ngày").waitFor();
  await isFit(page, scripts);
}

journey("without scripts a poor rating with words leads to the offer of a call, a good one does not", { scripts: false, expected }, async ({ page }) => {
  for (const [level, offers] of [["4", 0], ["1", 1]]) {
    await page.goto("/s/nhanh");
    await row(page, "O1", level).click();
    await page.locator("#comment").fill(SAID);
    await send(page).click();
    await receipt(page);
    assert.equal(await page.locator("#call").count(), offers, level);
  }
  await ask(page, false);
});

journey("with scripts the offer comes into the thanks that the browser shows", { expected }, async ({ page }) => {
  await page.goto("/s/nhanh");
  await begin(page);
  await row(page, "O1", "2").click();
  for (const code of ["A0", "B0", "C0", "D0", "E0"]) {
    await on(page, code);
    await page.getByRole("button", { name: "Bỏ qua" }).click();
  }
  await on(page);
  await page.locator("#comment").fill(SAID);
  await page.getByRole("button", { name: /^Gửi/ }).click();
  const shown = await receipt(page);
  await page.locator("#call").waitFor();
  assert.equal(await page.locator(".code").innerText(), shown, "the receipt stays as it is");
  await ask(page, true);
});
