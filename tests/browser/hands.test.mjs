// Hands on a phone: double taps, the device's Back, fingers that are faster than the scripts, devices
// that several people use.
import assert from "node:assert/strict";
import { ballots, chosen, on, open, question, receipt, row, send, sentFrom } from "./ballot.mjs";
import { journey, TOUCH } from "./world.mjs";

const QUICK = "/s/nhanh";
const NEXT = ["A0", "B0", "C0", "D0", "E0"];

/// The middle of an element, where a finger lands.
async function middle(locator) {
  const box = await locator.boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/// Taps one spot twice, so many milliseconds apart by the page's own clock.
async function tapTwice(page, [x, y], apart) {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  await page.touchscreen.tap(x, y);
  await page.clock.runFor(apart);
  await page.touchscreen.tap(x, y);
  await page.clock.resume();
}

for (const apart of [120, 260, 400, 600, 800]) {
  journey(`two taps on an answer ${apart} ms apart answer one question`, TOUCH, async ({ page }) => {
    await page.clock.install();
    await open(page, QUICK);
    await tapTwice(page, await middle(row(page, "O1", "3")), apart);
    await on(page, "A0");
    assert.equal(await chosen(page, "O1").getAttribute("value"), "3");
    assert.equal(await page.locator(":checked:not(option)").count(), 1, "nothing else was answered");
  });
}

journey("two taps on Back go back once, and two on Skip leave out one question", TOUCH, async ({ page }) => {
  await page.clock.install();
  await open(page, QUICK);
  for (const code of NEXT.slice(0, 3)) {
    await tapTwice(page, await middle(page.getByRole("button", { name: "Bỏ qua" })), 300);
    await on(page, code);
  }
  await tapTwice(page, await middle(page.getByRole("button", { name: "Quay lại" })), 300);
  await on(page, "B0");
});

journey("a key pressed twice chooses nothing on the question that came", {}, async ({ page }) => {
  await open(page, QUICK);
  await page.locator("#a-O1").focus();
  await page.keyboard.press("4");
  await page.keyboard.press("Enter");
  await page.locator("#a-A0:focus").waitFor();
  for (const key of ["4", "Enter", " "]) await page.keyboard.press(key);
  await on(page, "A0");
  assert.equal(await page.locator(":checked:not(option)").count(), 1);
});

journey("the device's Back goes one question back, and Forward comes again", TOUCH, async ({ page }) => {
  await page.goto("/");
  await page.goto(QUICK);
  await page.locator(".progress").waitFor();
  await row(page, "O1", "4").tap();
  await on(page, "A0");
  await row(page, "A0", "2").tap();
  await on(page, "B0");
  await page.goBack();
  await on(page, "A0");
  assert.equal(await chosen(page, "A0").getAttribute("value"), "2");
  await page.goForward();
  await on(page, "B0");
  await page.getByRole("button", { name: "Quay lại" }).tap();
  await on(page, "A0");
  await page.goBack();
  await on(page, "O1");
  await page.goBack();
  await page.waitForURL((url) => url.pathname === "/");
});

journey("a link to a place on the page leaves the question where it is", {}, async ({ page }) => {
  await open(page, QUICK);
  await row(page, "O1", "4").click();
  await on(page, "A0");
  await page.getByRole("link", { name: "Đến nội dung chính" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/#app$/);
  await page.getByText("Câu 2/6").waitFor();
  await row(page, "A0", "4").click();
  await on(page, "B0");
  for (const text of ["Câu 2/6", "Câu 2/6", "Câu 1/6"]) {
    await page.goBack();
    await page.getByText(text).waitFor();
  }
});

journey("after sending, Back, Forward and a reload tell the truth, and nobody counts twice", TOUCH, async ({ server, page }) => {
  await open(page, QUICK);
  const sent = sentFrom(page);
  await row(page, "O1", "5").tap();
  for (const code of NEXT) {
    await on(page, code);
    await page.getByRole("button", { name: "Bỏ qua" }).tap();
  }
  await on(page);
  await send(page).tap();
  const code = await receipt(page);
  await page.goBack();
  await page.getByText("Câu 1/6").waitFor();
  assert.equal(await page.locator(":checked:not(option)").count(), 0, "nothing filled in is offered again");
  const id = await page.locator('input[name="id"]').inputValue();
  assert.notEqual(id, sent[0].id, "another ballot would be another one");
  await page.goForward();
  await page.getByRole("heading", { name: "Cảm ơn anh/chị!" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Cảm ơn anh/chị!" }).waitFor();
  assert.equal(await ballots(server), 1);
  assert.ok(code);
});

/// Opens the survey with its scripts held back; the function given back lets them come.
async function held(page, address) {
  let release;
  const until = new Promise((resolve) => { release = resolve; });
  await page.route("**/citizen.wasm*", (route) => until.then(() => route.continue()));
  await page.goto(address, { waitUntil: "commit" });
  await page.locator("#comment").waitFor();
  return release;
}

journey("whoever writes before the scripts come keeps field, caret and every letter", {}, async ({ server, page }) => {
  const come = await held(page, QUICK);
  await row(page, "O1", "4").click();
  await page.locator("#comment").click();
  await page.keyboard.type("Rất lâu");
  await page.keyboard.press("Home");
  come();
  await page.getByRole("button", { name: "Bỏ chọn" }).waitFor();
  await page.keyboard.type("Chờ ");
  assert.equal(await page.locator("#comment").inputValue(), "Chờ Rất lâu");
  assert.equal(await page.locator("#comment:focus").count(), 1);
  assert.equal(await chosen(page, "O1").getAttribute("value"), "4");
  await send(page).click();
  await receipt(page);
  assert.equal(await ballots(server), 1);
});

journey("whoever answered before the scripts come goes on where they were", {}, async ({ page }) => {
  const come = await held(page, QUICK);
  for (const code of ["O1", "A0"]) await row(page, code, "2").click();
  come();
  await page.getByText("Câu 2/6").waitFor();
  assert.equal(await question(page).count(), 1);
  for (const code of ["O1", "A0"]) assert.equal(await chosen(page, code).getAttribute("value"), "2");
});

journey("a draft serves for a day, and can be put away at once", {}, async ({ page }) => {
  await open(page, QUICK);
  await row(page, "O1", "1").click();
  await on(page, "A0");
  await page.reload();
  await page.getByText("vẫn được giữ").waitFor();
  await page.getByText("Câu 2/6").waitFor();
  await page.getByRole("button", { name: "Làm lại từ đầu" }).click();
  await page.getByText("Câu 1/6").waitFor();
  assert.equal(await page.locator(":checked:not(option)").count(), 0);

  await row(page, "O1", "1").click();
  await on(page, "A0");
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) {
      const pairs = JSON.parse(localStorage[key]);
      const older = pairs.map(([name, value]) => [name, name === "saved" ? String(value - 24 * 60 - 1) : value]);
      localStorage[key] = JSON.stringify(older);
    }
  });
  await page.reload();
  await page.getByText("Câu 1/6").waitFor();
  assert.equal(await page.locator(":checked:not(option)").count(), 0, "the next person begins anew");
});
