// Hands on a phone: double taps, the device's Back, fingers that are faster than the scripts, devices
// that several people use.
import assert from "node:assert/strict";
import { ballots, begin, chosen, on, open, question, receipt, row, send, sentFrom } from "./ballot.mjs";
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

for (const apart of [120, 400, 700]) {
  journey(`a second tap ${apart} ms after the one that led to a page presses nothing there`, { ...TOUCH, demo: true }, async ({ page }) => {
    await page.clock.install();
    await page.goto("/", { waitUntil: "networkidle" });
    const [x, y] = await middle(page.locator("main a[href^='/s/']").first());
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
    await page.touchscreen.tap(x, y);
    await page.locator("h1:focus", { hasText: "thủ tục gì" }).waitFor();
    const here = page.url();
    const under = await page.evaluate(([x, y]) => document.elementFromPoint(x, y).closest("a, button")?.href, [x, y]);
    assert.ok(under, "something to press lies under the finger");
    await page.clock.runFor(apart);
    await page.touchscreen.tap(x, y);
    await page.clock.resume();
    await page.waitForLoadState("networkidle");
    assert.equal(page.url(), here);
    await page.clock.runFor(1000);
    await page.touchscreen.tap(x, y);
    await page.waitForURL((url) => url.href === under);
  });
}

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
  await begin(page);
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
  await page.locator("#start:focus").waitFor();
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
  for (const text of ["Câu 2/6", "Câu 2/6", "Câu 1/6", "6 câu"]) {
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
  await page.locator(".begin").waitFor();
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

for (const [what, read] of [
  ["reads further down", (page) => page.evaluate(() => scrollTo(0, 600))],
  ["opens what is folded", (page) => page.locator("#survey summary").first().click()],
]) {
  journey(`whoever ${what} before the scripts come keeps their place`, {}, async ({ page }) => {
    const come = await held(page, QUICK);
    await read(page);
    const place = await page.evaluate(() => scrollY);
    assert.ok(place > 0, "the page was read");
    come();
    await page.waitForLoadState("networkidle");
    assert.equal(await page.evaluate(() => scrollY), place);
    assert.ok((await question(page).count()) > 1, "the whole form stays");
    await row(page, "E0", "2").click();
    await page.getByRole("button", { name: "Bỏ chọn" }).waitFor();
  });
}

journey("a draft serves for a day, and can be put away at once", {}, async ({ page }) => {
  await open(page, QUICK);
  await row(page, "O1", "1").click();
  await on(page, "A0");
  await page.reload();
  await page.getByText("vẫn được giữ").waitFor();
  await page.getByText("Câu 2/6").waitFor();
  await page.getByRole("button", { name: "Làm lại từ đầu" }).click();
  await begin(page);
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
  await page.locator(".begin").waitFor();
  assert.equal(await page.locator(":checked:not(option)").count(), 0, "the next person begins anew");
});

const SMALL = { ...TOUCH, viewport: { width: 360, height: 560 } };
const shown = async (locator) => {
  const { y, height } = await locator.boundingBox();
  return y >= 0 && y + height <= 560;
};

journey("on the smallest phone the start and all levels are in view, and no answer moves from question to question", SMALL, async ({ page }) => {
  await page.goto("/s/thu?p=q1");
  const start = page.getByRole("button", { name: "Bắt đầu" });
  await start.waitFor();
  await page.getByText("18 câu · 2 phút · không ghi tên").waitFor();
  assert.ok(await shown(start));
  assert.equal(await question(page).count(), 0, "the first screen is one of its own");
  await begin(page);
  const places = new Set();
  for (const code of ["A1", "A2", "A3", "B1", "B2"]) {
    await on(page, code);
    const rows = page.locator("label:visible");
    for (let at = 0; at < 5; at += 1) {
      assert.ok(await shown(rows.nth(at)), `${code}, row ${at}`);
      assert.ok((await rows.nth(at).boundingBox()).height >= 44);
    }
    places.add(JSON.stringify([await rows.first().boundingBox(), (await question(page).boundingBox()).y]));
    await page.getByRole("button", { name: "Bỏ qua" }).tap();
  }
  assert.equal(places.size, 1, [...places].join());
});

journey("what a translator made of the page stays true: counter, buttons and the way on", {}, async ({ server, page }) => {
  await open(page, QUICK);
  await page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) if (walk.currentNode.data.trim() && walk.currentNode.parentElement.tagName !== "SCRIPT") texts.push(walk.currentNode);
    for (const text of texts) {
      const font = document.createElement("font");
      font.textContent = `[${text.data}]`;
      text.replaceWith(font);
    }
  });
  await row(page, "O1", "4").click();
  await on(page, "A0");
  assert.equal(await page.locator("#at").innerText(), "Câu 2/6");
  for (const code of NEXT) {
    await on(page, code);
    await page.getByRole("button", { name: "Bỏ qua" }).click();
  }
  await on(page);
  assert.equal(await page.locator("#at").innerText(), "Bước cuối");
  await page.locator("#send").click();
  await page.locator("#thanks").waitFor();
  assert.match(await page.locator("#code").innerText(), /^[0-9A-Z]{4}-/);
  assert.equal(await ballots(server), 1);
});

