// The survey with scripts: one question at a time, by pointer or by keyboard alone.
import assert from "node:assert/strict";
import { ballots, begin, chosen, faults, LEVELS, on, open, question, receipt, row, send, sentFrom, walk } from "./ballot.mjs";
import { journey } from "./world.mjs";

journey("pressing a level moves on, question by question, to a receipt without a reload", {}, async ({ server, page }) => {
  await open(page);
  assert.equal(await question(page).count(), 1);
  await page.getByText("Câu 1/18").waitFor();
  await page.evaluate(() => { window.same = true; });
  await walk(page);
  await page.getByText("Bước cuối").waitFor();
  assert.equal(await question(page).count(), 0);
  await page.getByLabel("Anh/chị muốn nói thêm điều gì không?").fill("Rất tốt");
  await send(page).click();
  const code = await receipt(page);
  assert.equal(await page.locator("#thanks:focus").count(), 1);
  assert.ok(await page.evaluate(() => window.same), "the page was loaded again");
  assert.equal(await ballots(server), 1);
  const { total } = await server.index("item");
  assert.deepEqual([total.num, total.den], [9, 13]);
  await page.reload();
  assert.equal(await receipt(page), code);
});

journey("back keeps the answer and shows the same question again", {}, async ({ page }) => {
  await open(page);
  await row(page, "A1", "2").click();
  await on(page, "A2");
  await page.getByText("Câu 2/18").waitFor();
  assert.equal(await page.locator("progress").getAttribute("value"), "1");
  await page.getByRole("button", { name: "Quay lại" }).click();
  await on(page, "A1");
  assert.equal(await question(page).count(), 1);
  assert.equal(await chosen(page, "A1").getAttribute("value"), "2");
  await page.getByRole("button", { name: "Tiếp" }).click();
  await on(page, "A2");
  await page.getByRole("button", { name: "Bỏ qua" }).click();
  await on(page, "A3");
});

/// Comes to the first question as a person without a mouse does.
async function tabIn(page, address) {
  await page.goto(address);
  await page.getByRole("button", { name: "Bắt đầu" }).waitFor();
  await page.keyboard.press("Tab");
  await page.getByRole("link", { name: "Đến nội dung chính" }).press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await on(page, "O1");
}

journey("digits and Enter go from question to question, and stop with the receipt", {}, async ({ page }) => {
  await tabIn(page, "/s/nhanh");
  for (const code of ["O1", "A0", "B0", "C0", "D0", "E0"]) {
    if (code !== "O1") await on(page, code);
    await page.keyboard.press("4");
    assert.equal(await chosen(page, code).getAttribute("value"), "4");
    assert.equal(await page.locator("h1:visible").count(), 1);
    await page.keyboard.press("Enter");
  }
  await on(page);
  await send(page).click();
  const code = await receipt(page);
  const address = page.url();
  for (const key of ["4", "Enter"]) await page.keyboard.press(key);
  assert.equal(await receipt(page), code);
  assert.equal(page.url(), address);
});

journey("digits choose nothing while the focus is outside the question", {}, async ({ page }) => {
  await open(page, "/s/nhanh");
  const press = (key) => page.keyboard.press(key);
  const brand = page.locator("header .owner");
  const skip = page.getByRole("button", { name: "Bỏ qua" });
  const places = [() => page.evaluate(() => document.activeElement.blur()), () => brand.focus(), () => skip.focus(), () => page.locator("#at").click()];
  for (const go of places) {
    await go();
    for (const key of ["4", "1", "0"]) await press(key);
    assert.equal(await page.locator(":checked:not(option)").count(), 0, String(go));
  }
  await press("Enter");
  await page.locator("#a-O1").focus();
  await press("4");
  assert.equal(await chosen(page, "O1").getAttribute("value"), "4");
  await press("Enter");
  await on(page, "A0");
});

