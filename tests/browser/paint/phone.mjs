// A cheap phone on a weak network, and when a page on it can be seen, used and is fully there.
import { chromium } from "playwright-core";

/// Lighthouse's "Slow 4G" as its DevTools throttling applies it: 150 ms × 3.75 before each reply,
/// 1.6 Mbit/s × 0.9 down, 750 kbit/s × 0.9 up; and its CPU slowdown for phones.
const SLOW_4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: Math.floor((1.6 * 1024 * 0.9 * 1024) / 8),
  uploadThroughput: Math.floor((750 * 0.9 * 1024) / 8),
};
const CPU = { rate: 4 };
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: "vi-VN" };
const ARGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"];

export const launch = () =>
  chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGS, chromiumSandbox: false });

/// A first visit with nothing kept. The times in ms since the visit began: `paint`, the browser's
/// first contentful paint, and for each of `moments` the first frame that has what it selects.
/// Then `press` is tapped and `answer` has to show, or the times are worth nothing.
export async function visit(browser, { url, scripts = true, moments = {}, press, answer }) {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: scripts });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
    await cdp.send("Emulation.setCPUThrottlingRate", CPU);
    await page.addInitScript(watch, moments);
    await page.goto(url);
    const seen = scripts ? await page.evaluate(() => window.seen) : {};
    const paint = await painted(page);
    await page.locator(press).first().tap();
    await page.locator(answer).first().waitFor();
    const times = Object.entries(seen).map(([name, time]) => [name, Math.max(time, paint)]);
    return { paint, ...Object.fromEntries(times) };
  } finally {
    await context.close();
  }
}

/// Runs in the page, before anything of its own: looks again at each frame until all was seen.
function watch(moments) {
  const seen = {};
  window.seen = new Promise((resolve) => {
    const look = () => {
      const parsed = document.readyState !== "loading";
      for (const [name, selector] of Object.entries(moments)) {
        if (parsed && document.querySelector(selector)) seen[name] ??= performance.now();
      }
      if (Object.keys(seen).length === Object.keys(moments).length) resolve(seen);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/// Asked from outside, since with scripts off the page itself runs nothing.
async function painted(page) {
  const read = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  for (let tries = 0; tries < 100; tries += 1) {
    const time = await page.evaluate(read);
    if (time) return time;
    await page.waitForTimeout(20);
  }
  throw new Error(`${page.url()} was never painted`);
}
