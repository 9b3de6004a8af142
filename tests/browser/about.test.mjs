// From the code at the counter to the figures: what a ballot is about, asked where its link does not say.
import assert from "node:assert/strict";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { begin, chosen, on, receipt, row, send } from "./ballot.mjs";
import { journey } from "./world.mjs";

const campaigns = ["thu,Khảo sát thử,Trial survey,quick/1,,in_person,counter_qr,2024-01-01,"];
const files = [
  ["units", "code,name,parent,valid_from", ["SO,Sở,,2020-01-01", "TM,Phòng Thương mại,SO,2020-01-01", "NL,Phòng Năng lượng,SO,2020-01-01"]],
  ["procedures", "code,name,field,unit,valid_from", [
    "1.000001,Đăng ký khuyến mại,Thương mại,TM,2020-01-01",
    ...Array.from({ length: 40 }, (_, at) => `2.${String(at).padStart(6, "0")},Thủ tục số ${at},Khác,TM,2020-01-01`),
    "1.115377,Thông báo lắp điện mặt trời mái nhà,Năng lượng,NL,2020-01-01",
  ]],
];
const env = { HAILONG_PUBLIC_URL: "https://khaosat.example.gov.vn" };

for (const scripts of [false, true]) {
  journey(`a code at the counter leads to a ballot with its procedure and unit (scripts: ${scripts})`, { campaigns, files, scripts }, async ({ server, page }) => {
    await page.goto("/s/thu?p=q1");
    await page.getByRole("heading", { name: "Anh/chị vừa làm thủ tục gì?" }).waitFor();
    await page.getByLabel("Tìm thủ tục").fill("dien mat troi");
    await page.getByRole("button", { name: "Tìm" }).click();
    await page.getByText("1 thủ tục khớp với “dien mat troi”").waitFor();
    assert.deepEqual(await page.locator("#found + .doors mark").allTextContents(), ["điện", "mặt", "trời"]);
    assert.equal(await page.getByLabel("Tìm thủ tục").inputValue(), "dien mat troi");
    await page.getByRole("link", { name: "điện mặt trời" }).click();
    await page.getByText("Thủ tục: Thông báo lắp điện mặt trời mái nhà").waitFor();
    if (scripts) {
      await begin(page);
      for (const code of ["O1", "A0", "B0", "C0", "D0", "E0"]) {
        await page.locator(`#a-${code}`).waitFor();
        await row(page, code, "4").click();
      }
      await on(page);
    } else {
      await row(page, "O1", "4").click();
    }
    await send(page).click();
    await receipt(page);
    for (const [by, key] of [["procedure", "1.115377"], ["unit", "NL"], ["sampling", "counter_qr"]]) {
      const { rows } = await server.index(by);
      assert.deepEqual(rows.map((it) => [it.key, it.n]), [[key, 1]], by);
    }
    // What came in lately is counted again within seconds, not at every look.
    do await page.goto("/s/thu?p=q1"); while (!(await page.locator(".doors a").count()));
    assert.match(await page.locator(".doors a").first().innerText(), /điện mặt trời/, "what came in most is offered first");
    await page.getByRole("link", { name: "Không rõ" }).click();
    await page.getByRole("heading", { name: "Phòng nào phục vụ anh/chị?" }).waitFor();
    await page.getByRole("link", { name: "Bỏ qua" }).click();
    await page.locator("#survey").waitFor();
  });
}

for (const scripts of [false, true]) {
  journey(`another procedure is chosen from the form, and nothing typed is lost (scripts: ${scripts})`, { campaigns, files, scripts }, async ({ server, page }) => {
    await page.goto("/s/thu?p=q1&procedure=2.000001");
    await page.getByText("Thủ tục: Thủ tục số 1").waitFor();
    if (scripts) {
      await begin(page);
      await row(page, "O1", "2").click();
      await page.locator("#a-A0").waitFor();
      await page.goBack();
      await page.goBack();
      await page.getByRole("link", { name: "Chọn thủ tục khác" }).click();
    } else {
      await row(page, "O1", "2").click();
      await page.locator("#comment").fill("Chờ lâu <b>quá</b>");
      await page.getByRole("button", { name: "Chọn thủ tục khác" }).click();
    }
    await page.getByRole("heading", { name: "Anh/chị vừa làm thủ tục gì?" }).waitFor();
    await page.getByLabel("Tìm thủ tục").fill("dien mat troi");
    await page.getByLabel("Tìm thủ tục").press("Enter");
    await page.getByText("1 thủ tục khớp với “dien mat troi”").waitFor();
    await page.getByRole(scripts ? "link" : "button", { name: "điện mặt trời" }).first().click();
    await page.locator("#survey .place").getByText("Thủ tục: Thông báo lắp điện mặt trời mái nhà").waitFor({ state: "attached" });
    assert.ok(await chosen(page, "O1").evaluate((it) => it.value === "2"));
    if (scripts) {
      await page.locator("#survey.restored").waitFor();
      for (let step = 0; step < 8 && !(await send(page).isVisible()); step += 1) {
        await page.locator("#survey:not(.settling)").waitFor();
        await page.locator(".begin:visible, .next:visible, .over:visible").first().click();
      }
    } else assert.equal(await page.locator("#comment").inputValue(), "Chờ lâu <b>quá</b>");
    await page.locator("#survey:not(.settling)").waitFor();
    await send(page).click();
    await receipt(page);
    for (const [by, key] of [["procedure", "1.115377"], ["unit", "NL"]]) {
      const { rows } = await server.index(by);
      assert.deepEqual(rows.map((it) => [it.key, it.n]), [[key, 1]], by);
    }
    if (scripts) assert.equal(await page.evaluate(() => localStorage.length), 0, "the draft is gone with it");
  });
}

journey("slips and the whole set print on sheets of their own, and every code leads to the survey", { campaigns, files, env }, async ({ page }) => {
  const sheets = async () => (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  const about = "?p=q1&unit=NL&procedure=1.115377";
  for (const [kind, count] of [["poster", 1], ["slips", 1]]) {
    await page.goto(`/s/thu/${kind}${about}`);
    assert.equal(await sheets(), count, kind);
    const { data, width, height } = PNG.sync.read(await page.locator(".qr").first().screenshot());
    assert.equal(jsqr(new Uint8ClampedArray(data), width, height)?.data, `${env.HAILONG_PUBLIC_URL}/s/thu${about}`);
  }
  assert.equal(await page.locator(".slips li").count(), 8);
  await page.goto("/s/thu/set");
  assert.equal(await sheets(), 4, "a poster and slips, for anywhere and for the one counter");
  const png = await page.request.get(`/s/thu/qr.png${about}`);
  const { data, width, height } = PNG.sync.read(await png.body());
  assert.equal(jsqr(new Uint8ClampedArray(data), width, height)?.data, `${env.HAILONG_PUBLIC_URL}/s/thu${about}`);
});
