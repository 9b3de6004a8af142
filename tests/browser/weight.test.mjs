// What a visit to the survey costs on the wire, as the browser counts it, heads included.
import assert from "node:assert/strict";
import { open } from "./ballot.mjs";
import { journey } from "./world.mjs";

const KIB = 1024;

/// Counts what arrives, by kind of resource.
async function scale(page, context) {
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  const kinds = new Map();
  const bytes = { Document: 0, Stylesheet: 0, Script: 0, Fetch: 0, all: 0 };
  cdp.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId)] += encodedDataLength;
    bytes.all += encodedDataLength;
  });
  return bytes;
}

for (const address of ["/s/thu", "/s/thu?p=q1&lang=en", "/s/nhanh"]) {
  journey(`${address} is light on the first visit and lighter on the next`, {}, async ({ page, context, note }) => {
    const first = await scale(page, context);
    await open(page, address);
    await page.waitForLoadState("networkidle");
    const before = { ...first };
    note(`bytes on the first visit: ${JSON.stringify(before)}`);
    assert.ok(before.Document > 0 && before.Stylesheet > 0);
    assert.ok(before.Document + before.Stylesheet <= 14 * KIB, "usable in one flight");
    assert.ok(before.all <= 80 * KIB, "everything");
    await page.goto(address, { waitUntil: "networkidle" });
    note(`bytes on the next: ${first.all - before.all}`);
    assert.ok(first.all - before.all <= 5 * KIB, "again");
  });
}
