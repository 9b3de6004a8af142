// The survey with scripts off: a form, a reply, a receipt.
import assert from "node:assert/strict";
import { ballots, chosen, faults, fill, LEVELS, receipt, row, send } from "./ballot.mjs";
import { journey } from "./world.mjs";

const scripts = false;
/// Chromium notes every reply of 400 and above in the console, also a page that explains itself.
const expected = /status of 422/;
const LONG = "dài ".repeat(501);

journey("without scripts a ballot goes from the home page to its receipt and waits for its publication", { scripts }, async ({ server, page }) => {
  await page.goto("/ket-qua");
  await page.getByText("Chưa có số liệu").waitFor();
  await page.goto("/");
  await page.getByRole("link", { name: "Khảo sát thử" }).click();
  await fill(page);
  await page.getByLabel("Anh/chị muốn nói thêm điều gì không?").fill("Phục vụ tốt, chỗ ngồi hơi ít.");
  await page.getByText("Thông tin về anh/chị").click();
  await page.getByLabel("Tuổi").selectOption("35–49");
  await send(page).click();
  await receipt(page);
  assert.equal(await ballots(server), 1);
  await page.getByRole("link", { name: "Xem kết quả khảo sát" }).click();
  await page.getByRole("heading", { name: "Kết quả khảo sát" }).waitFor();
  await page.getByText("chưa kết thúc: khoảng 0 phiếu (làm tròn đến chục)").waitFor();
  const { total } = await server.index("item");
  // Of one ballot no share is told, to staff neither.
  assert.deepEqual([total.n, total.percent], [1, null]);
});

journey("an empty form comes back with what is missing, and can be sent once it is mended", { scripts, expected }, async ({ server, page }) => {
  await page.goto("/s/thu");
  await send(page).click();
  await faults(page).getByText("Phiếu còn trống").waitFor();
  await row(page, "C1", "5").click();
  await send(page).click();
  await receipt(page);
  assert.equal(await ballots(server), 1);
});

journey("too long a comment is told in the summary and at its field, and nothing typed is lost", { scripts, expected }, async ({ server, page }) => {
  await page.goto("/s/thu?p=q1");
  await fill(page);
  const comment = page.getByLabel("Anh/chị muốn nói thêm điều gì không?");
  await comment.fill(`<b>&amp; "${LONG}`);
  await page.locator("summary").click();
  await page.getByLabel("Giới tính").selectOption("Nữ");
  await send(page).click();

  await faults(page).getByText("dài hơn 2.000 ký tự").waitFor();
  assert.equal(await faults(page).count(), 1);
  assert.match(await page.locator("#f-comment").innerText(), /dài hơn 2\.000 ký tự/);
  assert.equal(await comment.getAttribute("aria-invalid"), "true");
  assert.match(await comment.getAttribute("aria-describedby"), /f-comment/);
  assert.equal(await comment.inputValue(), `<b>&amp; "${LONG}`);
  for (const [code, level] of Object.entries(LEVELS)) {
    assert.equal(await chosen(page, code).getAttribute("value"), level);
  }
  assert.equal(await page.locator("#sex").inputValue(), "female");
  await page.getByText("Điểm tiếp nhận: Quầy số 1").waitFor();

  await faults(page).getByRole("link").click();
  assert.equal(new URL(page.url()).hash, "#comment");
  await comment.fill("Ngắn thôi.");
  await send(page).click();
  await receipt(page);
  assert.equal(await ballots(server), 1);
});

journey("pressing send twice without scripts counts once", { scripts }, async ({ server, page }) => {
  await page.goto("/s/nhanh");
  await row(page, "O1", "4").click();
  await send(page).dblclick();
  await receipt(page);
  assert.equal(await ballots(server), 1);
});
