// The register of another channel from a file, a template in an answer, and a view that is kept.
import assert from "node:assert/strict";
import { refused, signIn } from "./staff.mjs";
import { journey } from "./world.mjs";

const expected = new RegExp(`${refused.source}|status of 422`);
const WIDE = { viewport: { width: 1440, height: 900 } };
const HEADER = "Kênh;Mã phản ánh;Ngày nhận;Loại;Thủ tục;Nội dung;Họ và tên;Liên hệ;Ngày trả lời;Trả lời";
/// A spreadsheet of a Vietnamese machine saves so: a mark in front, semicolons, lines that end twice, days first.
const sheet = (...lines) => ({
  name: "so-1022.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`\ufeff${[HEADER, ...lines].join("\r\n")}\r\n`),
});

journey("reception mends a register and takes it, a handler answers with a template, and keeps a view", { demo: true, expected, ...WIDE }, async ({ page, server, context }) => {
  await signIn(page, server, "reception", "/van-phong/them/gop-y");
  await page.getByRole("link", { name: "Nhập cả sổ từ tệp" }).click();
  await page.getByRole("heading", { name: "Nhập sổ ý kiến từ tệp" }).waitFor();
  const old = '1022;TD-1;13/05/2019;Quy định;;"Phí cao; hỏi ở đâu?";Trần Văn Thử;0912 000 111;20/05/2019;Phí theo Thông tư.';
  await page.getByLabel("Tệp").setInputFiles(sheet(old, "1022;TD-2;32/01/2026;phục vụ;;Chờ lâu ở quầy.;;;;"));
  await page.getByRole("button", { name: "Nhập vào sổ" }).click();
  await page.locator("#upload-told:focus").getByText("Dòng 3, cột received").waitFor();
  const mended = sheet(old, "1022;TD-2;31/01/2026;phục vụ;;Chờ lâu ở quầy mã TD hai.;;;;");
  await page.getByLabel("Tệp").setInputFiles(mended);
  await page.getByRole("button", { name: "Kiểm tra trước" }).click();
  await page.getByText("Tệp không có lỗi: 2 ý kiến.").waitFor();
  await page.getByRole("button", { name: "Nhập vào sổ" }).click();
  await page.getByText("Đã vào sổ 2 ý kiến.").waitFor();
  await page.getByLabel("Tệp").setInputFiles(mended);
  await page.getByRole("button", { name: "Nhập vào sổ" }).click();
  await page.getByText("tệp này đã được nhập trước đây").waitFor();
  await context.clearCookies();

  await signIn(page, server, "office", "/van-phong/gop-y?tab=unassigned&q=TD%20hai");
  await page.getByText("Chờ lâu ở quầy mã TD hai.").first().waitFor();
  await page.getByText("Chế độ xem đã lưu").click();
  await page.getByLabel("Tên", { exact: false }).last().fill("Sổ 1022 chưa giao");
  await page.locator("#view-send").click();
  const kept = page.locator(".views").getByRole("link", { name: "Sổ 1022 chưa giao" });
  await kept.waitFor();
  assert.match(await kept.getAttribute("href"), /\?tab=unassigned&q=TD/);
  await page.getByText("Chờ lâu ở quầy mã TD hai.").first().click();
  await page.waitForURL(/gop-y\/\d+/);
  const address = new URL(page.url()).pathname;
  for (const [order, choose] of [["receive"], ["assign", async (fold) => fold.getByLabel("Đơn vị").selectOption("QLTM")]]) {
    const fold = page.locator(`#move-${order}-fold`);
    await fold.locator("summary").click();
    await choose?.(fold);
    await page.locator(`#move-${order}-send`).click();
    await page.getByText("Đã ghi.").first().waitFor();
  }
  await page.locator(".known").getByText("Quản lý thương mại").first().waitFor();
  await context.clearCookies();

  await signIn(page, server, "head", address);
  await page.locator("#move-name-fold summary").click();
  await page.locator("#move-name-fold").getByLabel("Người xử lý").selectOption("demo.handler");
  await page.locator("#move-name-send").click();
  await page.locator("#move-submit").waitFor();
  await context.clearCookies();

  await signIn(page, server, "handler", address);
  await page.getByText("Chèn mẫu").click();
  await page.getByRole("button", { name: "Đã nhận, đang xem xét" }).click();
  const answer = page.getByLabel("Nội dung trả lời");
  await page.waitForFunction(() => document.activeElement?.value?.includes("Quản lý thương mại đang xem xét"));
  const text = await answer.inputValue();
  assert.match(text, /\(mã GY-[0-9A-Z-]+\) ngày 31\/01\/2026 về \{thu_tuc\}\./, "the file named no procedure");
  await page.locator("#move-submit-send").click();
  await page.locator(".faults a", { hasText: "{thu_tuc} ở dòng 1" }).waitFor();
  await answer.fill(text.replace("{thu_tuc}", "việc chờ ở quầy"));
  await page.locator("#move-submit-send").click();
  await page.locator(".states").getByText("chờ duyệt").waitFor();
});
