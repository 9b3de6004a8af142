// Feedback at the office's desks: the inbox, a case from its entry to its publication, two people at once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { desk, enterCase, steps } from "./cases.mjs";
import { beyond, findings, small } from "./judge.mjs";
import { dayIn, noted, press, refused, settled, signIn, stands } from "./staff.mjs";
import { journey, serve, TOUCH, visit } from "./world.mjs";

const WIDE = { viewport: { width: 1440, height: 900 } };

/// The step's form, opened.
async function opened(page, order) {
  const fold = page.locator(`#move-${order}-fold`);
  await fold.locator("summary").click();
  return fold;
}

journey("a case goes from the entry form over handler and head to its publication", { demo: true, expected: refused, ...WIDE }, async ({ page, server, context }) => {
  await signIn(page, server, "office", "/van-phong/them/gop-y");
  await page.getByLabel("Đến qua").selectOption("hotline");
  await page.getByLabel("Số ở hệ thống ấy").fill("1022-77");
  await page.getByLabel("Nội dung về").selectOption("service");
  await page.getByLabel("Là phản ánh, kiến nghị chính thức: có tên và nơi nhận trả lời").check();
  await page.getByLabel("Người gửi đồng ý công khai").check();
  await page.getByRole("button", { name: "Vào sổ" }).click();
  await page.locator(".faults a").first().waitFor();
  assert.equal(await page.locator(".faults a").count(), 3, "words, name and address are missing");
  await page.getByLabel("Lời người gửi").fill("Chờ trả kết quả quá lâu. Gọi tôi: 0912 345 678.");
  await page.getByLabel("Họ tên").fill("Nguyễn Thị B");
  await page.getByLabel("Số di động").fill("0912 345 678");
  await page.getByRole("button", { name: "Vào sổ" }).click();
  await page.locator("#slip:focus").getByText(/^GY-/).waitFor();
  assert.match(await page.locator("#slip").innerText(), /\b\d{6}\b/, "code and PIN for the sender");
  await stands(page);
  await page.locator("#slip").getByRole("link", { name: "Mở việc" }).click();
  await page.waitForURL(/gop-y\/\d+$/);
  await stands(page);
  const address = page.url();

  await opened(page, "receive");
  await page.locator("#move-receive-send").click();
  await noted(page, "Đã ghi.");
  const assign = await opened(page, "assign");
  await assign.getByLabel("Đơn vị").selectOption("QLTM");
  await page.locator("#move-assign-send").click();
  await page.locator(".known").getByText("Quản lý thương mại").first().waitFor();
  await context.clearCookies();

  await signIn(page, server, "head", new URL(address).pathname);
  const name = await opened(page, "name");
  await name.getByLabel("Người xử lý").selectOption("demo.handler");
  await page.locator("#move-name-send").click();
  await page.locator("#move-submit").waitFor();
  await context.clearCookies();

  await signIn(page, server, "handler", new URL(address).pathname);
  await page.getByLabel("Nội dung trả lời").fill("Kính gửi bà Nguyễn Thị B, hồ sơ của bà đã có kết quả.");
  await page.locator(".drafted").getByText(/Đã lưu nháp lúc \d\d:\d\d/).waitFor();
  await page.reload();
  assert.equal(await page.getByLabel("Nội dung trả lời").inputValue(), "Kính gửi bà Nguyễn Thị B, hồ sơ của bà đã có kết quả.");
  await page.locator(".drafted").getByText(/Đã lưu nháp lúc/).waitFor();
  await page.locator("#move-submit-send").click();
  await page.locator(".states").getByText("chờ duyệt").waitFor();
  await settled(page);
  assert.equal(await page.locator(".draft").count(), 0, "what was submitted is a draft no more");
  assert.equal(await page.locator(".ours").count(), 0, "nothing went to the sender yet");
  await context.clearCookies();

  await signIn(page, server, "head", new URL(address).pathname);
  await page.getByRole("heading", { name: "Bản trả lời đang chờ duyệt" }).waitFor();
  await opened(page, "approve");
  await page.locator("#move-approve-send").click();
  await page.locator(".ours").getByText("Đã gửi người dân, không sửa được").waitFor();
  await context.clearCookies();

  await signIn(page, server, "office", new URL(address).pathname);
  const question = page.getByLabel("Câu hỏi", { exact: true });
  assert.ok(!(await question.inputValue()).includes("0912"), "what is personal is left out");
  await page.locator("#move-publish-send").click();
  await page.locator("#move-publish-faults").waitFor();
  await page.getByLabel("Trả lời", { exact: true }).fill("Hồ sơ đã có kết quả.");
  await page.getByLabel("Tôi đã đọc cả câu hỏi và câu trả lời").check();
  await page.locator("#move-publish-send").click();
  await page.locator(".states").getByText("đã công khai").waitFor();
  await stands(page);
});

journey("two people at one case: the second keeps what they wrote and sees what changed", { demo: true, expected: /status of (401|409)/, ...WIDE }, async ({ page, server }) => {
  const office = await desk(server, "office");
  const number = await enterCase(office);
  await steps(office, number, ["receive"], ["assign", { unit: "QLTM" }]);
  const head = await desk(server, "head");
  await steps(head, number, ["name", { account: "demo.handler" }]);
  await signIn(page, server, "handler", `/van-phong/gop-y/${number}`);
  const note = await opened(page, "put_off");
  await note.getByLabel("Hẹn lại đến ngày").fill(dayIn(5));
  await note.getByLabel("Lý do").fill("Chờ đơn vị điện lực trả lời.");
  await steps(head, number, ["note", { words: "Nhớ gọi điện trước cho bà B." }]);
  await page.locator("#move-put_off-send").click();
  const changed = page.locator("#changed");
  await changed.getByText("Nhớ gọi điện trước cho bà B.").waitFor();
  await page.locator("#changed:focus").waitFor();
  assert.equal(await note.getByLabel("Lý do").inputValue(), "Chờ đơn vị điện lực trả lời.", "what was typed stays");
  assert.equal(await note.getByLabel("Hẹn lại đến ngày").inputValue(), dayIn(5));
  await stands(page);
  await page.locator("#move-put_off-send").click();
  await page.locator(".known").getByText("Hẹn lại đến").waitFor();
  assert.equal(await changed.count(), 0);
});

