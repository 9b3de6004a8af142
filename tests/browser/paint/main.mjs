// Loads our survey page and others of the same words in turn, and prints every time taken as JSON.
//
// `node main.mjs http://address-of-a-server-with-the-demo`
import { once } from "node:events";
import { createServer } from "node:http";
import { extname } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { govuk, plain, surveyjs, words } from "./beside.mjs";
import { launch, visit } from "./phone.mjs";

const ROUNDS = 9;
const SURVEY = `${process.argv[2]}/s/sipas-2026?p=quay-1&procedure=2.000004`;
const KINDS = { "": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript" };

/// Usable: painted, parsed to its end, and a form with radio buttons and a way to send it is there.
const USABLE = "form:has(input[type=radio]):has(button:not([type=button]))";
/// Fully there, ours: the citizen bundle has taken over and shows one question at a time.
const TAKEN_OVER = "#survey .progress:not([hidden])";
/// Fully there, SurveyJS: it has drawn the first question's answers.
const DRAWN = "#survey input[type=radio]";

const browser = await launch();
const server = createServer();
try {
  const told = await read();
  const at = await serve(server, { ...beside(told), ...(await govuk(told.words)), ...(await surveyjs(told.words)) });
  console.log(JSON.stringify(await measure(pages(at))));
} finally {
  server.close();
  await browser.close();
}

/// Our page's words and its style sheet.
async function read() {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(SURVEY);
  const href = await page.locator("link[rel=stylesheet]").getAttribute("href");
  const style = await (await fetch(new URL(href, SURVEY))).text();
  const told = { words: await page.evaluate(words), style };
  await page.close();
  return told;
}

function beside({ words, style }) {
  return {
    "/linked": plain(words, '<link rel="stylesheet" href="/own.css">'),
    "/inside": plain(words, `<style>${style}</style>`),
    "/own.css": style,
  };
}

/// A static server that keeps every file compressed as well as brotli can.
async function serve(server, files) {
  const small = Object.entries(files).map(([path, text]) => [path, brotliCompressSync(text)]);
  const kept = new Map(small);
  server.on("request", ({ url }, reply) => {
    const body = kept.get(url);
    const type = KINDS[extname(url)];
    reply.writeHead(body ? 200 : 404, { "content-type": type, "content-encoding": "br" }).end(body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${server.address().port}`;
}

function pages(at) {
  const label = 'label:has([name="a.A1"][value="5"])';
  const still = { scripts: false, press: "main p", answer: "main p" };
  const [usable, own] = [USABLE, { url: SURVEY, press: label }];
  return {
    off: { ...own, scripts: false, answer: `${label} :checked` },
    linked: { ...still, url: `${at}/linked` },
    inside: { ...still, url: `${at}/inside` },
    ours: { ...own, moments: { usable, whole: TAKEN_OVER }, answer: "#a-A2:focus" },
    govuk: { url: `${at}/govuk`, moments: { usable }, press: ".govuk-radios__label", answer: ":checked" },
    surveyjs: { url: `${at}/surveyjs`, moments: { whole: DRAWN }, press: ".sd-item", answer: ".sd-item--checked" },
  };
}

/// One visit to each page in each round; the first round warms up and does not count.
async function measure(pages) {
  const times = {};
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, page] of Object.entries(pages)) {
      for (const [moment, time] of Object.entries(await visit(browser, page))) {
        if (round > 0) (times[`${name} ${moment}`] ??= []).push(time);
      }
    }
  }
  return times;
}
