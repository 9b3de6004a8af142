// What the office sets out to do: the calendar, targets, campaigns to come.
import assert from "node:assert/strict";
import { calls, dayIn, noted, once, press, refused, signIn, stands, typeAt } from "./staff.mjs";
import { journey } from "./world.mjs";

const expected = /status of (401|422)/;

/// A day off among those that cases wait for: the dates it moves are listed, and move once that is confirmed.
async function movesAreListed(page, line) {
  const off = [5, 6, 7, 8].map(dayIn).find((day) => ![0, 6].includes(new Date(day).getUTCDay()));
  await page.goto(`/van-phong/lich?nam=${off.slice(0, 4)}`);
  await line(0).day.waitFor();
  const free = (await Promise.all([...Array(40).keys()].map(async (at) => ((await line(at).day.count()) && !(await line(at).day.inputValue()) ? at : -1)))).find((at) => at >= 0);
  await line(free).day.fill(off);
  await line(free).why.fill("Nghỉ đột xuất");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("heading", { name: "Hạn sẽ dời" }).waitFor();
  const rows = page.locator("#moved li");
  assert.match(await rows.first().innerText(), /^Việc số \d+: \d\d\/\d\d\/\d{4} → \d\d\/\d\d\/\d{4}$/);
  await stands(page);
  // Whatever is typed takes the question back, and the list with it.
  await line(free).why.fill("Nghỉ do bão");
  await page.locator("#moved").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Lưu" }).click();
  await rows.first().waitFor();
  await page.getByRole("button", { name: "Xác nhận lưu" }).click();
  await noted(page, "Đã lưu");
}

