// Where scripts are off, nothing is fetched that only scripts could use.
import assert from "node:assert/strict";
import { journey } from "./world.mjs";

journey("without scripts the survey is its page and its style sheet, and no more", { scripts: false }, async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.resourceType()));
  await page.goto("/s/thu", { waitUntil: "networkidle" });
  assert.deepEqual(asked, ["document", "stylesheet"]);
});