journey("whoever writes at once on the last step loses no letter, and is asked for consent only then", {}, async ({ page }) => {
  await page.clock.install();
  await open(page, QUICK);
  for (const code of ["O1", ...NEXT]) {
    await on(page, code);
    if (code === "E0") await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
    await page.getByRole("button", { name: "Bỏ qua" }).click();
  }
  await page.clock.runFor(50);
  const consent = page.getByRole("checkbox");
  assert.equal(await consent.count(), 0);
  await page.locator("#survey.settling #comment").focus();
  await page.keyboard.type("Tốt");
  assert.equal(await page.locator("#comment").inputValue(), "Tốt");
  assert.ok(!(await consent.isChecked()));
  const { width, height } = await consent.boundingBox();
  assert.ok(width >= 24 && height >= 24);
  await page.locator("#comment").fill("");
  assert.equal(await consent.count(), 0);
});

journey("both codes stand on one card, are copied, and saved as a picture", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
  await open(page, QUICK);
  await row(page, "O1", "5").click();
  for (const code of NEXT) {
    await on(page, code);
    await page.getByRole("button", { name: "Bỏ qua" }).click();
  }
  await on(page);
  await send(page).click();
  const code = await receipt(page);
  const pin = await page.locator("#ticket .pin").innerText();
  assert.match(await page.locator("#time").innerText(), /\d{4}/);
  await page.getByRole("button", { name: "Chép mã" }).click();
  await page.getByRole("button", { name: "Đã chép" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${code} ${pin}`);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Lưu ảnh" }).click();
  assert.equal((await saved).suggestedFilename(), "bien-nhan.png");
  await page.getByRole("link", { name: "Xong" }).click();
  await page.waitForURL((url) => url.pathname === "/");
});

journey("with scripts off the card says to take a screenshot of it, and fits one", { ...SMALL, scripts: false }, async ({ page }) => {
  await page.goto(QUICK);
  await row(page, "O1", "4").tap();
  await send(page).tap();
  await receipt(page);
  assert.ok(await shown(page.locator("#ticket")));
  await page.getByText("chụp màn hình").waitFor();
  assert.equal(await page.getByRole("button", { name: "Chép mã" }).count(), 0);
});

const NEWER = ["moi,Khảo sát mới,New survey,sipas-service/2,,in_person,counter_qr,2024-01-01,"];
const LED = ["E1", "E2", "E3"];

for (const scripts of [true, false]) {
  journey(`who raised nothing says so once, ${scripts ? "with" : "without"} scripts`, { campaigns: NEWER, scripts }, async ({ server, page }) => {
    await page.goto("/s/moi");
    const first = page.locator("fieldset.lead");
    if (scripts) {
      await begin(page);
      for (let at = 0; at < 13; at += 1) {
        await page.getByText(`Câu ${at + 1}/19`).waitFor();
        await page.locator("#survey:not(.settling)").waitFor();
        await page.getByRole("button", { name: "Bỏ qua" }).click();
      }
      await page.locator("#survey:not(.settling)").waitFor();
    }
    await first.getByText("Anh/chị có gửi góp ý").waitFor();
    await first.getByText("Có", { exact: true }).click();
    if (scripts) {
      await on(page, "E1");
      await row(page, "E1", "2").click();
      await on(page, "E2");
      for (let back = 0; back < 2; back += 1) {
        await page.getByRole("button", { name: "Quay lại" }).click();
        await page.locator("#survey:not(.settling)").waitFor();
      }
    } else {
      await row(page, "E1", "2").click();
    }
    await first.getByText("Không", { exact: true }).click();
    if (scripts) {
      await on(page, "I1");
      for (const code of ["I1", "I2"]) {
        await on(page, code);
        await row(page, code, "1").click();
      }
      await on(page);
    } else {
      assert.equal(await page.locator("fieldset.led:visible").count(), 0);
    }
    await send(page).click();
    await receipt(page);
    const { rows } = await server.index("item");
    const of = (code) => rows.find(({ key }) => key === code);
    for (const code of LED) assert.equal(of(code)?.den ?? 0, 0, code);
    await server.verify();
  });
}

const KIOSK = ["may,Phiếu tại máy,At the device,quick/2,,in_person,kiosk,2024-01-01,"];

/// Opens the device at the counter, with a clock that the test moves.
async function device(server, page) {
  await page.clock.install();
  const { pathname, search } = await server.kiosk("q1");
  await page.goto(pathname + search);
  await begin(page);
  return pathname + search;
}

journey("the device at a counter asks whether somebody is there, and begins anew where nobody is", { ...TOUCH, campaigns: KIOSK }, async ({ server, page }) => {
  await device(server, page);
  await row(page, "O1", "2").tap();
  await on(page, "A0");
  assert.equal(await page.evaluate(() => localStorage.length), 0, "it keeps no draft");
  await page.clock.runFor(47_000);
  const stay = page.getByRole("button", { name: "Tiếp tục trả lời" });
  await stay.tap();
  await page.clock.runFor(20_000);
  await on(page, "A0");
  assert.ok(await stay.isHidden());
  await page.clock.runFor(45_000);
  await page.locator(".begin").waitFor();
  assert.equal(await page.locator(":checked:not(option)").count(), 0);
  await page.goBack();
  await page.waitForLoadState("networkidle");
  assert.equal(await page.locator(":checked:not(option)").count(), 0, "Back shows nothing of whoever left");
});

journey("the device at a counter begins anew where somebody chose a procedure and left", { ...TOUCH, demo: true }, async ({ server, page }) => {
  await page.clock.install();
  const { pathname, search } = await server.kiosk("quay-1");
  await page.goto(pathname + search, { waitUntil: "networkidle" });
  const first = page.url();
  // Nobody has begun anything: it stays as it is.
  await page.clock.runFor(70_000);
  assert.ok(await page.getByRole("button", { name: "Tiếp tục trả lời" }).isHidden());
  await page.locator("main a[href*='procedure=']").first().tap();
  await page.locator(".begin").waitFor();
  await page.clock.runFor(47_000);
  await page.getByRole("button", { name: "Tiếp tục trả lời" }).waitFor();
  await page.clock.runFor(15_000);
  await page.waitForURL((url) => url.href === first);
  await page.locator("main a[href*='procedure=']").first().waitFor();
});

journey("after a ballot that was left, the device's Back shows the first screen and no step of it", { ...TOUCH, campaigns: KIOSK }, async ({ server, page }) => {
  await device(server, page);
  await row(page, "O1", "2").tap();
  await on(page, "A0");
  await page.clock.runFor(61_000);
  await page.locator(".begin").waitFor();
  for (let back = 0; back < 2; back += 1) {
    await page.goBack();
    await page.waitForLoadState("networkidle");
    await page.locator(".begin").waitFor();
  }
  await page.locator("#survey.stepped .begin").tap();
  await page.locator("#a-O1").waitFor();
  await page.clock.runFor(1000);
  await row(page, "O1", "3").tap();
  await on(page, "A0");
});

for (const way of ["waiting", "the button"]) {
  journey(`the device at a counter shows no code to the next person, after ${way}`, { ...TOUCH, campaigns: KIOSK }, async ({ server, page }) => {
    await device(server, page);
    await row(page, "O1", "5").tap();
    for (const code of NEXT) {
      await on(page, code);
      await page.getByRole("button", { name: "Bỏ qua" }).tap();
    }
    await on(page);
    await send(page).tap();
    await page.locator("#thanks").waitFor();
    const code = await page.locator("#code").innerText();
    const nothing = async (after) => assert.ok(!(await page.content()).includes(code), after);
    if (way === "waiting") await page.clock.runFor(32_000);
    else await page.getByRole("link", { name: "Xong" }).tap();
    await page.locator(".begin").waitFor();
    await nothing("anew");
    for (const go of ["goBack", "goForward", "reload"]) {
      await page[go]();
      await page.waitForLoadState("networkidle");
      await nothing(go);
    }
    assert.equal(await ballots(server), 1);
  });
}