journey("holidays and a make-up Saturday are entered, a wrong day is told at its line", { demo: true, expected }, async ({ page, server }) => {
  await signIn(page, server, "office", "/van-phong/lich?nam=2027");
  await page.getByRole("heading", { name: "Năm 2027" }).waitFor();
  const line = (at) => ({
    day: page.locator(`[name="days.${at}.day"]`),
    kind: page.locator(`[name="days.${at}.kind"]`),
    why: page.locator(`[name="days.${at}.name"]`),
  });
  await line(0).day.waitFor();
  const enter = async (at, day, kind, why) => {
    await line(at).day.fill(day);
    await line(at).kind.selectOption({ label: kind });
    await line(at).why.fill(why);
  };
  await enter(0, "2027-09-02", "Nghỉ lễ", "Quốc khánh");
  // A line is left empty between the two.
  await enter(2, "2027-09-10", "Làm bù", "Bù cho ngày 3/9");
  const save = page.getByRole("button", { name: "Lưu" });
  await save.click();
  await page.locator("#calendar-faults").getByText("thứ Bảy hoặc Chủ nhật").waitFor();
  assert.equal(await line(1).day.getAttribute("aria-invalid"), "true", "the lines moved up, the fault is at the second");
  assert.equal(await line(1).day.inputValue(), "2027-09-10");
  await stands(page);
  await line(1).day.fill("2027-09-11");
  await save.click();
  await noted(page, "Đã lưu");
  await page.reload();
  await line(1).day.waitFor();
  assert.deepEqual(await Promise.all([line(1).day, line(1).kind, line(1).why].map((it) => it.inputValue())), ["2027-09-11", "make_up", "Bù cho ngày 3/9"]);
  await page.getByRole("link", { name: "Năm sau" }).click();
  await page.waitForURL("**/lich?nam=2028");
  await page.getByRole("heading", { name: "Năm 2028" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Năm 2027" }).waitFor();
  await movesAreListed(page, line);
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  // Another page, and the call that signs out would be cut off.
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  await signIn(page, server, "viewer", "/van-phong/lich?nam=2027");
  await page.getByText("11/09/2027 – Bù cho ngày 3/9").waitFor();
  assert.equal(await page.getByRole("button", { name: "Lưu" }).count(), 0);
});

journey("by keyboard alone, on a phone's width: targets are set, found, changed and removed", { demo: true, expected }, async ({ page, server }) => {
  await signIn(page, server, "office", "/van-phong/muc-tieu");
  await page.getByText("Đặt mục tiêu đầu tiên").waitFor();
  await stands(page);
  for (const [downs, value] of [[0, "90"], [2, "92,5"]]) {
    await press(page, "Tab", "a[href='/van-phong/them/muc-tieu']");
    await page.keyboard.press("Enter");
    await page.locator("#heading:focus").waitFor();
    await press(page, "Tab", "#target-indicator");
    for (let down = 0; down < downs; down += 1) await page.keyboard.press("ArrowDown");
    await typeAt(page, "#target-year", "2026");
    await typeAt(page, "#target-value", downs ? value : "190");
    await typeAt(page, "#target-basis", "Kế hoạch 12/KH-SCT");
    await press(page, "Tab", ".send");
    await page.keyboard.press("Enter");
    if (!downs) {
      await page.locator("#target-faults:focus").waitFor();
      await stands(page);
      await press(page, "Tab", "#target-faults a");
      await page.keyboard.press("Enter");
      await page.locator("#target-value:focus").waitFor();
      await page.keyboard.press("Control+A");
      await page.keyboard.type(value);
      await page.keyboard.press("Enter");
    }
    await noted(page, "Đã lưu");
  }
  await page.getByRole("status").getByText("2 dòng").waitFor();
  await stands(page);
  await press(page, "Tab", ".filters summary");
  await page.keyboard.press("Enter");
  await press(page, "Tab", "#filter-year");
  await page.keyboard.type("2025");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/muc-tieu?year=2025");
  await page.getByText("Không có dòng nào khớp").waitFor();
  await press(page, "Tab", ".empty a");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/van-phong/muc-tieu");
  await page.getByRole("status").getByText("2 dòng").waitFor();
  await press(page, "Tab", ".list thead th:nth-child(4) button");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/muc-tieu?sort=-value");
  await page.locator(".list tbody tr:first-child", { hasText: "92,50%" }).waitFor();
  await press(page, "Tab", ".list tbody tr:first-child a");
  await page.keyboard.press("Enter");
  await page.locator("#heading:focus").waitFor();
  await page.getByText("Hồ sơ đúng hạn").waitFor();
  await stands(page);
  await press(page, "Tab", "#target-value");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("95");
  const made = calls(page);
  await page.keyboard.press("Enter");
  await noted(page, "Đã lưu");
  await once(page, made, `PUT /targets/${page.url().split("/").at(-1)}`);
  await page.getByText("95,00%").waitFor();
  await press(page, "Tab", "summary");
  await page.keyboard.press("Enter");
  await press(page, "Tab", "#remove .send");
  await page.keyboard.press("Enter");
  await noted(page, "Đã bỏ");
  await page.getByRole("status").getByText("1 dòng").waitFor();
});

journey("a campaign is planned ahead with a quota, and hands out its codes", { demo: true, expected: /status of (401|422)/, viewport: { width: 1440, height: 900 } }, async ({ page, context, server }) => {
  await signIn(page, server, "office", "/van-phong/them/dot-khao-sat");
  await page.getByLabel("Mã", { exact: true }).fill("quy-toi");
  await page.getByLabel("Tiêu đề tiếng Việt").fill("Đợt quý tới");
  await page.getByRole("button", { name: "Tạo đợt khảo sát" }).click();
  const faults = page.locator("#campaign-faults");
  await faults.waitFor();
  assert.equal(await faults.locator("a[href='#campaign-instrument']").count(), 1, "the question set is chosen, not guessed");
  const sets = await page.getByLabel("Bộ phiếu").locator("option").allTextContents();
  assert.deepEqual(sets.slice(1).map((it) => it.match(/\((.*)\)$/)[1]), ["quick/2", "quick/1", "sipas-service/2", "sipas-service/1"]);
  await page.getByLabel("Bộ phiếu").selectOption("quick/1");
  await page.getByLabel("Đơn vị").selectOption("QLTM");
  await page.getByLabel("Từ ngày").fill(dayIn(2));
  await page.getByLabel("Đến hết ngày").fill(dayIn(30));
  await page.getByLabel("Số phiếu tối đa").fill("1");
  const made = calls(page);
  await page.getByRole("button", { name: "Tạo đợt khảo sát" }).click();
  await noted(page, "Đã lưu");
  await once(page, made, "POST /campaigns", "/campaigns/quy-toi");
  await page.locator(".pill.soon", { hasText: "Chưa mở" }).waitFor();
  assert.equal((await fetch(`${server.url}/s/quy-toi`)).status, 200);
  assert.ok((await (await fetch(`${server.url}/s/quy-toi`)).text()).includes("chưa"), "people are told it is not open yet");
  await page.getByLabel("Từ ngày").fill(dayIn(0));
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.locator(".pill.on", { hasText: "Đang mở" }).waitFor();
  await page.locator("dt:text-is('Số phiếu') + dd", { hasText: "0 / 1" }).waitFor();
  const out = page.locator("section", { has: page.getByRole("heading", { name: "Đường dẫn, mã QR và áp phích" }) });
  await out.getByLabel("Điểm tiếp nhận").selectOption("quay-1");
  await out.getByLabel("Thủ tục").selectOption("2.000004");
  await out.getByRole("button", { name: "Xem" }).click();
  await out.getByText("/s/quy-toi?p=quay-1&procedure=2.000004").waitFor();
  assert.equal((await fetch(new URL(await out.getByRole("link", { name: "PNG" }).getAttribute("href"), server.url))).status, 200);
  for (const link of ["Mở phiếu", "Áp phích có mã QR để in", "Tờ tám phiếu nhỏ để cắt", "Mã QR"]) {
    const [opened] = await Promise.all([context.waitForEvent("page"), page.getByRole("link", { name: link, exact: true }).click()]);
    await opened.waitForLoadState();
    assert.match(opened.url(), /\/s\/quy-toi(\/poster|\/slips|\/qr\.svg)?\?p=quay-1&procedure=2\.000004$/);
    assert.ok(await opened.locator("svg, form").first().isVisible(), link);
    await opened.close();
  }
  await page.goto("/van-phong/dot-khao-sat?standing=open&q=quy");
  await page.getByRole("status").getByText("1 dòng").waitFor();
});
