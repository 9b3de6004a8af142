// Markup in whatever a stranger can write or link to is shown as text, never run.
import assert from "node:assert/strict";
import { faults, fill, open, row, send } from "./ballot.mjs";
import { journey } from "./world.mjs";

const SCRIPT = "<script>window.hit=1</script>";
const IMAGE = "\"><img src=x onerror=window.hit=1>";
const BREAK = "</script></textarea></title><!--" + IMAGE;
const expected = /status of (400|401|404|422)/;

/// Nothing of a payload became an element, and nothing ran.
async function isText(page) {
  const strange = "script:not([src]):not([type='application/json']), img, iframe, b b, [onerror]";
  assert.equal(await page.locator(strange).count(), 0, page.url());
  assert.equal(await page.evaluate(() => window.hit), undefined, page.url());
}

journey("markup in an address stays text on every page", { expected }, async ({ page }) => {
  for (const payload of [SCRIPT, IMAGE, BREAK, "'-alert(1)-'", "%00", "../../etc/passwd"]) {
    const text = encodeURIComponent(payload);
    for (const address of [
      `/s/x"><script>window.hit=1</script>`,
      `/s/${text}`,
      `/s/thu?lang=${text}`,
      `/s/thu?p=${text}&unit=${text}&procedure=${text}`,
      `/s/thu/poster?p=${text}`,
      `/s/thu/thanks?k=${text}`,
      `/ket-qua?instrument=${text}&from=${text}&to=${text}&method=${text}`,
      `/?lang=${text}`,
      `/van-phong?lang=${text}`,
      `/${text}`,
    ]) {
      await page.goto(address);
      await isText(page);
    }
  }
});

journey("markup typed into the form comes back as it was typed", { scripts: false, expected }, async ({ page }) => {
  const comment = `${BREAK}${SCRIPT}&lt;${"x".repeat(2000)}`;
  await page.goto("/s/thu");
  await page.locator("#comment").fill(comment);
  await page.locator("[name=id]").evaluate((field, value) => { field.value = value; }, IMAGE);
  await send(page).click();
  await faults(page).first().waitFor();
  assert.equal(await page.locator("#comment").inputValue(), comment);
  assert.equal(await page.locator("img").count(), 0);
});

const TITLE = `<b>Đợt</b> ${SCRIPT} & 'một' <!-- </script>`;
const campaigns = [`thu,${TITLE},${TITLE},sipas-service/1,,in_person,open_link,2024-01-01,`];

journey("markup in a campaign's title is shown as text by both sides", { campaigns }, async ({ page }) => {
  for (const address of ["/", "/s/thu/poster", "/ket-qua", "/s/thu?lang=en"]) {
    await page.goto(address);
    await isText(page);
    if (address !== "/ket-qua") await page.getByText(TITLE).first().waitFor();
  }
  await open(page);
  await page.getByRole("heading", { name: TITLE }).waitFor();
  assert.match(await page.title(), /<b>Đợt<\/b>/);
  await isText(page);
});

journey("markup in a draft on the device stays text", {}, async ({ page }) => {
  await open(page, "/s/nhanh");
  await row(page, "O1", "4").click();
  await page.locator("#a-A0:focus").waitFor();
  await page.evaluate((payload) => {
    const [key] = Object.keys(localStorage);
    const draft = JSON.parse(localStorage.getItem(key)).filter(([name]) => name !== "comment");
    const more = [["comment", payload], ["a.A0", payload], ["age", payload], ["x", payload]];
    localStorage.setItem(key, JSON.stringify([...draft, ...more]));
  }, BREAK);
  await page.reload();
  await page.locator("#a-A0").waitFor();
  assert.equal(await page.locator("#comment").inputValue(), BREAK);
  await isText(page);
});

journey("a draft that cannot be read is passed over", {}, async ({ page }) => {
  await open(page, "/s/nhanh");
  await row(page, "O1", "4").click();
  await page.locator("#a-A0:focus").waitFor();
  for (const draft of ["", "null", "{", "[[1,2],null,[\"step\",\"999\"]]", `[["instrument","quick/1"],["step","-1"]]`]) {
    await page.goto("/");
    await page.evaluate((text) => {
      for (const key of Object.keys(localStorage)) localStorage.setItem(key, text);
    }, draft);
    await open(page, "/s/nhanh");
    await page.getByText("Câu 1/6").waitFor();
  }
  await fill(page, { O1: "5" });
});
