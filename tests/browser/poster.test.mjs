// The poster: one sheet of paper whose code leads to the survey.
import assert from "node:assert/strict";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { journey } from "./world.mjs";

const env = { HAILONG_PUBLIC_URL: "https://khaosat.example.gov.vn" };

/// What a camera reads in a picture.
function read(picture) {
  const { data, width, height } = PNG.sync.read(picture);
  return jsqr(new Uint8ClampedArray(data), width, height)?.data;
}

for (const colorScheme of ["light", "dark"]) {
  journey(`the code leads to the survey at its counter (${colorScheme})`, { env, colorScheme }, async ({ page }) => {
    for (const [query, address] of [["", "/s/thu"], ["?p=q1", "/s/thu?p=q1"], ["?p=q1&lang=en", "/s/thu?p=q1"]]) {
      await page.goto(`/s/thu/poster${query}`);
      const picture = await page.locator(".qr").screenshot();
      assert.equal(read(picture), env.HAILONG_PUBLIC_URL + address);
      await page.getByText(env.HAILONG_PUBLIC_URL + address, { exact: true }).waitFor();
    }
    await page.goto("/s/thu/qr.svg?p=q1");
    assert.equal(read(await page.screenshot()), `${env.HAILONG_PUBLIC_URL}/s/thu?p=q1`);
  });
}

const title = "Anh/chị có hài lòng với lần làm thủ tục tại Trung tâm Xúc tiến thương mại này không? ".repeat(2).trim();
const campaigns = [`thu,${title},${title},sipas-service/1,,in_person,open_link,2024-01-01,`];

journey("the poster prints on one sheet of A4, also with a long title", { env, campaigns }, async ({ page }) => {
  for (const lang of ["vi", "en"]) {
    await page.goto(`/s/thu/poster?p=q1&lang=${lang}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1);
    const [, width, height] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/).map(Number);
    assert.deepEqual([width, height].map(Math.round), [595, 842], "A4 in points");
  }
});

journey("the mark in the tab is there, with a page and without one, and is tiny", {}, async ({ page }) => {
  await page.goto("/");
  assert.equal(await page.locator("link[rel=icon]").getAttribute("href"), "/favicon.ico");
  const answer = await page.goto("/favicon.ico");
  assert.equal(answer.status(), 200);
  assert.equal(answer.headers()["content-type"], "image/svg+xml");
  assert.match(answer.headers()["cache-control"], /max-age=\d{5}/);
  assert.ok((await answer.body()).length < 400);
  assert.equal(await page.evaluate(() => document.documentElement.localName), "svg", "it is drawn");
});
