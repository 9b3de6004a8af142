// Sending when the network, a hotspot or the server stands in the way.
import assert from "node:assert/strict";
import { ballots, chosen, faults, on, open, receipt, row, send, sentFrom } from "./ballot.mjs";
import { journey } from "./world.mjs";

const CALL = "**/api/v1/ballots";
const QUICK = { O1: "5", A0: "4", B0: "4", C0: "3", D0: "5", E0: "na" };
/// Chromium notes every call that fails in the console.
const expected = /Failed to load resource/;

/// Comes to the last step of the quick ballot.
async function fillQuick(page) {
  await open(page, "/s/nhanh");
  for (const [code, level] of Object.entries(QUICK)) {
    await page.locator(`#a-${code}`).waitFor();
    await row(page, code, level).click();
  }
  await on(page);
  await page.locator("#comment").fill("Vẫn còn đây");
}

/// Answers are still there, and sending again brings the receipt: one ballot, under one id.
async function retry(server, page, sent) {
  for (const [code, level] of Object.entries(QUICK)) {
    assert.equal(await chosen(page, code).getAttribute("value"), level);
  }
  assert.equal(await page.locator("#comment").inputValue(), "Vẫn còn đây");
  await page.getByRole("button", { name: "Gửi lại" }).click();
  await receipt(page);
  assert.equal(await ballots(server), 1);
  assert.equal(new Set(sent.map(({ id }) => id)).size, 1);
  assert.ok(sent.length > 1);
}

journey("a draft survives a reload and is gone once the receipt is there", {}, async ({ server, page }) => {
  await open(page, "/s/nhanh?p=q1");
  await row(page, "O1", "4").click();
  await on(page, "A0");
  await row(page, "A0", "2").click();
  await on(page, "B0");
  await page.reload();
  await page.getByText("vẫn được giữ").waitFor();
  await page.locator("#a-B0").waitFor();
  for (const [code, level] of [["O1", "4"], ["A0", "2"]]) {
    assert.equal(await chosen(page, code).getAttribute("value"), level);
  }
  for (const code of ["B0", "C0", "D0", "E0"]) {
    await page.locator(`#a-${code}`).waitFor();
    await page.getByRole("button", { name: "Bỏ qua" }).click();
  }
  await on(page);
  await page.locator("#comment").fill("nháp");
  await page.reload();
  await page.locator("#comment").waitFor();
  assert.equal(await page.locator("#comment").inputValue(), "nháp");
  await send(page).click();
  await receipt(page);
  await open(page, "/s/nhanh?p=q1");
  await page.getByText("Câu 1/6").waitFor();
  assert.equal(await page.locator(":checked:not(option)").count(), 0);
  assert.equal(await ballots(server), 1);
});

journey("a cut network is told, loses nothing, and sending again counts once", { expected }, async ({ server, page, context }) => {
  await fillQuick(page);
  const sent = sentFrom(page);
  await context.setOffline(true);
  await send(page).click();
  await page.getByRole("alert").getByText("không có mạng").waitFor();
  await page.locator("#told:focus").waitFor();
  await context.setOffline(false);
  await retry(server, page, sent);
});

journey("a ballot that was kept while its answer got lost counts once and gets its receipt", { expected }, async ({ server, page }) => {
  await fillQuick(page);
  const sent = sentFrom(page);
  await page.route(CALL, async (route) => {
    assert.equal((await route.fetch()).status(), 201);
    await route.abort("connectionreset");
  }, { times: 1 });
  await send(page).click();
  await page.getByRole("alert").waitFor();
  assert.equal(await ballots(server), 1);
  await retry(server, page, sent);
});

journey("a hotspot's sign-in page is not taken for a receipt", { expected }, async ({ server, page }) => {
  await fillQuick(page);
  const sent = sentFrom(page);
  const body = "<!DOCTYPE html><title>Wi-Fi</title><p>Đăng nhập</p>";
  await page.route(CALL, (route) => route.fulfill({ contentType: "text/html", body }), { times: 1 });
  await send(page).click();
  await page.getByRole("alert").getByText("Wi-Fi").waitFor();
  assert.equal(await ballots(server), 0);
  await retry(server, page, sent);
});

journey("a busy server is told, and sending again works", { expected }, async ({ server, page }) => {
  await fillQuick(page);
  const sent = sentFrom(page);
  await page.route(CALL, (route) => route.fulfill({ status: 503, headers: { "retry-after": "2" } }), { times: 1 });
  await send(page).click();
  await page.getByRole("alert").getByText("đang bận").waitFor();
  await retry(server, page, sent);
});

journey("what the server finds wrong stands at its fields and in the summary", { expected }, async ({ server, page }) => {
  await fillQuick(page);
  const told = [
    { field: "answers.A0", code: "level_out_of_range", message: "Mức này không có" },
    { field: "comment", code: "too_long", message: "Ý kiến dài quá" },
  ];
  const body = JSON.stringify({ type: "about:blank", title: "?", status: 422, faults: told });
  const contentType = "application/problem+json";
  await page.route(CALL, (route) => route.fulfill({ status: 422, contentType, body }), { times: 1 });
  await send(page).click();
  await page.locator("#faults:focus").waitFor();
  assert.deepEqual(await faults(page).count(), 2);
  assert.equal(await page.locator("#f-A0").innerText(), "Mức này không có");
  assert.equal(await page.locator("#f-comment").innerText(), "Ý kiến dài quá");
  await faults(page).getByRole("link", { name: "Mức này không có" }).click();
  await page.locator("#a-A0:focus").waitFor();
  await row(page, "A0", "5").click();
  await send(page).click();
  await receipt(page);
  assert.equal(await ballots(server), 1);
});

journey("a ballot the server refuses for its instrument says so, and is not kept", { expected }, async ({ server, page }) => {
  await fillQuick(page);
  await page.locator("[name=instrument]").evaluate((field) => { field.value = "quick/9"; });
  await send(page).click();
  await faults(page).getByText("phiên bản khác").waitFor();
  assert.equal(await ballots(server), 0);
});

journey("a double press on send sends once", {}, async ({ server, page }) => {
  await fillQuick(page);
  const sent = sentFrom(page);
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await page.route(CALL, (route) => held.then(() => route.continue()));
  await send(page).dblclick();
  await page.getByRole("button", { name: "Đang gửi…" }).and(page.locator("[aria-disabled=true]")).waitFor();
  go();
  await receipt(page);
  assert.equal(sent.length, 1);
  assert.equal(await ballots(server), 1);
});

journey("answers changed after the ballot was kept are refused, and a new form starts empty", { expected }, async ({ server, page }) => {
  await fillQuick(page);
  await page.route(CALL, async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  }, { times: 1 });
  await send(page).click();
  await page.getByRole("alert").waitFor();
  await page.locator("#comment").fill("Khác trước");
  await send(page).click();
  await page.getByRole("alert").getByText("trước đó").waitFor();
  assert.equal(await send(page).count(), 0, "there is nothing to send any more");
  assert.equal(await ballots(server), 1);
  await open(page, "/s/nhanh");
  assert.equal(await page.locator("#comment").inputValue(), "");
  assert.equal(await page.locator(":checked:not(option)").count(), 0);
});