journey("the inbox by tab, search and keys; one step for several names those that cannot take it", { demo: true, expected: refused, ...WIDE }, async ({ page, server }) => {
  const office = await desk(server, "office");
  const numbers = [];
  for (let n = 0; n < 3; n += 1) numbers.push(await enterCase(office, { text: `Việc thứ ${n} về cân ở chợ đầu mối.` }));
  await signIn(page, server, "office", "/van-phong/gop-y?tab=mine");
  await page.getByText("Không có việc nào giao cho bạn.").waitFor();
  await stands(page);
  await page.locator(".empty").getByRole("link", { name: /Chưa giao/ }).click();
  await page.waitForURL(/tab=unassigned/);
  const cases = page.locator(".case");
  await cases.first().waitFor();
  assert.ok((await cases.count()) >= 3);
  await page.getByLabel("Tìm trong ngăn này").fill("can o cho dau moi");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=can/);
  await page.waitForFunction(() => document.querySelectorAll(".case").length === 3);
  await stands(page);
  await page.locator("#cases").focus();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.locator(".bulk").getByText("Đã chọn 2 việc").waitFor();
  await page.getByLabel("Bước làm cho các việc đã chọn").selectOption("receive");
  // Meanwhile somebody takes the first one.
  const first = await page.locator(".case.chosen .subject").first().getAttribute("href");
  await steps(office, Number(first.split("/").at(-1)), ["receive"]);
  await page.locator("#bulk-send").click();
  await page.locator("#bulk-told").getByText("Đã làm 1 trong 2 việc.").waitFor();
  await page.locator("#bulk-told").getByText("Người khác vừa sửa mục này").waitFor();
  await stands(page);
  await page.locator("#cases").focus();
  await page.keyboard.press("Shift+?");
  await page.locator(".keys[open]").waitFor();
  await stands(page);
  await page.locator("#cases").focus();
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await page.waitForURL(/gop-y\/\d+$/);
});

let world;
before(async () => {
  world = await serve({ demo: true });
  const office = await desk(world, "office");
  const late = await enterCase(office, { sent: dayIn(-40), is_formal: false, sender: null });
  await steps(office, late, ["receive"], ["assign", { unit: "QLTM" }]);
  const waiting = await enterCase(office);
  await steps(office, waiting, ["receive"], ["assign", { unit: "QLTM" }]);
  const head = await desk(world, "head");
  await steps(head, waiting, ["name", { account: "demo.handler" }], ["note", { words: "Gọi điện lực hỏi hồ sơ." }]);
  world.case = waiting;
});
after(() => world.stop());

for (const role of ["reception", "handler", "head", "office", "inspector", "leadership"]) {
  test(`${role}: work is on the first page, leads to the inbox, and pages stand on phone and desk`, { timeout: 180_000 }, async () => {
    for (const device of [TOUCH, WIDE]) {
      // Reception of another unit does not reach this case, and is told so.
      const expected = role === "reception" ? /status of (401|404)/ : refused;
      await visit(world, { ...device, expected }, async (page) => {
        await signIn(page, world, role);
        await settled(page);
        const work = page.locator(".work").getByRole("link", { name: "Góp ý, phản ánh, kiến nghị" });
        await work.click();
        await page.waitForURL(/\/van-phong\/gop-y$/);
        await stands(page);
        for (const path of ["/gop-y?tab=unit", "/gop-y?tab=finished&lang=en", `/gop-y/${world.case}`, `/gop-y/${world.case}?lang=en`, "/them/gop-y"]) {
          await page.goto(`/van-phong${path}`);
          await stands(page);
          if (device === TOUCH) assert.deepEqual(await small(page), [], path);
        }
      });
    }
  });
}

test("at 200 % text nothing of the inbox and a case reaches beyond a phone", { timeout: 120_000 }, async () => {
  await visit(world, { ...TOUCH, expected: refused }, async (page) => {
    await signIn(page, world, "handler", `/van-phong/gop-y/${world.case}`);
    for (const path of [`/gop-y/${world.case}`, "/gop-y?tab=unit"]) {
      await page.goto(`/van-phong${path}`);
      await settled(page);
      await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
      for (const fold of await page.locator(".moves summary").all()) await fold.click();
      assert.ok((await beyond(page)) <= 0, path);
      assert.deepEqual(await findings(page), [], path);
    }
  });
});

test("who may not see the sender is told so", { timeout: 60_000 }, async () => {
  await visit(world, { ...WIDE, expected: refused }, async (page) => {
    await signIn(page, world, "inspector", `/van-phong/gop-y/${world.case}`);
    await page.getByText("Tên và cách liên hệ chỉ hiện với người xử lý.").waitFor();
    assert.ok(!(await page.locator("main").textContent()).includes("0912"));
    await page.getByText("Bạn không phải làm gì với việc này lúc này.").waitFor();
    await press(page, "Tab", ".links a");
  });
});
