// Feedback on a phone: sent without scripts, followed by its codes; with scripts what is written is kept.
import assert from "node:assert/strict";
import { beyond, findings, small } from "./judge.mjs";
import { journey } from "./world.mjs";

/// Chromium notes every reply of 400 and above in the console, also a page that explains itself.
const expected = /status of (404|422)/;
const TEXT = "Quầy số 1 thiếu ghế chờ.";

async function write(page, reply = "Không, chỉ góp ý") {
  await page.getByLabel("Chất lượng phục vụ").check();
  await page.locator("#text").fill(TEXT);
  await page.getByLabel(reply).check();
}

const send = (page) => page.getByRole("button", { name: "Gửi góp ý" }).click();

/// What axe finds it finds with scripts alone.
async function isFit(page, scripts = false) {
  if (scripts) assert.deepEqual(await findings(page), []);
  assert.deepEqual(await small(page), []);
  assert.equal(await beyond(page), 0);
}

/// The codes on the card, once it is there.
async function codes(page) {
  await page.getByText("Góp ý đã được ghi nhận.").waitFor();
  return { code: await page.locator("#code").innerText(), pin: await page.locator("#pin").innerText() };
}

async function follow(page, { code, pin }) {
  await page.goto("/tra-cuu");
  await page.getByLabel("Mã theo dõi").fill(code.toLowerCase());
  await page.getByLabel("Mã PIN").fill(pin);
  await page.getByRole("button", { name: "Xem" }).click();
  await page.getByText(code).first().waitFor();
}

journey("without scripts feedback is sent, mended, and followed by its codes", { scripts: false, expected }, async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation").getByRole("link", { name: "Góp ý" }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await isFit(page);
  await write(page, "Có, đây là phản ánh, kiến nghị");
  await page.getByLabel("Họ và tên").fill("Người Thử");
  await send(page);
  await page.getByRole("alert").getByText("Chưa gửi được").waitFor();
  await isFit(page);
  assert.equal(await page.locator("#text").inputValue(), TEXT);
  assert.equal(await page.getByLabel("Họ và tên").inputValue(), "Người Thử");
  await page.getByLabel("Số điện thoại di động").fill("0900 000 123");
  await page.getByLabel("Tôi đồng ý cho Sở dùng tên").check();
  await send(page);
  const own = await codes(page);
  await isFit(page);
  await follow(page, own);
  await page.getByText("15 ngày làm việc").first().waitFor();
  await isFit(page);
  await page.getByText("Bổ sung", { exact: true }).click();
  await page.getByLabel("Nội dung bổ sung").fill("Thêm một việc.");
  await page.getByRole("button", { name: "Gửi bổ sung" }).click();
  await page.getByText("Đã gửi bổ sung.").waitFor();
});

journey("who chooses a complaint is told where to go, and nothing is sent", { scripts: false, expected }, async ({ page }) => {
  await page.goto("/gop-y");
  await page.getByLabel("Khiếu nại hoặc tố cáo").check();
  await page.getByRole("heading", { name: "Khiếu nại, tố cáo có trình tự riêng" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Gửi góp ý" }).isVisible(), false);
  await isFit(page);
});

journey("with scripts what is written is kept for a day, and names are not", {}, async ({ page }) => {
  await page.goto("/gop-y?p=q1");
  await page.getByText("Quầy số 1").waitFor();
  await page.locator("#feedback[data-awake]").waitFor();
  await write(page, "Có, đây là phản ánh, kiến nghị");
  await page.getByLabel("Họ và tên").fill("Người Thử");
  await page.reload();
  await page.getByText("Nội dung viết lần trước vẫn còn trên máy này.").waitFor();
  assert.equal(await page.locator("#text").inputValue(), TEXT);
  assert.equal(await page.getByLabel("Họ và tên").inputValue(), "");
  await isFit(page, true);
  await page.getByRole("button", { name: "Làm lại từ đầu" }).click();
  assert.equal(await page.locator("#text").inputValue(), "");
  await page.reload();
  await page.locator("#feedback[data-awake]").waitFor();
  assert.equal(await page.locator("#text").inputValue(), "");
  await write(page);
  await send(page);
  const own = await codes(page);
  await isFit(page, true);
  await page.getByRole("button", { name: "Lưu ảnh" }).waitFor();
  await page.goto("/gop-y?p=q1");
  await page.locator("#feedback[data-awake]").waitFor();
  assert.equal(await page.locator("#text").inputValue(), "", "what was sent is kept no more");
  await follow(page, own);
  await isFit(page, true);
});