journey("an answer can be taken back, by pointer or by keyboard", {}, async ({ page }) => {
  const clear = page.getByRole("button", { name: "Bỏ chọn" });
  const press = (key) => page.keyboard.press(key);
  await open(page, "/s/nhanh");
  const sent = sentFrom(page);
  assert.equal(await clear.count(), 0, "there is nothing to take back");
  await row(page, "O1", "4").click();
  await on(page, "A0");
  assert.equal(await clear.count(), 0, "the next question has no answer yet");
  await page.getByRole("button", { name: "Quay lại" }).click();
  await clear.click();
  await on(page, "O1");
  assert.equal(await chosen(page, "O1").count(), 0);
  await clear.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Bỏ qua" }).click();
  await on(page, "A0");
  await press("2");
  await clear.waitFor();
  await press("Tab");
  await press("Enter");
  await on(page, "A0");
  assert.equal(await chosen(page, "A0").count(), 0);
  await page.reload();
  await page.getByText("Câu 2/6").waitFor();
  assert.equal(await page.locator(":checked:not(option)").count(), 0, "the draft has forgotten it");
  for (const code of ["A0", "B0", "C0", "D0"]) {
    await page.locator(`#a-${code}`).waitFor();
    await page.getByRole("button", { name: "Bỏ qua" }).click();
  }
  await on(page, "E0");
  await press("5");
  await press("Enter");
  await send(page).click();
  await receipt(page);
  assert.deepEqual(sent[0].answers, [{ item: "E0", level: 5 }]);
});

journey("the keyboard alone fills in the survey and sends it", {}, async ({ server, page }) => {
  const sent = sentFrom(page);
  const press = (key) => page.keyboard.press(key);
  await tabIn(page, "/s/nhanh");
  await press("5");
  await press("Enter");
  await on(page, "A0");
  await press("Tab");
  await press("Space");
  await press("ArrowDown");
  await press("ArrowDown");
  assert.equal(await chosen(page, "A0").getAttribute("value"), "3");
  await press("Enter");
  for (const [code, key] of [["B0", "4"], ["C0", "1"], ["D0", ""], ["E0", "0"]]) {
    await on(page, code);
    if (key) await press(key);
    await press("Enter");
  }
  await on(page);
  await press("Tab");
  await page.keyboard.type("1 2 3, không nhảy câu");
  for (let tabs = 0; tabs < 9 && !(await send(page).evaluate((it) => it === document.activeElement)); tabs += 1) {
    await press("Tab");
  }
  await press("Enter");
  await receipt(page);
  assert.equal(await ballots(server), 1);
  const levels = Object.fromEntries(sent[0].answers.map(({ item, level }) => [item, level]));
  assert.deepEqual(levels, { O1: 5, A0: 3, B0: 4, C0: 1, E0: null });
  assert.equal(sent[0].comment, "1 2 3, không nhảy câu");
});

journey("what the browser finds wrong is told at once, and the whole form opens to mend it", {}, async ({ server, page }) => {
  await open(page);
  const sent = sentFrom(page);
  await walk(page, { A1: "5" });
  await page.getByLabel("Anh/chị muốn nói thêm điều gì không?").fill("x".repeat(2001));
  await send(page).click();
  await page.locator("#faults:focus").waitFor();
  assert.match(await faults(page).innerText(), /dài hơn 2\.000 ký tự/);
  assert.equal(await question(page).count(), Object.keys(LEVELS).length);
  assert.equal(await chosen(page, "A1").getAttribute("value"), "5");
  assert.deepEqual(sent, []);
  await page.getByRole("button", { name: "Bỏ chọn" }).click();
  await on(page, "A1");
  assert.equal(await chosen(page, "A1").count(), 0, "an answer can be taken back here as well");
  await faults(page).getByRole("link").click();
  await page.locator("#comment:focus").waitFor();
  await page.locator("#comment").fill("ngắn");
  await send(page).click();
  await receipt(page);
  assert.equal(await ballots(server), 1);
});

journey("English stays English from the first question to the receipt", {}, async ({ server, page }) => {
  await open(page, "/s/nhanh?p=q1");
  await page.getByRole("link", { name: "English" }).click();
  await page.getByText("Counter 1").waitFor();
  await page.getByText("Question 1 of 6").waitFor();
  await page.getByRole("radio", { name: "Very satisfied" }).first().check();
  await page.getByRole("button", { name: "Next" }).click();
  for (const code of ["A0", "B0", "C0", "D0", "E0"]) {
    await on(page, code);
    await page.getByRole("button", { name: "Skip" }).click();
  }
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("heading", { name: "Thank you!" }).waitFor();
  assert.match(page.url(), /lang=en/);
  await page.reload();
  await page.getByRole("heading", { name: "Thank you!" }).waitFor();
  assert.equal(await ballots(server), 1);
});
